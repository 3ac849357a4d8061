import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { BROKEN, CONFIG, INDEX, PLAN } from "./plan-texts.js";

/*
 * `check --staged` does not lint what a commit neither touches nor concerns. Whatever is staged, it says what it says
 * without anything remembered.
 */

const rename = (text: string, title: string): string =>
	text.replace("# Search", `# ${title}`).replaceAll("ten", title.length.toString()).replace("Search", title);
const FILES = {
	"eslint.config.mjs": CONFIG,
	".gitignore": "node_modules\n",
	"package.json": '{ "private": true, "scripts": { "lint": "true" } }\n',
	"guide.md": "# Guide\n\n## Steps\n",
	"src/page.js": "// one\n",
	"src/map.js": "// one\n",
	"plans/README.md": INDEX.replace(
		"gain\n",
		"gain\n- [Contact](contact.md) - 🟡 Planned - Who answers\n- [Map](map.md) - 🟡 Planned - Where it is\n",
	),
	"plans/search.md": PLAN.replace(
		"1. Write",
		"1. Modify `src/page.js` as [the guide](../guide.md#steps) has it.\n2. Write",
	),
	"plans/contact.md": rename(BROKEN, "Contact").replace("1. Write", "1. Run `npm run lint`.\n2. Write"),
	"plans/map.md": rename(PLAN, "Map").replace("**Objective**", "**Depends on**: [Search](search.md)\n\n**Objective**"),
};

/** Paths with their new texts; `undefined`: deleted. */
type Edit = Readonly<Record<string, string | undefined>>;
const edited = (path: keyof typeof FILES, from: string, to: string): Edit => {
	if (!FILES[path].includes(from)) throw new Error(`${path} does not hold "${from}".`);
	return { [path]: FILES[path].replace(from, to) };
};

/** What may be staged, and whether other documents are concerned. */
const EDITS: readonly (readonly [string, Edit, "unaltered" | "altered"])[] = [
	["a word", edited("plans/search.md", "most frequent", "commonest"), "unaltered"],
	["a line above everything", edited("plans/search.md", "What readers", "Much.\n\nWhat readers"), "unaltered"],
	["a finding of its own", edited("plans/map.md", "## Goals", "## Whatever"), "altered"],
	["a finding that no other plan sees", edited("plans/map.md", "**Testing**: ", "**Testing**: TBD "), "unaltered"],
	[
		"a path that another plan writes",
		edited("plans/map.md", "1. Write", "1. Modify `src/page.js`.\n2. Write"),
		"altered",
	],
	["the status of a dependency", edited("plans/search.md", "🟡 Planned", "❌ Cancelled"), "altered"],
	["a title", edited("plans/search.md", "# Search", "# Finding"), "altered"],
	["a plan that goes", { "plans/search.md": undefined }, "altered"],
	["a plan that comes", { "plans/export.md": rename(PLAN, "Export") }, "altered"],
	["an index", edited("plans/README.md", "Map](map.md)", "Map](maps.md)"), "altered"],
	["a script", { ...edited("package.json", '"lint"', '"test"'), ...edited("plans/map.md", "once", "now") }, "altered"],
	["a heading that a link names", { ...edited("guide.md", "Steps", "Parts"), "src/map.js": "// 2\n" }, "altered"],
	["code beside a plan", { "src/page.js": "// two\n", ...edited("plans/map.md", "page at once", "page") }, "unaltered"],
	["code that goes", { "src/page.js": undefined, ...edited("plans/map.md", "page at once", "page") }, "altered"],
];

function setUp(folder: string): void {
	for (const [path, text] of Object.entries(FILES)) write(join(folder, path), text);
	linkPackages(folder);
	git(folder, "init", "--quiet");
	git(folder, "add", "--all");
	commit(folder);
}

function write(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

function commit(folder: string): void {
	git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=x");
}

function stage(folder: string, edit: Edit): void {
	for (const [path, text] of Object.entries(edit)) {
		if (text === undefined) rmSync(join(folder, path));
		else write(join(folder, path), text);
	}
	git(folder, "add", "--all");
}

const remembered = (folder: string): string => join(folder, ".git/acid-plans");
function countsFile(folder: string): string {
	const name = readdirSync(remembered(folder)).find((each) => each.startsWith("findings-")) ?? "";
	return join(remembered(folder), name);
}

/** Says of every document that is remembered that so many findings are in it. */
function pretend(folder: string, findings: number): void {
	const file = countsFile(folder);
	const [magic, key, entries] = JSON.parse(inflateSync(readFileSync(file)).toString()) as [string, string, unknown[][]];
	const changed = entries.map((entry) => [...entry.slice(0, -1), findings]);
	writeFileSync(file, deflateSync(JSON.stringify([magic, key, changed])));
}

describe("what a commit does not concern", () => {
	/** A repository that remembers something of every document. */
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "acid-plans-cli-"));
		setUp(folder);
		// What is touched is not remembered: two commits, one after the other, touch not the same.
		for (const path of ["plans/contact.md", "plans/search.md"] as const) {
			stage(folder, { [path]: `${FILES[path]}\nMore.\n` });
			acidPlans(folder, "check", "--staged", "--json");
			git(folder, "reset", "--quiet", "--hard");
		}
		cpSync(remembered(folder), join(folder, ".git/kept"), { recursive: true });
	}, 60_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each(EDITS)("%s", { timeout: 60_000 }, (_, edit, concern) => {
		onTestFinished(() => {
			git(folder, "reset", "--quiet", "--hard");
			cpSync(join(folder, ".git/kept"), remembered(folder), { recursive: true });
		});
		stage(folder, edit);
		const warm = acidPlans(folder, "check", "--staged", "--json");
		pretend(folder, 1000);
		const pretended = JSON.parse(acidPlans(folder, "check", "--staged", "--json").stdout) as {
			summary: { older: number };
		};
		rmSync(remembered(folder), { recursive: true, force: true });
		expect(warm).toEqual(acidPlans(folder, "check", "--staged", "--json"));
		expect(pretended.summary.older >= 1000).toBe(concern === "unaltered");
	});

	it("is looked at again when a commit has touched it, and when the config is another one", { timeout: 60_000 }, () => {
		const folder = createFolder({});
		setUp(folder);
		const older = (): number =>
			(JSON.parse(acidPlans(folder, "check", "--staged", "--json").stdout) as { summary: { older: number } }).summary
				.older;
		stage(folder, edited("plans/search.md", "most frequent", "commonest"));
		expect(older()).toBe(1);
		commit(folder);
		pretend(folder, 1000);
		stage(folder, edited("plans/map.md", "most frequent", "commonest"));
		// Of the index and one plan it is remembered, of the plan of the last commit not.
		expect(older()).toBe(2000);
		writeFileSync(
			join(folder, "eslint.config.mjs"),
			CONFIG.replace("acidPlans()", 'acidPlans({ preset: "strict", template: "free" })'),
		);
		expect(older()).toBeLessThan(1000);
	});
});
