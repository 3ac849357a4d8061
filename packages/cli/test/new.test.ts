import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";

/** A git repository with these files and what a config imports. */
function createRepository(files: Readonly<Record<string, string>>): string {
	const folder = createFolder({ ".gitignore": "node_modules\n", ...files });
	linkPackages(folder);
	git(folder, "init", "--quiet");
	return folder;
}

/** Runs `new` where it has to succeed, and gives the text of the file. */
function newPlan(folder: string, title: string, path: string, ...args: readonly string[]): string {
	const { code, stdout, stderr } = acidPlans(folder, "new", title, ...args);
	expect(stderr).toBe("");
	expect(stdout).toContain(`Wrote ${path}.`);
	expect(code).toBe(0);
	return readFileSync(join(folder, path), "utf8");
}

/** The rules that `check` names. */
function rulesOf(folder: string): string[] {
	const { stdout } = acidPlans(folder, "check");
	return [...new Set([...stdout.matchAll(/acid-plans\/([a-z-]+)/g)].map(([, rule = ""]) => rule))].sort();
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");
const config = (options: string): string =>
	`import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans(${options})];\n`;
const INDEX = "# Plans\n\n## Active Plans\n\n- [Cache](cache.md) - 🔄 In Progress - Faster pages\n\n## Planned Plans\n";
const CACHE = "# Cache Implementation Plan\n\n**Status**: 🔄 In Progress\n\n## Phase 1: Build\n";

describe("a new plan", () => {
	it("passes check but for its placeholders, and is listed", () => {
		const folder = createRepository({ "package.json": '{ "type": "module" }' });
		expect(acidPlans(folder, "init")).toMatchObject({ code: 0 });
		const text = newPlan(
			folder,
			"Full-text search",
			"plans/full-text-search.md",
			"--description",
			"Find pages by words",
		);
		expect(text).toMatch(/^# Full-text search Implementation Plan\n\n\*\*Status\*\*: 🟡 Planned\n/);
		expect(read(folder, "plans/README.md")).toContain(
			"## Planned Plans\n\n- [Full-text search](full-text-search.md) - 🟡 Planned - Find pages by words\n",
		);
		expect(rulesOf(folder)).toEqual(["no-placeholders"]);
	});

	it("says what it would write with --dry-run, and writes nothing", () => {
		const folder = createRepository({ "plans/README.md": INDEX, "plans/cache.md": CACHE });
		expect(acidPlans(folder, "new", "Search", "--dry-run", "--json")).toEqual({
			code: 0,
			stderr: "",
			stdout: `${JSON.stringify({ version: 1, dryRun: true, plan: "plans/search.md", index: "plans/README.md", listed: true }, null, "\t")}\n`,
		});
		expect(existsSync(join(folder, "plans/search.md"))).toBe(false);
		expect(read(folder, "plans/README.md")).toBe(INDEX);
	});

	it("says what to add where its place in the index is not certain", () => {
		const index = "# Plans\n\n## Web\n\n- [Cache](cache.md)\n\n## Data\n\n- [Backup](backup.md)\n";
		const folder = createRepository({
			"plans/README.md": index,
			"plans/cache.md": CACHE,
			"plans/backup.md": CACHE.replace("Cache", "Backup"),
		});
		const { stdout } = acidPlans(folder, "new", "Search");
		expect(stdout).toContain("Add `- [Search](search.md)` to it where it fits.");
		expect(read(folder, "plans/README.md")).toBe(index);
	});
});

describe("the index entry has the form of the others", () => {
	it("in a table with Windows line ends", () => {
		const index = "# Plans\r\n\r\n| Plan | Status |\r\n| --- | --- |\r\n| [Cache](cache.md) | 🔄 In Progress |\r\n";
		const folder = createRepository({ "plans/README.md": index, "plans/cache.md": CACHE });
		newPlan(folder, "Search", "plans/search.md");
		expect(read(folder, "plans/README.md")).toBe(`${index.slice(0, -2)}\r\n| [Search](search.md) | 🟡 Planned |\r\n`);
	});

	it("in a file with a byte order mark", () => {
		const folder = createRepository({ "plans/README.md": `\uFEFF${INDEX}`, "plans/cache.md": CACHE });
		newPlan(folder, "Search", "plans/search.md");
		expect(read(folder, "plans/README.md")).toBe(`\uFEFF${INDEX.trimEnd()}\n\n- [Search](search.md) - 🟡 Planned\n`);
	});
});

describe("the file is named as the others are", () => {
	it.each<[string, string[], string]>([
		["numbers", ["001-cache.md", "012-backup.md"], "013-full-text-search.md"],
		["underscores and numbers", ["01_cache_pages.md", "02_backup.md"], "03_full_text_search.md"],
		["capitals", ["CACHE_PAGES.md", "BACKUP.md"], "FULL_TEXT_SEARCH.md"],
		["a suffix", ["cache-plan.md", "backup-plan.md"], "full-text-search-plan.md"],
		["most of them", ["cache.md", "2-backup.md", "user-import.md"], "full-text-search.md"],
	])("%s", (_, names, expected) => {
		const plans = names.map((name, at) => [`plans/${name}`, CACHE.replace("Cache", `Cache ${at}`)]);
		const folder = createRepository(Object.fromEntries(plans) as Record<string, string>);
		newPlan(folder, "Full-text: Search!", `plans/${expected}`);
	});

	it("with the day", () => {
		const folder = createRepository({ "plans/2024-02-03-cache.md": CACHE });
		expect(acidPlans(folder, "new", "Search", "--dry-run").stdout).toMatch(/plans\/\d{4}-\d{2}-\d{2}-search\.md/);
	});

	it("in any script", () => {
		const folder = createRepository({ "plans/cache.md": CACHE });
		newPlan(folder, "Поиск по страницам", "plans/поиск-по-страницам.md");
	});
});

describe("the template", () => {
	it("is the folder's own, with number and title filled in and the rest as it stands", () => {
		const template = "# Plan NNN: [Name]\n\nOwner: [Who]\n\n## Why\n\nSay why.\n";
		const folder = createRepository({
			"eslint.config.mjs": config('{ template: "free" }'),
			"plans/TEMPLATE.md": template,
			"plans/001-cache.md": "# Plan 001: Cache\n",
		});
		expect(newPlan(folder, "Search $& more", "plans/002-search-more.md")).toBe(
			template.replace("NNN", "002").replace("[Name]", () => "Search $& more"),
		);
	});

	it("is made from the table of the config", () => {
		const table =
			'{ template: { title: "Proposal", sections: ["Why", "Milestones"], fields: ["Outcome"], phaseWord: "Milestone", level: 3 }, vocabulary: { sections: { breakdown: ["Milestones"] } } }';
		const folder = createRepository({ "eslint.config.mjs": config(table), "plans/README.md": "# Plans\n" });
		const text = newPlan(folder, "Search", "plans/search.md");
		expect(text).toContain("# Search Proposal\n");
		expect(text).toContain("### Milestone 1: ");
		expect(rulesOf(folder)).toEqual(["no-placeholders"]);
	});
});

describe("the folder", () => {
	const files = { "a/plans/README.md": "# Plans\n", "b/plans/README.md": "# Plans\n" };

	it("has to be named where there are several", () => {
		const folder = createRepository(files);
		expect(acidPlans(folder, "new", "Search")).toMatchObject({
			code: 2,
			stderr: "acid-plans: There are several plans folders: a/plans, b/plans. Say which with `--folder`.\n",
		});
		newPlan(folder, "Search", "b/plans/search.md", "--folder", "b/plans");
	});

	it("is the one that one stands in", () => {
		const folder = createRepository(files);
		newPlanIn(folder, "a/plans", "a/plans/search.md");
		newPlanIn(folder, "b/plans", "b/plans/search.md");
	});

	function newPlanIn(folder: string, below: string, path: string): void {
		expect(acidPlans(join(folder, below), "new", "Search")).toMatchObject({ code: 0 });
		expect(existsSync(join(folder, path))).toBe(true);
	}
});

describe("what new refuses", () => {
	const files = { "plans/README.md": INDEX, "plans/cache.md": CACHE };

	it.each<[string, Record<string, string>, string[], RegExp]>([
		[
			"a plan that exists",
			{ ...files, "plans/search.md": "# Other\n" },
			["Search"],
			/plans\/search\.md exists\. Give another title/,
		],
		[
			"a title that is taken",
			files,
			["Cache Implementation Plan"],
			/"Cache Implementation Plan" is the title of plans\/cache\.md/,
		],
		["a title without words", files, ["?!"], /"\?!" has no letter or digit/],
		[
			"the name of a template",
			files,
			["Template"],
			/would be plans\/template\.md, which the config takes for template/,
		],
		[
			"a repository without plans",
			{ "a.txt": "" },
			["Search"],
			/There is no plans folder here\. Run `acid-plans init`/,
		],
		[
			"a folder that holds no plans",
			{ ...files, "eslint.config.mjs": config("") },
			["Search", "--folder", "src"],
			/src is no plans folder of this repository\. Give one of plans/,
		],
		[
			"a folder that is not there, where no config names it",
			files,
			["Search", "--folder", "nope"],
			/nope is no plans folder of this repository\. Give one of plans/,
		],
		["no title", files, [], /missing required argument 'title'/],
	])("%s", (_, given, args, sentence) => {
		const folder = createRepository(given);
		const { code, stdout, stderr } = acidPlans(folder, "new", ...args);
		expect(stderr).toMatch(sentence);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		for (const [path, text] of Object.entries(given)) expect(read(folder, path)).toBe(text);
	});
});
