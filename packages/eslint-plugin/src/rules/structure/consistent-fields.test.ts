import { testRule } from "../../../test/test-rule.js";
import rule from "./consistent-fields.js";

const FREE = { template: "free" } as const;
const phase = (number: number, title: string, ...lines: string[]): string =>
	`### Phase ${number}: ${title}\n\n${lines.join("\n\n")}\n\n`;
const full = (number: number): string => phase(number, "Store", "**Goal:** x", "**Deliverables:** y", "Text");
const plan = (...phases: string[]): string => `# Cache\n\n${phases.join("")}`.trimEnd() + "\n";

testRule(rule, [
	{
		name: "is silent about phases with the same fields",
		settings: FREE,
		text: plan(full(1), full(2), full(3), full(4)),
	},
	{
		name: "reports the field that one phase has not",
		settings: FREE,
		text: plan(full(1), full(2), phase(3, "Evict", "**Goal:** x", "Text"), full(4)),
		errors: [
			{
				messageId: "missing",
				line: 19,
				column: 1,
				endLine: 19,
				endColumn: 19,
				message: 'Phase 3 has no "Deliverables", which its 3 siblings all have',
				suggestions: [
					{
						messageId: "insert",
						output: plan(full(1), full(2), phase(3, "Evict", "**Goal:** x", "Text", "**Deliverables**: TBD"), full(4)),
					},
				],
			},
		],
	},
	{
		name: "is silent where two phases have not",
		settings: FREE,
		text: plan(full(1), full(2), full(3), phase(4, "A", "Text"), phase(5, "B", "Text")),
	},
	{ name: "asks for enough siblings", settings: FREE, text: plan(full(1), full(2), phase(3, "Evict", "Text")) },
	{
		name: "asks for as many siblings as it is told",
		settings: FREE,
		options: { minSiblings: 2 },
		text: plan(
			phase(1, "A", "**Owner:** Ada", "Text"),
			phase(2, "B", "**Owner:** Ada", "Text"),
			phase(3, "Evict", "Text"),
		),
		errors: [
			{
				messageId: "missing",
				line: 15,
				column: 1,
				endLine: 15,
				endColumn: 19,
				suggestions: [
					{
						messageId: "insert",
						output: plan(
							phase(1, "A", "**Owner:** Ada", "Text"),
							phase(2, "B", "**Owner:** Ada", "Text"),
							phase(3, "Evict", "Text", "**Owner**: TBD"),
						),
					},
				],
			},
		],
	},
	{
		name: "leaves what the template asks for to require-phase-fields",
		text: plan(full(1), full(2), phase(3, "Evict", "Text"), full(4)),
	},
	{
		name: "asks no files of a phase that checks or plans",
		settings: FREE,
		text: plan(
			...[1, 2, 3].map((number) => phase(number, "Store", "**Files:** `a.ts`", "**Testing:** x")),
			phase(4, "Documentation & Release", "Text"),
		),
	},
	{
		name: "takes a phase without dependencies or status for what it is",
		settings: FREE,
		text: plan(
			phase(1, "A", "Text"),
			...[2, 3, 4].map((number) => phase(number, "B", `**Depends on:** Phase ${number - 1}`, "**Status:** Planned")),
		),
	},
	{
		name: "leaves a dropped phase alone",
		settings: FREE,
		text: plan(full(1), full(2), phase(3, "Evict 🚫", "Text"), full(4)),
	},
	{
		name: "looks at siblings only",
		settings: FREE,
		text: `# A\n\n## Server\n\n${full(1)}${full(2)}## Client\n\n${full(3)}${phase(4, "Evict", "Text")}`,
	},
]);
