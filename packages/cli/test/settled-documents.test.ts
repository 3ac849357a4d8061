import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { goodPlan, index } from "../../../test/hooks/plan-texts.js";
import { CONFIG, PLAN } from "./plan-texts.js";

/*
 * `check --staged` does not lint what a commit neither touches nor concerns. Whatever is staged, it says what it says
 * without anything remembered.
 */

const one = (feature: string, dependsOn?: string): string =>
	goodPlan(feature, { phases: 1, ...(dependsOn !== undefined && { dependsOn }) });
/** The plan with another first step. */
const firstStep = (text: string, step: string): string =>
	text.replace("1. Read", `1. ${step}\n2. Read`).replace("2. Write", "3. Write");
const FILES = {
	"eslint.config.mjs": CONFIG,
	".gitignore": "node_modules\n",
	"package.json": '{ "private": true, "scripts": { "lint": "true" } }\n',
	"guide.md": "# Guide\n\n## Steps\n",
	"src/page.js": "// one\n",
	"src/map.js": "// one\n",
	"docs/e&f.txt": "x\n",
	"docs/other.txt": "x\n",
	"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact", "map.md": "Map" }),
	"plans/search.md": firstStep(one("Search"), "Modify `src/page.js` as [the guide](../guide.md#steps) has it."),
	"plans/contact.md": firstStep(one("Contact"), "Run `npm run lint`.").replace("## Goals", "## Whatever"),
	"plans/map.md": `${one("Map", "[Search](search.md)")}\nSee [the pages](../web/) and [the table](../docs/%65&amp;f.txt).\n`,
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
		edited("plans/map.md", "1. Read", "1. Modify `src/page.js`.\n2. Read"),
		"altered",
	],
	["the status of a dependency", edited("plans/search.md", "🟡 Planned", "❌ Cancelled"), "altered"],
	["a title", edited("plans/search.md", "# Search", "# Finding"), "altered"],
	["a plan that goes", { "plans/search.md": undefined }, "altered"],
	["a plan that comes", { "plans/export.md": one("Export") }, "altered"],
	["an index", edited("plans/README.md", "Map](map.md)", "Map](maps.md)"), "altered"],
	["a script", { ...edited("package.json", '"lint"', '"test"'), ...edited("plans/map.md", "once", "now") }, "altered"],
	["a heading that a link names", { ...edited("guide.md", "Steps", "Parts"), "src/map.js": "// 2\n" }, "altered"],
	["code beside a plan", { "src/page.js": "// two\n", ...edited("plans/map.md", "at once", "soon") }, "unaltered"],
	[
		"code that comes, which no plan names",
		{ "lib/x.js": "1\n", ...edited("plans/map.md", "at once", "soon") },
		"unaltered",
	],
	[
		"code that goes, which no plan names",
		{ "src/map.js": undefined, ...edited("plans/map.md", "at once", "soon") },
		"unaltered",
	],
	[
		"a page that goes, whose name a link encodes",
		{ "docs/e&f.txt": undefined, ...edited("plans/map.md", "at once", "soon") },
		"altered",
	],
	[
		"code that comes, in a folder that a plan names",
		{ "web/x.js": "1\n", ...edited("plans/map.md", "at once", "soon") },
		"altered",
	],
	["code that goes", { "src/page.js": undefined, ...edited("plans/map.md", "at once", "soon") }, "altered"],
];

/** A text that begins with an arrow stands for a link. */
function setUp(folder: string, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files))
		if (text.startsWith("-> ")) symlinkSync(text.slice(3), join(folder, path));
		else write(join(folder, path), text);
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
	const name = readdirSync(remembered(folder)).find((each) => /^findings-.*\.z$/.test(each)) ?? "";
	return join(remembered(folder), name);
}

/** Says of every document that is remembered that so many findings are in it; `undefined`: the truth again. */
function pretend(folder: string, findings: number | undefined): void {
	const file = countsFile(folder);
	if (findings === undefined) {
		cpSync(`${file}.kept`, file);
		return;
	}
	cpSync(file, `${file}.kept`);
	const [magic, states] = JSON.parse(inflateSync(readFileSync(file)).toString()) as [string, [string, unknown[][]][]];
	const changed = states.map(([key, entries]) => [key, entries.map((entry) => [...entry.slice(0, -1), findings])]);
	writeFileSync(file, deflateSync(JSON.stringify([magic, changed])));
}

/** What is said with what is remembered, and without. */
function warmAndCold(folder: string): readonly [warm: Said, cold: Said] {
	const warm = say(folder);
	rmSync(remembered(folder), { recursive: true, force: true });
	return [warm, say(folder)];
}

type Said = ReturnType<typeof say>;

function say(folder: string): { readonly code: number | null; readonly stdout: string; readonly files: unknown } {
	const file = join(folder, ".git/results.json");
	const { code, stdout } = acidPlans(
		folder,
		"check",
		"--staged",
		"--format",
		"json",
		"--output",
		file,
		"--format",
		"stylish",
	);
	const results = JSON.parse(readFileSync(file, "utf8")) as { filePath: string; messages: unknown[] }[];
	return { code, stdout, files: results.map(({ filePath, messages }) => [filePath, messages.length]) };
}

function older(folder: string): number {
	return Number(/^(\d+) older finding/m.exec(say(folder).stdout)?.[1] ?? 0);
}

/** Stages a word in each of two plans, one after the other: what is touched is not remembered. */
function remember(folder: string, ...paths: readonly string[]): void {
	for (const path of paths) {
		stage(folder, { [path]: `${readFileSync(join(folder, path), "utf8")}\nMore.\n` });
		acidPlans(folder, "check", "--staged", "--json");
		git(folder, "reset", "--quiet", "--hard");
	}
}

