import { testRule } from "../../../test/test-rule.js";
import rule from "./require-sections.js";

const sections = (titles: readonly string[]): string =>
	`# Cache Implementation Plan\n\n${titles.map((title) => `## ${title}\n\nText\n`).join("\n")}`;
const COMPLETE = [
	"Overview",
	"Goals",
	"Prerequisites",
	"ACID Breakdown",
	"Success Criteria",
	"Risks & Mitigation",
	"Timeline",
];
const TITLE = { line: 1, column: 1, endLine: 1, endColumn: 28 };

testRule(rule, [
	{ name: "is silent about a plan with every section", text: sections(COMPLETE) },
	{ name: "takes synonyms", text: sections(["Summary", ...COMPLETE.slice(1, -1), "Schedule"]) },
	{
		name: "reports a missing section and inserts it at its place",
		text: sections(COMPLETE.filter((title) => title !== "Goals")),
		errors: [
			{
				...TITLE,
				messageId: "missing",
				message: '"Goals"',
				suggestions: [{ messageId: "insert", output: sections(COMPLETE).replace("## Goals\n\nText\n", "## Goals\n") }],
			},
		],
	},
	{
		name: "inserts the last section at the end",
		text: sections(COMPLETE.slice(0, -1)),
		errors: [
			{
				...TITLE,
				messageId: "missing",
				suggestions: [
					{ messageId: "insert", output: sections(COMPLETE).replace("## Timeline\n\nText\n", "## Timeline\n") },
				],
			},
		],
	},
	{
		name: "names a near miss instead",
		text: sections(["Overvew", ...COMPLETE.slice(1)]),
		errors: [
			{
				messageId: "nearMiss",
				message: '"Overvew"',
				line: 3,
				column: 1,
				endLine: 3,
				endColumn: 11,
				suggestions: [{ messageId: "rename", output: sections(COMPLETE) }],
			},
		],
	},
	{
		name: "tells of a section that a fence swallows, once a fence",
		text: sections(COMPLETE).replace("## Risks", "```sh\nnpm test\n\n## Risks"),
		errors: [
			{
				messageId: "swallowed",
				message: '"Risks & Mitigation" is read as code: the fence of line 23',
				line: 26,
				column: 4,
				endLine: 26,
				endColumn: 22,
			},
		],
	},
	{
		name: "leaves a section alone that stands in a fence with a phase",
		text: sections(COMPLETE)
			.replace(
				"## ACID Breakdown\n\nText",
				"## ACID Breakdown\n\n### Phase 1: Store\n\n```sh\nnpm test\n\n### Phase 2: Read",
			)
			.replace("## Timeline\n\nText", "## Timeline\n\n```\n- Phase 1: one day\n```"),
	},
	{ name: "is silent under the free template", text: "# Notes\n", settings: { template: "free" } },
	{ name: "is silent in archives", filename: "plans/archive/old.md", text: "# Notes\n" },
	{
		name: "asks for the sections of a team's own template",
		settings: { template: { sections: ["Why", "Goals"], fields: [] } },
		text: "# Cache\n\n## Goals\n\nText\n",
		errors: [
			{
				messageId: "missing",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 8,
				suggestions: [{ messageId: "insert", output: "# Cache\n\n## Why\n\n## Goals\n\nText\n" }],
			},
		],
	},
]);
