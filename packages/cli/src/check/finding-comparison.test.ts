import type { Linter } from "eslint";
import { expect, it } from "vitest";
import { countFindings, separateOlder } from "./finding-comparison.js";

const finding = (line: number, message: string, ruleId = "acid-plans/x"): Linter.LintMessage => ({
	ruleId,
	message,
	line,
	column: 1,
	severity: 2,
});

it("knows a finding again when what it names has moved in the other document", () => {
	const text = "# A\n\n- writes `a.ts`";
	const before = countFindings([finding(3, "Also written at plans/b.md:14, line 14. Add a dependency.")], text);
	const { newer, older } = separateOlder(
		[finding(3, "Also written at plans/b.md:20, line 20. Add a dependency.")],
		text,
		before,
	);
	expect(newer).toEqual([]);
	expect(older).toHaveLength(1);
});

it.each([
	["valid-links", " (did you mean `docs/guide.md`?)"],
	["valid-links", " (files of that name are `a/guide.md`, `b/guide.md`)"],
])("knows a finding of %s again when another file is near: %s", (rule, suggestion) => {
	const text = "[a](../docs/guida.md)";
	const said = (more: string): Linter.LintMessage[] => [
		finding(
			1,
			`This link leads to \`docs/guida.md\`, which git does not track${more}. Correct it.`,
			`acid-plans/${rule}`,
		),
	];
	expect(separateOlder(said(suggestion), text, countFindings(said(""), text)).newer).toEqual([]);
	expect(separateOlder(said(""), text, countFindings(said(suggestion), text)).newer).toEqual([]);
});

it("takes the same words about another line for another finding", () => {
	const text = "first\nsecond";
	const { newer } = separateOlder([finding(2, "Wrong.")], text, countFindings([finding(1, "Wrong.")], text));
	expect(newer).toHaveLength(1);
});

it("of two alike takes as many for older as there were", () => {
	const text = "same\nsame";
	const { newer, older } = separateOlder(
		[finding(1, "Wrong."), finding(2, "Wrong.")],
		text,
		countFindings([finding(1, "Wrong.")], text),
	);
	expect({ newer: newer.length, older: older.length }).toEqual({ newer: 1, older: 1 });
});

it("takes everything for new where there was nothing", () => {
	expect(separateOlder([finding(1, "Wrong.")], "text", new Map()).newer).toHaveLength(1);
});