describe("what a commit does not concern", () => {
	/** A repository that remembers something of every document. */
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "acid-plans-cli-"));
		setUp(folder, FILES);
		remember(folder, "plans/contact.md", "plans/search.md");
		cpSync(remembered(folder), join(folder, ".git/kept"), { recursive: true });
	}, 60_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each(EDITS)("%s", { timeout: 60_000 }, (_, edit, concern) => {
		onTestFinished(() => {
			git(folder, "reset", "--quiet", "--hard");
			cpSync(join(folder, ".git/kept"), remembered(folder), { recursive: true });
		});
		stage(folder, edit);
		pretend(folder, 1000);
		expect(older(folder) >= 1000).toBe(concern === "unaltered");
		pretend(folder, undefined);
		const [warm, cold] = warmAndCold(folder);
		expect(warm).toEqual(cold);
	});

	it("is looked at again when a commit has touched it, and when the config is another one", { timeout: 60_000 }, () => {
		const own = createFolder({});
		setUp(own, FILES);
		stage(own, edited("plans/search.md", "most frequent", "commonest"));
		expect(older(own)).toBe(2);
		commit(own);
		pretend(own, 1000);
		stage(own, edited("plans/map.md", "most frequent", "commonest"));
		// Of the index and one plan it is remembered, of the plan of the last commit not.
		expect(older(own)).toBe(2000);
		write(
			join(own, "eslint.config.mjs"),
			CONFIG.replace("acidPlans()", 'acidPlans({ preset: "strict", template: "free" })'),
		);
		expect(older(own)).toBeLessThan(1000);
	});
});

describe("what is remembered", () => {
	it("outlives a file that comes by a merge", { timeout: 60_000 }, () => {
		const own = createFolder({});
		setUp(own, FILES);
		remember(own, "plans/contact.md", "plans/search.md");
		write(join(own, "lib/other.js"), "1\n");
		git(own, "add", "--all");
		commit(own);
		pretend(own, 1000);
		stage(own, edited("plans/map.md", "most frequent", "commonest"));
		// Of the index and two plans, one of which is touched now, and none of the plan that was touched last.
		expect(older(own)).toBe(2000);
	});
});

describe("what is remembered of a commit that is given up", () => {
	it("is no finding that only the commit would have brought", { timeout: 60_000 }, () => {
		const own = createFolder({});
		setUp(own, FILES);
		remember(own, "plans/contact.md", "plans/search.md");
		stage(own, { "src/page.js": undefined, ...edited("plans/map.md", "most frequent", "commonest") });
		expect(say(own).code).toBe(1);
		git(own, "reset", "--quiet", "--hard");
		stage(own, edited("plans/map.md", "most frequent", "commonest"));
		const [warm, cold] = warmAndCold(own);
		expect(warm).toEqual(cold);
	});
});

describe("what one plan may see and the other not", () => {
	const twoConfigs = {
		"plans/a.md": one("Export").replace("🟡 Planned", "quxified"),
		"plans/b.md": firstStep(one("Import"), "Create `src/new/x.js`."),
	};
	it.each([
		[
			"a status that means something to one of two configs",
			{
				...twoConfigs,
				"eslint.config.mjs": CONFIG.replace(
					"acidPlans()",
					'acidPlans(), { files: ["plans/a.md"], settings: { "acid-plans": { vocabulary: { statuses: { dropped: ["quxified"] } } } } }',
				),
			},
			["plans/a.md", "plans/b.md"],
			(own: string) =>
				stage(own, {
					"plans/a.md": firstStep(twoConfigs["plans/a.md"], "Create `src/new/x.js`."),
				}),
		],
		[
			"a link that becomes a file",
			{
				"plans/search.md": PLAN,
				"plans/map.md": firstStep(one("Map"), "Look at [it](../vendor/tool.js)."),
				"eslint.config.mjs": CONFIG,
				vendor: "-> elsewhere",
			},
			["plans/search.md", "plans/map.md"],
			(own: string) => {
				rmSync(join(own, "vendor"));
				stage(own, { vendor: "text\n", "plans/search.md": PLAN.replace("most frequent", "commonest") });
			},
		],
		[
			"a path that is only announced",
			{
				"plans/search.md": PLAN,
				"plans/map.md": firstStep(one("Map"), "Look at [it](../docs/Page.txt)."),
				"eslint.config.mjs": CONFIG,
			},
			["plans/search.md", "plans/map.md"],
			(own: string) => {
				stage(own, { "plans/search.md": PLAN.replace("most frequent", "commonest") });
				write(join(own, "docs/page.txt"), "x\n");
				git(own, "add", "--intent-to-add", "docs/page.txt");
			},
		],
		[
			"a rule that a comment switches on",
			{
				"plans/search.md": PLAN,
				"plans/map.md": `${one("Map")}\n<!-- eslint local/other: "error" -->\n`,
				"eslint.config.mjs": `import { execFileSync } from "node:child_process";
${CONFIG.replace(
	"export default [",
	`const other = { create: (context) => ({ root(node) {
	if (execFileSync("git", ["show", ":plans/search.md"], { encoding: "utf8" }).includes("commonest")) context.report({ node, message: "Seen." });
} }) };
export default [{ files: ["plans/*.md"], plugins: { local: { rules: { other } } } }, `,
)}`,
			},
			["plans/search.md", "plans/map.md"],
			(own: string) => stage(own, { "plans/search.md": PLAN.replace("most frequent", "commonest") }),
		],
	] as const)("%s", { timeout: 60_000 }, (_, files, paths, change) => {
		const own = createFolder({});
		setUp(own, files);
		remember(own, ...paths);
		change(own);
		const [warm, cold] = warmAndCold(own);
		expect(warm).toEqual(cold);
		expect(cold.code).toBe(1);
	});
});
