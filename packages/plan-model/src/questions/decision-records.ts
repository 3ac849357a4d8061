import { intersectGlobs } from "../text/glob-intersection.js";
import { resolveLinkTarget } from "../text/link-target.js";
import type { Link, Plan } from "../plan.js";

/**
 * The links of a plan to decision records.
 *
 * @param records globs, relative to the root of the repository; a web page is compared by the path of its address
 */
export function linkedRecords(plan: Plan, records: readonly string[]): Link[] {
	return plan.links.filter(({ kind, url }) => {
		const target = kind === "image" ? undefined : (resolveLinkTarget(plan.path ?? "", url) ?? webPath(url));
		// The list of all records is none.
		if (target === undefined || target === "" || /(?:^|\/)(?:readme|index)\.md$/iu.test(target)) return false;
		return records.some((record) => intersectGlobs(target, record).kind === "common");
	});
}

function webPath(url: string): string | undefined {
	return URL.canParse(url) ? new URL(url).pathname.slice(1) : undefined;
}

/** Where decision records lie: in the folder that a config names, else in any that is called so. */
export function usualRecords(folder: string | undefined): string[] {
	return [
		folder === undefined ? "**/{adr,adrs,decisions,decision-records}/**" : `${folder.replace(/(?<!\/)\/+$/u, "")}/**`,
	];
}
