import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckJson, CheckReportJson } from "acid-plans";
import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git } from "./command-line.js";
import { BROKEN, FIXABLE, INDEX, PLAN } from "./plan-texts.js";

const REFERENCE = join(import.meta.dirname, "../../../docs/reference/json.md");

/** The JSON blocks of the documentation. */
function documentedExamples(): unknown[] {
	return [...readFileSync(REFERENCE, "utf8").matchAll(/^```json\n([^]*?)^```$/gm)].map(
		([, text = ""]) => JSON.parse(text) as unknown,
	);
}

/** Every field in these values, by its way from the top, with its type; what is `null` or empty says nothing. */
function fieldsOf(...values: readonly unknown[]): string[] {
	const fields = new Set<string>();
	const visit = (value: unknown, way: string): void => {
		if (Array.isArray(value)) for (const each of value) visit(each, `${way}[]`);
		else if (typeof value === "object" && value !== null)
			for (const [name, each] of Object.entries(value)) visit(each, `${way}.${name}`);
		else if (value !== null) fields.add(`${way}: ${typeof value}`);
	};
	for (const value of values) visit(value, "");
	return [...fields].sort();
}

function report(folder: string, ...args: readonly string[]): CheckReportJson {
	const { code, stdout } = acidPlans(folder, "check", "--json", ...args);
	const json = JSON.parse(stdout) as CheckJson;
	expect(json).toMatchObject({ version: 1, exitCode: code });
	if (json.exitCode === 2) throw new Error(json.error.message);
	return json;
}

/** What an edit of the report makes of a text. */
function applied(
	text: string,
	{ range, text: by }: CheckReportJson["findings"][number]["suggestions"][number]["edits"][number],
): string {
	return text.slice(0, range.start.offset) + by + text.slice(range.end.offset);
}

describe("check --json", () => {
	it("tells everything of a finding", () => {
		const folder = createFolder({ "docs/plans/search.md": BROKEN });
		git(folder, "init", "--quiet");
		const { findings, ...rest } = report(join(folder, "docs"));
		expect(rest).toEqual({
			version: 1,
			exitCode: 1,
			root: realpathSync(folder),
			source: "worktree",
			summary: { plans: 1, phases: 1, errors: 1, warnings: 0, older: 0 },
			notes: [expect.stringContaining("`--template free`") as unknown],
			plans: [{ file: "docs/plans/search.md", kind: "plan", phases: 1 }],
			fixes: [],
		});
		expect(findings).toEqual([
			{
				file: "docs/plans/search.md",
				rule: "acid-plans/require-sections",
				severity: "error",
				message: 'The section "Goals" is missing. Add `## Goals`.',
				range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 29, offset: 28 } },
				fix: null,
				suggestions: [
					{
						description: 'Insert an empty section "Goals" at its place in the template.',
						edits: [expect.anything() as unknown],
					},
				],
				reason: "Require the sections of the template",
				url: expect.stringMatching(/^https:.*\/require-sections\.md$/) as unknown,
				fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
			},
		]);
	});

	it("gives edits that mend the plan", () => {
		const text = `\u{feff}${FIXABLE}`;
		const folder = createFolder({ "plans/search.md": text });
		const fix = report(folder).findings[0]?.fix;
		expect(fix && applied(FIXABLE, fix)).toBe(PLAN);

		writeFileSync(join(folder, "plans/search.md"), BROKEN);
		const edit = report(folder).findings[0]?.suggestions[0]?.edits[0];
		expect(edit && applied(BROKEN, edit)).toBe(BROKEN.replace("## Prerequisites", "## Goals\n\n## Prerequisites"));
	});

	it("says what fixes change, and whether it was written", () => {
		const folder = createFolder({ "plans/search.md": FIXABLE });
		const fixed = (written: boolean): unknown[] => [
			{ file: "plans/search.md", written, diff: expect.stringContaining("+**Status**: 🟡 Planned\n") as unknown },
		];
		expect(report(folder, "--fix-dry-run")).toMatchObject({ exitCode: 0, fixes: fixed(false), findings: [] });
		expect(report(folder, "--fix")).toMatchObject({ exitCode: 0, fixes: fixed(true), findings: [] });
		expect(report(folder)).toMatchObject({ fixes: [] });
	});

	it("has the fields that its documentation has, and no others", () => {
		const [documented, fixes, failure] = documentedExamples();
		const folder = createFolder({ "plans/search.md": BROKEN, "plans/contact.md": FIXABLE });
		expect(fieldsOf(report(folder, "--fix-dry-run"), report(folder))).toEqual(fieldsOf(documented, fixes));
		expect(fieldsOf(JSON.parse(acidPlans(folder, "check", "--json", "nowhere").stdout))).toEqual(fieldsOf(failure));
		const described = readFileSync(REFERENCE, "utf8").matchAll(/^\| `(\w+)` \|/gm);
		const top = new Set([...described].map(([, name]) => name));
		for (const field of Object.keys(documented as object)) if (field !== "version") expect(top).toContain(field);
	});

	it("is what its documentation shows", () => {
		const [documented, fixes] = documentedExamples();
		const text = BROKEN.replace("🟡", "ðŸŸ¡");
		const folder = createFolder({ "plans/README.md": INDEX, "plans/search.md": text });
		git(folder, "init", "--quiet");
		expect({ ...report(folder), root: "/home/user/handbook" }).toEqual(documented);
		expect(report(folder, "--fix-dry-run")).toMatchObject(fixes as object);
	});

	it("stands beside reports in files", () => {
		const folder = createFolder({ "plans/search.md": PLAN });
		expect(report(folder, "--format", "sarif", "--output", "a.sarif")).toMatchObject({ exitCode: 0 });
	});

	it("has an answer when nothing is staged", () => {
		const folder = createFolder({ "plans/search.md": BROKEN });
		git(folder, "init", "--quiet");
		expect(report(folder, "--staged")).toMatchObject({ exitCode: 0, source: "index", findings: [], plans: [] });
	});

	it.each<[string, string[], RegExp]>([
		["a wrong path", ["nowhere"], /^There is no file or folder nowhere\./],
		["a wrong option", ["--stagd"], /^unknown option '--stagd'/],
		["a contradiction", ["--format", "sarif"], /^The standard output holds one report/],
		["a config with an error", ["plans"], /eslint\.config\.mjs cannot be used: .*\.$/],
	])("could not run: %s", (_, args, sentence) => {
		const folder = createFolder({ "eslint.config.mjs": "export default [;\n", "plans/search.md": PLAN });
		const { code, stdout, stderr } = acidPlans(folder, "check", "--json", ...args);
		expect(JSON.parse(stdout)).toEqual({
			version: 1,
			exitCode: 2,
			error: { message: expect.stringMatching(sentence) as unknown },
		});
		expect(stderr).not.toBe("");
		expect(code).toBe(2);
	});
});
