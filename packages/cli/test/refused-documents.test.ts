import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { goodPlan, index } from "../../../test/hooks/plan-texts.js";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { CONFIG } from "./plan-texts.js";

/*
 * A document whose text no parser takes has a finding of its own, and stops nothing: neither the check of other plans nor
 * the commit that mends it.
 */

const REFUSED = `${">".repeat(50_000)} a\n`;
const SENTENCE = "This line begins with more than 10,000 characters";
const one = (feature: string): string => goodPlan(feature, { phases: 1 });
const FILES = {
	"eslint.config.mjs": CONFIG,
	".gitignore": "node_modules\n",
	"plans/README.md": index({ "search.md": "Search", "map.md": "Map", "big.md": "Big" }),
	"plans/search.md": one("Search"),
	"plans/map.md": one("Map"),
	"plans/big.md": one("Big"),
	"vendor/x/plans/notes.md": one("Notes"),
};

type Files = Readonly<Record<string, string | undefined>>;

/** Writes files; `undefined`: takes them away. */
function write(folder: string, files: Files): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		if (text === undefined) rmSync(join(folder, path));
		else writeFileSync(join(folder, path), text);
	}
}

function commit(folder: string, files: Files = {}): void {
	write(folder, files);
	git(folder, "add", "--all");
	git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--no-verify", "-m", "A");
}

/** A repository with one commit, and the packages installed. */
function repository(files: Files = {}): string {
	const folder = createFolder({});
	git(folder, "init", "--quiet");
	commit(folder, { ...FILES, ...files });
	linkPackages(folder);
	return folder;
}

function eslint(folder: string, ...files: readonly string[]): { code: number | null; screen: string } {
	const bin = join(folder, "node_modules/eslint/bin/eslint.js");
	const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...files], { cwd: folder, encoding: "utf8" });
	return { code: status, screen: stdout + stderr };
}

interface Check {
	readonly summary: { readonly errors: number; readonly older: number; readonly plans: number };
	readonly findings: readonly {
		readonly file: string;
		readonly range: { readonly start: { readonly line: number } };
		readonly message: string;
	}[];
}

