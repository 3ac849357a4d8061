import fc from "fast-check";
import { expect, it } from "vitest";
import plugin from "../../packages/eslint-plugin/src/index.js";
import { lintPlan, type PlanInput, type RulesToRun } from "../../packages/eslint-plugin/test/lint-plan.js";
import { tryOut } from "./budget.js";
import { documents } from "./documents.js";

const ALL: RulesToRun = Object.fromEntries(Object.keys(plugin.rules).map((name) => [name, []]));

/** What no parser takes, in each of its kinds, alone or with a plan around it. */
const HOSTILE = [
	">".repeat(10_001),
	"- ".repeat(5_001),
	"1. ".repeat(6_000),
	"*a ".repeat(20_001),
	"&amp; ".repeat(20_001),
];
const refused: fc.Arbitrary<string> = fc
	.tuple(documents, fc.constantFrom(...HOSTILE), documents)
	// An empty line before: what stands above must not hide the kind, and not end the paragraph behind it.
	.map(([above, hostile, below]) => `${above.slice(0, 200)}\n\n${hostile}a\n\n${below.slice(0, 200)}`);

const OTHERS = [
	"plans/other.md",
	"plans/README.md",
	"plans/archive/done.md",
	"plans/c/README.md",
	"packages/x/plans/b.md",
];
/** Sentences that name the others: what is said of them is to be judged, too. */
const names: fc.Arbitrary<string> = fc
	.array(
		fc.constantFrom(
			...OTHERS.flatMap((path) => [`[Other](/${path})`, `[Other](../${path}#phase-1-store)`, `\`${path}\``]),
			"**Depends on**: [Other](other.md) Phase 2",
			"**Depends on**: Other",
			"**Depends on**: Plan 12",
			"- [Other](other.md) - ✅ Done",
			"- [Done](archive/done.md)",
			"- [C](c/)",
			"### Phase 1: Store ✅",
			"**Files**: `src/a.ts`",
		),
		{ maxLength: 6 },
	)
	.map((lines) => lines.join("\n\n"));

/** A plan that the rules have much to say of, and whatever else. */
const text: fc.Arbitrary<string> = fc.oneof(
	documents,
	fc.constantFrom(
		"# A Implementation Plan\n\n**Status**: 🔄 In Progress",
		"# Plan 11: A\n\n### Phase 1: Store\n\n**Depends on**: [Other](other.md)\n\n**Files**: `src/a.ts`",
		"# Plan 12: Other\n\n**Status**: ✅ Done\n\n**Depends on**: [Second](second.md)\n\n### Phase 1: Store ✅",
		"# Plans\n\n- [A](a.md) - 🟡 Planned\n- [Other](other.md) - ✅ Done",
	),
);

const inputs: fc.Arbitrary<PlanInput> = fc.record({
	text: fc.tuple(text, names).map(([text, more]) => `${text}\n\n${more}\n`),
	filename: fc.constantFrom("plans/a.md", "plans/INDEX.md", "plans/archive/b.md"),
	settings: fc.constantFrom({ template: "acid" as const }, { template: "free" as const }),
	documents: fc.record({ "plans/second.md": text, "plans/c/d.md": text }, { requiredKeys: [] }),
	tracked: fc.constantFrom([], ["src/a.ts"]),
});

/**
 * What was found and where. Words are left out: they count and name the other plans. Of references that are wrong in two ways
 * one of two rules tells, at the link or at the list that it stands in: of them only whether there are any counts.
 */
const findings = (input: PlanInput): string[] =>
	lintPlan(input, ALL).map(({ ruleId, messageId, line, column }) =>
		/valid-(?:links|dependencies)$/u.test(ruleId ?? "") ? "reference" : `${ruleId} ${messageId} ${line}:${column}`,
	);

/** What a document may be called. A name that two plans have is no reference; one that a single plan has that can be read is. */
const calledIn = (given: string): ReadonlySet<string> =>
	new Set(
		[...given.matchAll(/^ *# *(.*)$/gmu)].flatMap(([, title = ""]) => [title.trim(), /\d+/u.exec(title)?.[0] ?? title]),
	);

it.each(HOSTILE)("what is tried is refused", (hostile) => {
	expect(() => lintPlan({ text: `A\n\n${hostile}a\n\nB` }, ALL)).toThrow(/Parsing error: \S/);
});

it("a document that is refused is the cause of no finding in another one", () => {
	const others = fc.dictionary(fc.constantFrom(...OTHERS), fc.tuple(text, refused));
	tryOut(fc.tuple(inputs, others), ([input, others]) => {
		const called = [
			input.text,
			...Object.values(input.documents ?? {}),
			...Object.values(others).map(([each]) => each),
		];
		const all = called.flatMap((each) => [...calledIn(each)]);
		fc.pre(new Set(all).size === all.length);
		const withOthers = (at: 0 | 1): PlanInput => ({
			...input,
			documents: {
				...input.documents,
				...Object.fromEntries(Object.entries(others).map(([path, texts]) => [path, texts[at]])),
			},
		});
		const readable = new Set(findings(withOthers(0)));
		expect(findings(withOthers(1)).filter((finding) => !readable.has(finding))).toEqual([]);
	});
});

it("a document that was refused at the base has the findings of a new one", () => {
	tryOut(fc.tuple(inputs, refused), ([input, before]) => {
		const { filename = "" } = input;
		expect(findings({ ...input, base: { [filename]: before } })).toEqual(findings({ ...input, base: {} }));
	});
});
