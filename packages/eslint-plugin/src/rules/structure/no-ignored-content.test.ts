import fc from "fast-check";
import { expect, it } from "vitest";
import { lintPlan } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./no-ignored-content.js";

const plan = (...blocks: readonly string[]): string =>
	`# Cache Implementation Plan\n\n## ACID Breakdown\n\n${blocks.join("\n\n")}\n`;

testRule(rule, [
	{
		name: "is silent about a plan in which everything is read",
		text: plan("### Phase 1: Store\n**Objective**: Keep positions", "### Phase 2: Map"),
	},
	{
		name: "fails closed where no phase is recognised",
		text: "# Cache Implementation Plan\n\n## Work\n\nFirst the store, then the map.\n",
		errors: [{ messageId: "noPhase", line: 1, column: 3, endLine: 1, endColumn: 28, message: "`### Phase 1: Title`" }],
	},
	{
		name: "fails closed on an empty text",
		text: "",
		errors: [{ messageId: "empty", line: 1, column: 1, endLine: 1, endColumn: 1 }],
	},
	{
		name: "takes front matter and white space for empty",
		text: "---\nstatus: draft\n---\n\n \n",
		errors: [{ messageId: "empty", line: 1, column: 1, endLine: 1, endColumn: 1 }],
	},
	{
		name: "quotes a value that YAML cannot read",
		text: `---\ntitle: Cache: the store\nstatus: draft\n---\n\n${plan("### Phase 1: Store")}`,
		errors: [
			{
				messageId: "nearMiss",
				message:
					'"title: Cache: the store" looks like front matter, but YAML cannot be read from here on (Nested mappings are not allowed in compact mappings). Put the value in quotation marks',
				line: 2,
				column: 1,
				endLine: 2,
				endColumn: 24,
				suggestions: [
					{
						messageId: "write",
						output: `---\ntitle: "Cache: the store"\nstatus: draft\n---\n\n${plan("### Phase 1: Store")}`,
					},
				],
			},
		],
	},
	{
		name: "names headings that front matter swallows",
		text: `---\nstatus: draft\n\n${plan("### Phase 1: Store", "---", "### Phase 2: Map")}`,
		errors: [
			{
				messageId: "nearMiss",
				message: "but the front matter is still open here. Close the front matter",
				line: 6,
				column: 1,
				endLine: 6,
				endColumn: 18,
			},
		],
	},
	{
		name: "names the heading of the team's own template",
		settings: {
			template: { sections: [], fields: [], phaseWord: "Etappe", level: 2 },
			vocabulary: { series: ["Etappe"] },
		},
		text: "# Cache\n",
		errors: [{ messageId: "noPhase", line: 1, column: 3, endLine: 1, endColumn: 8, message: "`## Etappe 1: Title`" }],
	},
	{
		name: "leaves notes alone under the free template",
		settings: { template: "free" },
		text: "# Review\n\nAll is well.\n",
	},
	{ name: "leaves archives alone", filename: "plans/archive/old.md", text: "# Cache\n" },
	{
		name: "reports a heading that is nearly a phase, and not the whole plan on top",
		text: plan("### Phase One: Store"),
		errors: [
			{
				messageId: "nearMiss",
				line: 5,
				column: 5,
				endLine: 5,
				endColumn: 14,
				message: 'looks like a phase, but its number is a word. Write "Phase 1: …".',
				suggestions: [{ messageId: "write", output: plan("### Phase 1: Store") }],
			},
		],
	},
	{
		name: "reports a label that a list swallows",
		text: plan("### Phase 1: Store\n\n**Steps**:\n1. Keep positions\n**Testing**: Run it").replaceAll("\n", "\r\n"),
		errors: [
			{
				messageId: "nearMiss",
				line: 9,
				column: 3,
				endLine: 9,
				endColumn: 10,
				message: "looks like a field",
				suggestions: [
					{
						messageId: "write",
						output: plan("### Phase 1: Store\n\n**Steps**:\n1. Keep positions\n\n**Testing**: Run it").replaceAll(
							"\n",
							"\r\n",
						),
					},
				],
			},
		],
	},
	{
		name: "reports labels that one list swallows once, since one empty line frees them",
		text: plan("### Phase 1: Store\n\n**Steps**:\n1. Keep positions\n**Testing**: Run it\n**Deliverables**: A store"),
		errors: [
			{
				messageId: "nearMiss",
				line: 9,
				column: 3,
				endLine: 9,
				endColumn: 10,
				suggestions: [
					{
						messageId: "write",
						output: plan(
							"### Phase 1: Store\n\n**Steps**:\n1. Keep positions\n\n**Testing**: Run it\n**Deliverables**: A store",
						),
					},
				],
			},
		],
	},
	{
		name: "reports a separator that makes a heading of the line above",
		text: plan("### Phase 1: Store\n\n**Deliverables**: A store\n---", "### Phase 2: Map"),
		errors: [
			{
				messageId: "nearMiss",
				line: 7,
				column: 3,
				endLine: 7,
				endColumn: 15,
				suggestions: [
					{
						messageId: "write",
						output: plan("### Phase 1: Store\n\n**Deliverables**: A store\n\n---", "### Phase 2: Map"),
					},
				],
			},
		],
	},
	{
		name: "reports a misspelt status, without a suggestion where none is certain",
		settings: { template: "free" },
		text: "# Cache\n\n**Stauts**: 🟡 Planned\n\n### Phase 1: Store\n\n- a\n\n  ### Phase 2: Map\n\n### Phase 3: Use\n",
		errors: [
			{
				messageId: "nearMiss",
				line: 3,
				column: 3,
				endLine: 3,
				endColumn: 9,
				message: "looks like a status",
				suggestions: [
					{
						messageId: "write",
						output:
							"# Cache\n\n**Status**: 🟡 Planned\n\n### Phase 1: Store\n\n- a\n\n  ### Phase 2: Map\n\n### Phase 3: Use\n",
					},
				],
			},
			{ messageId: "nearMiss", line: 9, column: 7, endLine: 9, endColumn: 14, message: "stands inside a list" },
		],
	},
	{
		name: "reports dependencies and rows that name a phase nearly",
		text:
			plan("### Phase 1: Store", "### Phase 2: Map\n\n**Depends on**: Phase One") +
			"\n## Timeline\n\n- Phase 1: 2 days\n- Phsae 2: 1 day\n",
		errors: [
			{
				messageId: "nearMiss",
				line: 9,
				column: 17,
				endLine: 9,
				endColumn: 26,
				message: "looks like a dependency",
				suggestions: [
					{
						messageId: "write",
						output:
							plan("### Phase 1: Store", "### Phase 2: Map\n\n**Depends on**: Phase 1") +
							"\n## Timeline\n\n- Phase 1: 2 days\n- Phsae 2: 1 day\n",
					},
				],
			},
			{
				messageId: "nearMiss",
				line: 14,
				column: 3,
				endLine: 14,
				endColumn: 10,
				message: "looks like a row of the timeline",
				suggestions: [
					{
						messageId: "write",
						output:
							plan("### Phase 1: Store", "### Phase 2: Map\n\n**Depends on**: Phase One") +
							"\n## Timeline\n\n- Phase 1: 2 days\n- Phase 2: 1 day\n",
					},
				],
			},
		],
	},
]);

