import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git } from "./command-line.js";
import { BROKEN, PLAN } from "./plan-texts.js";

/** Names and words that every format has to escape in its way, an error with a fix, one with a suggestion. */
const STRANGE = BROKEN.replace("🟡", "ðŸŸ¡").replace(
	"**Objective**",
	"See [a](<b, 100%: c|d\u001b[31m.md>) | <b>`x`</b>.\n\n**Objective**",
);
const NAME = "plans/a, b: 100% #1|c.md";

function strangeRepository(): string {
	const folder = createFolder({ [NAME]: STRANGE });
	git(folder, "init", "--quiet");
	return folder;
}

const schema = (name: string): object =>
	JSON.parse(readFileSync(join(import.meta.dirname, "schemas", name), "utf8")) as object;

function validator(name: string): ValidateFunction {
	const ajv = name.startsWith("sarif")
		? new AjvDraft04.default({ strict: false, unicodeRegExp: false })
		: new Ajv({ strictRequired: false });
	addFormats.default(ajv);
	return ajv.compile(schema(name));
}

describe("sarif", () => {
	const isSarif = validator("sarif-2.1.0-rtm.5.json");

	it("is valid, and names file, place, rule and fix", () => {
		const { code, stdout, stderr } = acidPlans(strangeRepository(), "check", "--format", "sarif");
		const log = JSON.parse(stdout) as Log;
		expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
		expect(code).toBe(1);
		expect(stderr).toMatch(/^Without an ESLint config, .*\nChecked 1 plan, 1 phase: \d errors in 1 file\n$/);

		const [run] = log.runs;
		const mojibake = run?.results?.find(({ ruleId }) => ruleId === "acid-plans/no-mojibake");
		expect(mojibake?.locations?.[0]?.physicalLocation).toEqual({
			artifactLocation: { uri: "plans/a%2C%20b%3A%20100%25%20%231%7Cc.md", uriBaseId: "%SRCROOT%" },
			region: { startLine: 3, startColumn: 13, endLine: 3, endColumn: 17 },
		});
		expect(mojibake?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
			{ deletedRegion: { charOffset: 42, charLength: 4 }, insertedContent: { text: "🟡" } },
		]);
		for (const { ruleId, ruleIndex } of run?.results ?? [])
			expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
	});

	it("is valid without findings", () => {
		const folder = createFolder({ "plans/search.md": PLAN });
		const { code, stdout } = acidPlans(folder, "check", "--format", "sarif");
		expect(isSarif(JSON.parse(stdout)), JSON.stringify(isSarif.errors)).toBe(true);
		expect(code).toBe(0);
	});

	it("the schema refuses what is none", () => {
		expect(isSarif({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
	});
});

describe("gitlab", () => {
	const isReport = validator("gitlab-code-quality.json");
	const report = (
		folder: string,
	): { fingerprint: string; check_name: string; location: { lines: { begin: number } } }[] =>
		JSON.parse(acidPlans(folder, "check", "--format", "gitlab").stdout) as ReturnType<typeof report>;

	it("is valid, and each finding has a fingerprint of its own", () => {
		const issues = report(strangeRepository());
		expect(isReport(issues), JSON.stringify(isReport.errors)).toBe(true);
		expect(issues.length).toBeGreaterThan(2);
		expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
	});

	it("knows a finding again when lines were inserted above it", () => {
		const folder = strangeRepository();
		const before = report(folder);
		writeFileSync(join(folder, NAME), STRANGE.replace("## Overview\n", "## Overview\nFirst\n\nthis.\n\n"));
		const after = report(folder);
		const of = (issues: typeof before, rule: string): (typeof before)[number] | undefined =>
			issues.find(({ check_name }) => check_name === `acid-plans/${rule}`);
		const [old, moved] = [of(before, "valid-links"), of(after, "valid-links")];
		expect(moved?.fingerprint).toBe(old?.fingerprint);
		expect(moved?.location.lines.begin).toBe((old?.location.lines.begin ?? 0) + 4);
	});
});

describe("several outputs in one run", () => {
	it("go to their own targets", () => {
		const folder = strangeRepository();
		const files = ["--format", "sarif", "--output", "reports/plans.sarif", "--format", "gitlab", "--output", "gl.json"];
		const { code, stdout } = acidPlans(folder, "check", "--format", "github", ...files, "--format", "stylish");
		expect(code).toBe(1);
		expect(stdout).toMatch(/^::error file=/);
		expect(stdout).toContain("✖ ");
		expect(JSON.parse(readFileSync(join(folder, "reports/plans.sarif"), "utf8"))).toHaveProperty("runs");
		expect(JSON.parse(readFileSync(join(folder, "gl.json"), "utf8"))).toBeInstanceOf(Array);
	});

	it("leave the screen to the summary when all are files", () => {
		const folder = strangeRepository();
		const { stdout } = acidPlans(folder, "check", "--format", "json", "--output", "eslint.json");
		expect(stdout).toMatch(/^Without an ESLint config, .*\nChecked 1 plan, 1 phase: \d errors in 1 file\n$/);
		const [result] = JSON.parse(readFileSync(join(folder, "eslint.json"), "utf8")) as Record<string, unknown>[];
		expect(result).toMatchObject({ filePath: expect.stringContaining("c.md") as unknown, fixableErrorCount: 1 });
	});
});

describe("formats for people", () => {
	it.each(["stylish", "frame"])("%s neither colours a pipe nor lets a plan steer the terminal", (format) => {
		const { stdout } = acidPlans(strangeRepository(), "check", "--format", format);
		expect(stdout).toContain("100%: c|d␛[31m.md");
		expect(stdout).not.toContain("\u001b");
	});

	it("frame shows the line, the range and what helps", () => {
		const { stdout } = acidPlans(strangeRepository(), "check", "--format", "frame");
		expect(stdout).toContain("> 3 | **Status**: ðŸŸ¡ Planned\n    |             ^^^^\n");
		expect(stdout).toMatch(
			/help: Disallow text .*\n {2}help: https:\S+\/no-mojibake\.md\n {2}help: `acid-plans check --fix`/,
		);
	});
});
