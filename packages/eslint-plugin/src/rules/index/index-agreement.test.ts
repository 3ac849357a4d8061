import { testRule } from "../../../test/test-rule.js";
import rule from "./index-agreement.js";

const filename = "plans/README.md";
const plan = (title: string, status: string, front = ""): string =>
	`${front}# ${title} Implementation Plan\n\n**Status**: ${status}\n\n### Phase 1: One\n`;
const search = (status: string): Record<string, string> => ({ "plans/search.md": plan("Search", status) });

testRule(rule, [
	{
		name: "is silent where index and plan agree",
		filename,
		documents: search("🟡 Planned"),
		text: "# Plans\n\n## Active Plans\n\n- [Search](search.md) - Not started\n",
	},
	{
		name: "corrects a status, in the words of the index",
		filename,
		documents: { ...search("✅ Complete"), "plans/cache.md": plan("Cache", "Done") },
		text: "# Plans\n\n| Plan | Status |\n|---|---|\n| [Search](search.md) | Not Started |\n| [Cache](cache.md) | Finished |\n",
		errors: [
			{
				messageId: "status",
				message: '`plans/search.md` is "Not Started" here, but says "✅ Complete" itself',
				line: 5,
				column: 25,
				endLine: 5,
				endColumn: 36,
			},
		],
		output:
			"# Plans\n\n| Plan | Status |\n|---|---|\n| [Search](search.md) | Finished |\n| [Cache](cache.md) | Finished |\n",
	},
	{
		name: "corrects a title",
		filename,
		documents: search("Planned"),
		text: "# Plans\n\n- [Catalog pages](search.md)\n",
		errors: [{ messageId: "title", message: "line 1", line: 3, column: 4, endLine: 3, endColumn: 17 }],
		output: "# Plans\n\n- [Search](search.md)\n",
	},
	{
		name: "takes an abbreviation and the name of the file for the title",
		filename,
		documents: { "plans/012-fast-search.md": plan("012: Quick Search of Documents", "Planned") },
		text: "# Plans\n\n- [Quick search](012-fast-search.md)\n- [012](012-fast-search.md)\n- [Fast search](012-fast-search.md)\n",
	},
	{
		name: "puts no letter in a circle before a title again and again",
		filename,
		documents: { "plans/search.md": plan("🄫ÀA", "Planned") },
		text: "# Plans\n\n- [🄫ÀA](search.md)\n",
	},
	{
		name: "moves an entry to the group that fits",
		filename,
		documents: { ...search("✅ Done"), "plans/cache.md": plan("Cache", "🔄 In Progress") },
		text: "# Plans\n\n## Active Plans\n\n- [Search](search.md)\n  - Owner: Ann\n\n## Completed Plans\n\n- [Cache](cache.md)\n",
		errors: [
			{ messageId: "group", message: 'under "Active Plans"', line: 5, column: 12, endLine: 5, endColumn: 21 },
			{ messageId: "group", message: 'under "Completed Plans"', line: 10, column: 11, endLine: 10, endColumn: 19 },
		],
		output:
			"# Plans\n\n## Active Plans\n\n- [Cache](cache.md)\n\n## Completed Plans\n\n- [Search](search.md)\n  - Owner: Ann\n",
	},
	{
		name: "tells a status once, and does not move what it cannot place",
		filename,
		documents: search("✅ Done"),
		text: "# Plans\n\n## Active Plans\n\n- [Search](search.md)\n",
		errors: [{ messageId: "group", line: 5, column: 12, endLine: 5, endColumn: 21 }],
	},
	{
		name: "copies the description of the front matter",
		filename,
		documents: { "plans/search.md": plan("Search", "Planned", "---\ndescription: Full text search\n---\n\n") },
		text: "# Plans\n\n- [Search](search.md) - Planned - Finds things\n",
		errors: [{ messageId: "description", line: 3, column: 35, endLine: 3, endColumn: 47 }],
		output: "# Plans\n\n- [Search](search.md) - Planned - Full text search\n",
	},
	{
		name: "compares nothing with a plan that says no status",
		filename,
		documents: { "plans/search.md": "# Search\n\n### Phase 1: One\n" },
		text: "# Plans\n\n## Completed Plans\n\n- [Search](search.md) - ✅ Done\n",
	},
	{
		name: "lets what is on hold be planned",
		filename,
		documents: search("Planned"),
		text: "# Plans\n\n- [Search](search.md) - On hold\n",
	},
	{
		name: "leaves a box to the author: ticked it may mean read",
		filename,
		documents: search("🔄 In Progress"),
		text: "# Plans\n\n- [x] [Search](search.md)\n",
		errors: [{ messageId: "status", message: "In Progress", line: 3, column: 3, endLine: 3, endColumn: 6 }],
	},
]);
