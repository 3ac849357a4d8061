import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fixPlan, lintPlan } from "./lint-plan.js";

/*
 * fixtures/<rule>/<anything>.md: a document with the expectation in place. `<!-- expect: rule -->` at the end of a line,
 * or alone on the line above it, says that the rule reports that line; where it stands nowhere, the rule is silent.
 */

const folder = new URL("./fixtures/", import.meta.url);
const EXPECT = /<!-- expect: ([a-z-]+(?:, [a-z-]+)*) -->/;

/** Findings that a document expects, as `line rule`. */
function expectations(text: string): string[] {
	const lines = text.split(/\r\n|\r|\n/);
	return lines.flatMap((line, index) => {
		const match = EXPECT.exec(line);
		if (!match?.[1]) return [];
		const isAlone = line.replace(EXPECT, "").trim() === "";
		return match[1].split(", ").map((rule) => `${isAlone ? index + 2 : index + 1} ${rule}`);
	});
}

for (const rule of readdirSync(folder)) {
	describe(rule, () => {
		const ruleFolder = new URL(`${rule}/`, folder);
		it.each(readdirSync(ruleFolder))("%s", (file) => {
			const text = readFileSync(new URL(file, ruleFolder), "utf8");
			const found = lintPlan({ text }, { [rule]: [] });
			expect(found.map(({ line, ruleId }) => `${line} ${ruleId?.replace("acid-plans/", "")}`)).toEqual(
				expectations(text),
			);
			const fixed = fixPlan({ text }, { [rule]: [] });
			expect(fixPlan({ text: fixed }, { [rule]: [] }), "--fix a second time").toBe(fixed);
			expect(
				lintPlan({ text: fixed }, { [rule]: [] }).filter(({ fix }) => fix),
				"what --fix leaves",
			).toEqual([]);
		});
	});
}