it("is silent about right plans in every accepted spelling", () => {
	const word = fc.constantFrom("Phase", "PHASE", "Task", "Step", "Milestone", "Fase", "Schritt", "Этап");
	const heading = fc.constantFrom(
		"W N: T",
		"W N — T",
		"**W N: T**",
		"✅ W N: T",
		"W N: T (2-3 days)",
		"W N: T ✅ COMPLETED",
		"4.N W N: T",
		"W N. T {#N}",
		"W N: T (Atomic)",
		"W N",
		"W N (T)",
	);
	const form = fc.constantFrom(
		"**L**: v",
		"**L:** v",
		"**L.** v",
		"**L** — v",
		"L: v",
		"- **L**: v",
		"> **L**: v",
		"#### L\n\nv",
		"**L:**\n\n- v",
	);
	const body = fc.array(
		fc.tuple(fc.constantFrom("Objective", "Testing", "Deliverables", "Rollback", "Our own"), form),
		{ maxLength: 3 },
	);
	const extra = fc.constantFrom(
		"",
		"````md\n### Phase 9: X\n```\n````",
		"<!-- ### Phase 9: X -->",
		"> ### Phase 9: X",
		"1. a\n\t- b\n\n\t\tc",
		"**Note:** **Phase 1: T** is first",
		"### Summary of it",
		"Text\n\n---",
	);
	const document = fc.record({
		front: fc.constantFrom("", "---\nstatus: planned\n---\n\n"),
		word,
		heading,
		first: fc.constantFrom(0, 1, 5),
		phases: fc.array(fc.tuple(body, extra), { minLength: 1, maxLength: 4 }),
		end: fc.constantFrom("\n", "\r\n"),
		mark: fc.constantFrom("", "\uFEFF"),
	});
	fc.assert(
		fc.property(document, ({ front, word, heading, first, phases, end, mark }) => {
			const blocks = phases.map(([fields, more], index) => {
				const number = String(first + index);
				const parts: Readonly<Record<string, string>> = { W: word, N: number, T: `Part ${number}` };
				const title = `### ${heading.replaceAll(/\b[WNT]\b/gu, (part) => parts[part] ?? part)}`;
				return [title, ...fields.map(([label, shape]) => shape.replace("v", "x").replace("L", label)), more].join(
					"\n\n",
				);
			});
			const text =
				mark +
				`${front}# Cache Implementation Plan\n\n## ACID Breakdown\n\n${blocks.join("\n\n")}\n`.replaceAll("\n", end);
			expect(
				lintPlan({ text }, { "no-ignored-content": [] }, { extra: { "no-ignored-content": rule } }).map(
					({ message }) => message,
				),
			).toEqual([]);
		}),
		{ numRuns: 150 },
	);
});
