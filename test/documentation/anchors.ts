import GithubSlugger from "github-slugger";

/** What a link may have behind `#` to lead to a heading of a page on GitHub. */
export function anchorsOf(page: string): Set<string> {
	const slugger = new GithubSlugger();
	return new Set(
		[...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slugger.slug(heading.replaceAll("`", ""))),
	);
}
