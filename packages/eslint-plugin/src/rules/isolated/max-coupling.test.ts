import { testRule } from "../../../test/test-rule.js";
import rule from "./max-coupling.js";

const plan = (line: string): string =>
	`# Cache Implementation Plan\n\n${[1, 2, 3, 4].map((label) => `### Phase ${label}: Part ${label}\n`).join("\n")}\n### Phase 5: Last\n\n**Depends on**: ${line}\n`;

testRule(rule, [
	{ name: "allows three", text: plan("Phases 1, 2 and 4") },
	{ name: "counts a phase once", text: plan("Phases 1, 2, 4, Phase 2") },
	{
		name: "counts the phases of a range",
		text: plan("Phases 1-4"),
		errors: [
			{
				messageId: "phases",
				line: 13,
				column: 17,
				endLine: 13,
				endColumn: 27,
				message: "Phase 5 depends on 4 other phases (Phase 1, Phase 2, Phase 3, Phase 4), more than 3.",
			},
		],
	},
	{ name: "takes a limit", options: [{ maxPhases: 4 }][0], text: plan("Phases 1-4") },
	{
		name: "counts the rows of a timeline",
		options: { maxPhases: 1 },
		text: "# Cache Implementation Plan\n\n### Phase 1: A\n\n### Phase 2: B\n\n### Phase 3: C\n\n## Timeline\n\n| Phase | Depends on |\n| --- | --- |\n| Phase 1 | None |\n| Phase 3 | Phase 1, Phase 2 |\n",
		errors: [{ messageId: "phases", line: 14, column: 13, endLine: 14, endColumn: 29 }],
	},
	{
		name: "counts other plans",
		text: plan("[Auth](auth.md) Phase 1, [Auth](auth.md) Phase 2, [Store](store.md), [Sync](sync.md)"),
		errors: [
			{
				messageId: "plans",
				line: 13,
				column: 18,
				endLine: 13,
				endColumn: 91,
				message: "3 other plans (auth.md, store.md, sync.md)",
			},
		],
	},
	{
		name: "leaves a dropped phase alone",
		text: plan("Phases 1-4").replace("Phase 5: Last", "Phase 5: Last 🚫"),
	},
]);
