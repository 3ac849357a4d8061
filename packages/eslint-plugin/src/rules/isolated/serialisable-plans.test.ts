import { testRule } from "../../../test/test-rule.js";
import rule from "./serialisable-plans.js";

const search =
	"# Search Implementation Plan\n\n### Phase 1: Index\n\n### Phase 2: Page\n**Depends on**: [Map](map.md) Phase 1\n";
const map = (dependency: string): string =>
	`# Map Implementation Plan\n\n### Phase 1: Layer\n**Depends on**: ${dependency}\n`;

testRule(rule, [
	{
		name: "is silent where one plan can come first",
		filename: "plans/search.md",
		text: search,
		documents: { "plans/map.md": map("None") },
	},
	{
		name: "is silent about a plan that depends on no other",
		filename: "plans/map.md",
		text: map("None"),
		documents: { "plans/search.md": search },
	},
	{ name: "is silent without other plans", filename: "", text: search },
	{
		name: "reports plans that need each other in turns",
		filename: "plans/search.md",
		text: search,
		documents: { "plans/map.md": map("[Search](search.md) Phase 1") },
		errors: [
			{
				messageId: "interleaved",
				message:
					"This plan and `plans/map.md` cannot be carried out one after the other: Phase 2 of `plans/search.md` (line 5) needs Phase 1 of `plans/map.md` and Phase 1 of `plans/map.md` (line 3) needs Phase 1 of `plans/search.md`.",
				line: 6,
				column: 18,
				endLine: 6,
				endColumn: 38,
			},
		],
	},
	{
		name: "reports it in the other plan, too",
		filename: "plans/map.md",
		text: map("[Search](search.md) Phase 1"),
		documents: { "plans/search.md": search },
		errors: [
			{
				messageId: "interleaved",
				message: "This plan and `plans/search.md`",
				line: 4,
				column: 18,
				endLine: 4,
				endColumn: 44,
			},
		],
	},
	{
		name: "leaves phases that wait in a circle to no-dependency-cycles",
		filename: "plans/map.md",
		text: map("[Search](search.md) Phase 2"),
		documents: { "plans/search.md": search },
	},
]);