function check(folder: string, ...args: readonly string[]): { code: number | null; files: string[]; older: number } {
	const { code, stdout, stderr } = acidPlans(folder, "check", "--json", ...args);
	expect(stdout, stderr).toMatch(/^\{/);
	const { findings, summary } = JSON.parse(stdout) as Check;
	for (const { message } of findings) expect(message).toContain(SENTENCE);
	return { code, files: findings.map(({ file, range }) => `${file}:${range.start.line}`), older: summary.older };
}

const PLACES = ["plans/big.md", "plans/README.md", "plans/archive/old.md", "vendor/x/plans/notes.md"] as const;

describe.each(PLACES)("%s, which is refused,", (place) => {
	it("has one finding, and other plans are linted as usual", () => {
		const folder = repository({ [place]: REFUSED, "plans/map.md": one("Map").replace("## Goals", "## Whatever") });
		expect(eslint(folder, "plans/search.md")).toEqual({ code: 0, screen: "" });
		const { code, screen } = eslint(folder, "plans", "vendor");
		expect({ code, findings: screen.match(/^ +\d+:\d+ +error.*$/gm)?.length }, screen).toEqual({
			code: 1,
			findings: 2,
		});
		expect(screen).toContain("acid-plans/require-sections");
		expect(screen).toContain(SENTENCE);
		expect(screen).not.toMatch(/Oops|^\s+at /m);
		expect(check(folder, place)).toEqual({ code: 1, files: [`${place}:1`], older: 0 });
	});

	it("fails the commit that brings it, and lets those pass that leave it, mend it or take it away", () => {
		const folder = repository();
		write(folder, { [place]: REFUSED });
		git(folder, "add", "--all");
		expect(check(folder, "--staged")).toEqual({ code: 1, files: [`${place}:1`], older: 0 });

		commit(folder);
		expect(check(folder, "--range", "HEAD~1..HEAD")).toMatchObject({ code: 1, files: [`${place}:1`] });
		write(folder, { "plans/search.md": one("Search").replace("ten", "nine") });
		git(folder, "add", "--all");
		expect(check(folder, "--staged")).toEqual({ code: 0, files: [], older: 1 });

		commit(folder);
		const mended = place in FILES ? FILES[place as keyof typeof FILES] : one("Old").replace("🟡 Planned", "✅ Done");
		write(folder, { [place]: mended });
		git(folder, "add", "--all");
		expect(check(folder, "--staged").code).toBe(0);
		expect(check(folder, "--range", "HEAD~1..HEAD").code).toBe(0);
	});

	it("may be deleted", () => {
		const folder = repository({ [place]: REFUSED });
		write(folder, { [place]: undefined });
		if (place === "plans/big.md")
			write(folder, { "plans/README.md": index({ "search.md": "Search", "map.md": "Map" }) });
		git(folder, "add", "--all");
		expect(check(folder, "--staged").code).toBe(0);
		commit(folder);
		expect(check(folder, "--range", "HEAD~1..HEAD").code).toBe(0);
	});
});

describe("what is remembered", () => {
	it("of a document that was refused is what a cold run finds, once it is mended", () => {
		const folder = repository({ "plans/big.md": REFUSED });
		const contrary = one("Big").replace("🟡 Planned", "✅ Done");
		const steps: readonly (readonly [Files, number])[] = [
			[{ "plans/search.md": one("Search").replace("ten", "nine") }, 0],
			[{ "plans/big.md": contrary, "plans/search.md": one("Search").replace("ten", "nine") }, 1],
			[{ "plans/big.md": REFUSED }, 0],
			[{ "plans/big.md": one("Big") }, 0],
		];
		for (const [files, code] of steps) {
			write(folder, files);
			git(folder, "add", "--all");
			const warm = acidPlans(folder, "check", "--staged", "--json");
			expect(acidPlans(folder, "check", "--staged", "--json"), "once more").toEqual(warm);
			rmSync(join(folder, ".git/acid-plans"), { recursive: true, force: true });
			expect(acidPlans(folder, "check", "--staged", "--json"), "with nothing remembered").toEqual(warm);
			if ("plans/big.md" in files || code === 0) expect(warm.stdout).toMatch(/^\{/);
		}
	});

	it("by ESLint's own cache changes with the document", () => {
		const folder = repository({ "plans/big.md": REFUSED });
		const run = (): string => eslint(folder, "--cache", "plans").screen;
		expect(run()).toContain(SENTENCE);
		expect(run()).toContain(SENTENCE);
		write(folder, { "plans/big.md": one("Big").replace("🟡 Planned", "✅ Done") });
		expect(run()).toMatch(/README\.md[\s\S]*index-agreement/);
		write(folder, { "plans/big.md": one("Big") });
		expect(run()).toBe("");
	});
});

describe("a report", () => {
	const problem = /^acid-plans: plans\/big\.md:1 cannot be parsed\. This line begins .*\.\n$/;

	it("of status goes on without it, says so, and lets others wait for it", () => {
		const folder = repository({
			"plans/big.md": REFUSED,
			"plans/map.md": goodPlan("Map", { phases: 1, dependsOn: "[Big](big.md)" }),
		});
		const { code, stdout, stderr } = acidPlans(folder, "status");
		expect({ code, lines: stdout.split("\n").filter((line) => line.startsWith("plans/")) }).toEqual({
			code: 0,
			lines: [
				expect.stringMatching(/^plans\/map\.md .* big\.md +ok$/) as string,
				expect.stringMatching(/^plans\/search\.md .* Phase 1: .* ok$/) as string,
			],
		});
		expect(stderr).toMatch(problem);
		const { unread } = JSON.parse(acidPlans(folder, "status", "--json").stdout) as { unread: { path: string }[] };
		expect(unread.map(({ path }) => path)).toEqual(["plans/big.md"]);
		expect(acidPlans(folder, "status", "plans/search.md")).toMatchObject({ code: 0, stderr: "" });
	});

	it("of status knows nothing of an index that is refused", () => {
		const folder = repository({ "plans/README.md": REFUSED });
		expect(acidPlans(folder, "status", "plans").stdout).toMatch(/^plans\/map\.md .* cannot be read$/m);
	});

	it("of graph draws the others", () => {
		const folder = repository({ "plans/big.md": REFUSED });
		const { code, stdout, stderr } = acidPlans(folder, "graph", "--json");
		expect(code).toBe(0);
		expect(stderr).toMatch(problem);
		const graph = JSON.parse(stdout) as { plans: { path: string }[]; unread: { path: string }[] };
		expect(graph.plans.map(({ path }) => path)).toEqual(["plans/map.md", "plans/search.md", "vendor/x/plans/notes.md"]);
		expect(graph.unread.map(({ path }) => path)).toEqual(["plans/big.md"]);
	});

	it("of index changes no entry for it, and ends with 1", () => {
		const before = index({ "search.md": "Search", "big.md": "Large" });
		const folder = repository({ "plans/big.md": REFUSED, "plans/README.md": before });
		const { code, stderr } = acidPlans(folder, "index", "plans");
		expect(code).toBe(1);
		expect(stderr).toMatch(problem);
		const after = readFileSync(join(folder, "plans/README.md"), "utf8");
		expect(after).toContain("map.md");
		expect(after.split("\n")).toEqual(expect.arrayContaining(before.split("\n")));
		expect(acidPlans(folder, "index", "--check", "plans").code).toBe(1);
		write(folder, { "plans/big.md": one("Large") });
		expect(acidPlans(folder, "index", "--check", "plans").code).toBe(0);
	});

	it("of index leaves one that is refused as it is, and makes one beside documents that are", () => {
		const folder = repository({ "plans/README.md": REFUSED, "vendor/x/plans/notes.md": REFUSED });
		const { code, stdout } = acidPlans(folder, "index", "--create");
		expect({ code, stdout }).toEqual({
			code: 1,
			stdout: expect.stringMatching(
				/^plans\/README\.md:1 Parsing error: This line .*\nvendor\/x\/plans\/README\.md created\n$/,
			) as string,
		});
		expect(readFileSync(join(folder, "plans/README.md"), "utf8")).toBe(REFUSED);
	});
});

describe("other commands", () => {
	it("make a new plan, but from no template and into no index that is refused", () => {
		const folder = repository({ "plans/big.md": REFUSED, "plans/README.md": REFUSED });
		const failed = acidPlans(folder, "new", "Export", "--folder", "plans");
		expect(failed).toMatchObject({ code: 2, stdout: "" });
		expect(failed.stderr).toMatch(/^acid-plans: plans\/README\.md:1 cannot be parsed\. This line .*\n$/);
		write(folder, { "plans/README.md": FILES["plans/README.md"] });
		expect(acidPlans(folder, "new", "Export", "--folder", "plans").code).toBe(0);
		expect(readFileSync(join(folder, "plans/README.md"), "utf8")).toContain("export.md");
	});

	it("say of a plan that is refused that the plan is at fault", () => {
		const folder = repository({ "plans/big.md": REFUSED });
		const { code, stdout } = acidPlans(folder, "doctor", "plans/big.md");
		expect(code).toBe(1);
		expect(stdout).toMatch(/✗ ESLint cannot lint this plan: Parsing error: This line .*\n +→ Mend the plan/);
	});

	it("set up a repository that has one", () => {
		const folder = createFolder({ "package.json": "{}", "plans/big.md": REFUSED, "plans/search.md": one("Search") });
		git(folder, "init", "--quiet");
		const { code, stdout } = acidPlans(folder, "init", "--dry-run", "--json");
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ template: { shapes: { plans: 1, withPhases: 1 } } });
	});
});

it("lets no other plan lose what is done, unless the refused one has changed, too", { timeout: 60_000 }, () => {
	const done = one("Search").replace("### Phase 1", "### Phase 0: Ranking ✅\n\n**Objective**: Rank\n\n### Phase 1");
	const folder = repository({ "plans/big.md": REFUSED, "plans/search.md": done });
	const gone = (): boolean =>
		acidPlans(folder, "check", "--staged").stdout.includes('Phase 0 ("Ranking") was done at HEAD');
	write(folder, { "plans/search.md": one("Search") });
	git(folder, "add", "--all");
	expect(gone()).toBe(true);
	write(folder, { "plans/big.md": `${REFUSED}\nMore.\n` });
	git(folder, "add", "--all");
	expect(gone()).toBe(false);
});
