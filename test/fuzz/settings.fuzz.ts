import { Linter } from "eslint";
import acidPlans from "eslint-config-acid-plans";
import fc from "fast-check";
import { expect, it } from "vitest";
import { tryOut } from "./budget.js";

const NAMES = [
	...["plans", "documents", "preset", "rules", "base", "repository", "decisions", "template", "vocabulary"],
	...[
		"sharedSurfaces",
		"parser",
		"codeBlocks",
		"index",
		"archive",
		"sections",
		"fields",
		"statusForms",
		"__proto__",
		"constructor",
	],
];
const WORDS = [
	"plans",
	"../plans",
	"/",
	"",
	"*",
	"[",
	"acid",
	"free",
	"strict",
	"recommended",
	"HEAD",
	"--all",
	"auto",
	"native",
	"Objective",
	"(a+)+$",
];

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.oneof(fc.constantFrom<unknown>(true, false, null, undefined, 0, -1, 1e9, ...WORDS), fc.string({ maxLength: 6 })),
		fc.array(tie("value"), { maxLength: 3 }),
		fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 4 })), tie("value"), { maxKeys: 4 }),
	),
}));
const options = fc.dictionary(fc.constantFrom(...NAMES, "plan"), value, { maxKeys: 4 });

/** A wrong option is told in a sentence that names it; anything else that is thrown is a defect of ours. */
it("options are used, or refused by name", () => {
	const linter = new Linter({ cwd: "/repository" });
	tryOut(options, (given) => {
		try {
			linter.verify("# A\n\n### Phase 1: B\n", acidPlans(given as never) as Linter.Config[], {
				filename: "/repository/plans/a.md",
			});
		} catch (error) {
			expect(error).toBeInstanceOf(Error);
			const { message, name } = error as Error;
			expect(`${name}: ${message}`).not.toMatch(/^(?:TypeError|RangeError|ReferenceError|SyntaxError): (?!.*acid)/i);
			expect(
				Object.keys(given).some((key) => message.includes(key)),
				message,
			).toBe(true);
		}
	});
});
