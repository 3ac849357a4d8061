import { testRule } from "../../../test/test-rule.js";
import rule from "./index-complete.js";

const filename = "plans/README.md";
const plan = (title: string, status = "🟡 Planned"): string =>
	`# ${title} Implementation Plan\n\n**Status**: ${status}\n\n### Phase 1: One\n`;
const documents = { "plans/search.md": plan("Search"), "plans/cache.md": plan("Cache", "✅ Done") };
const head = "# Plans\n\n## Active Plans\n\n";
const entry = "- [Search](search.md) - 🟡 Planned\n";
const atTitle = { line: 1, column: 1, endLine: 1, endColumn: 8 };

testRule(rule, [
	{
		name: "is silent about an index that lists each plan once",
		filename,
		documents,
		text: `${head}${entry}\n## Completed Plans\n\n- [Cache](cache.md)\n`,
	},
	{
		name: "adds a plan to the group that fits its status, in the form of the entries there",
		filename,
		documents,
		text: `${head}${entry}\n## Completed Plans\n\n- [Catalog](catalog.md) - ✅ Complete\n`,
		errors: [
			{ messageId: "unlisted", message: "plans/cache.md", ...atTitle },
			{
				messageId: "dead",
				message: "plans/catalog.md",
				line: 9,
				column: 13,
				endLine: 9,
				endColumn: 23,
				suggestions: [{ messageId: "remove", output: `${head}${entry}\n## Completed Plans\n\n` }],
			},
		],
		output: `${head}${entry}\n## Completed Plans\n\n- [Catalog](catalog.md) - ✅ Complete\n- [Cache](cache.md) - ✅ Complete\n`,
	},
	{
		name: "adds rows to a table",
		filename,
		documents,
		text: "# Plans\n\n| # | Plan | Status | Owner |\n|---|---|---|---|\n| 1 | [Search](search.md) | Planned | Ann |\n",
		errors: [{ messageId: "unlisted", ...atTitle }],
		output:
			"# Plans\n\n| # | Plan | Status | Owner |\n|---|---|---|---|\n| 1 | [Search](search.md) | Planned | Ann |\n|  | [Cache](cache.md) | ✅ Done |  |\n",
	},
	{
		name: "fills an index that is empty yet",
		filename,
		documents,
		text: "# Plans\n\n## Active Plans\n\n## Completed Plans\n",
		errors: [
			{ messageId: "unlisted", message: "plans/cache.md", ...atTitle },
			{ messageId: "unlisted", message: "plans/search.md", ...atTitle },
		],
		output:
			"# Plans\n\n## Active Plans\n\n- [Search](search.md) - 🟡 Planned\n\n## Completed Plans\n\n- [Cache](cache.md) - ✅ Done\n",
	},
	{
		name: "adds nothing where no group is certain",
		filename,
		documents,
		text: "# Plans\n\n## Backend\n\n- [Search](search.md)\n\n## Frontend\n\n- [Old](archive/old.md)\n",
		tracked: ["plans/archive/old.md"],
		errors: [{ messageId: "unlisted", ...atTitle }],
	},
	{
		name: "reports an entry that was listed twice",
		filename,
		documents: { "plans/search.md": plan("Search") },
		text: `${head}${entry}\n## Completed Plans\n\n${entry}`,
		errors: [
			{
				messageId: "repeated",
				message: "line 5",
				line: 9,
				column: 12,
				endLine: 9,
				endColumn: 21,
				suggestions: [{ messageId: "remove", output: `${head}${entry}\n## Completed Plans\n\n` }],
			},
		],
	},
	{
		name: "offers the place to which a plan has moved",
		filename,
		documents: { "plans/archive/old.md": plan("Old", "✅ Done") },
		text: "# Plans\n\n- [Old](old.md)\n",
		errors: [
			{
				messageId: "dead",
				message: "`plans/archive/old.md` has its name",
				line: 3,
				column: 9,
				endLine: 3,
				endColumn: 15,
				suggestions: [
					{ messageId: "relink", output: "# Plans\n\n- [Old](archive/old.md)\n" },
					{ messageId: "remove", output: "# Plans\n\n" },
				],
			},
		],
	},
	{
		name: "lets an overview and its details name a plan each",
		filename,
		documents: { "plans/search.md": plan("Search") },
		text: "# Plans\n\n| Plan |\n|---|\n| [Search](search.md) |\n\n### [Search](search.md)\n",
	},
	{
		name: "needs no entry for archived plans, templates and notes",
		settings: { template: "free" },
		filename,
		documents: {
			"plans/archive/old.md": plan("Old"),
			"plans/TEMPLATE.md": plan("A"),
			"plans/notes.md": "# Notes\n\nWords\n",
		},
		text: "# Plans\n\n## Active Plans\n",
	},
	{
		name: "asks for an entry for notes where asked to",
		settings: { template: "free" },
		options: { checkNotes: true },
		filename,
		documents: { "plans/notes.md": "# Notes\n\nWords\n" },
		text: "# Plans\n\n## Ideas\n\nNone yet.\n\n## Active Plans\n\nMany.\n\n| A |\n|---|\n| b |\n",
		errors: [{ messageId: "unlisted", ...atTitle }],
	},
	{
		name: "takes a close-out for a note, whatever it counts, as long as nothing in it is open",
		settings: { template: "free" },
		filename,
		documents: {
			"plans/search.md": plan("Search"),
			"plans/closeout.md":
				"# Importer — close-out\n\n## Phase A: Readers\n\nAll moved.\n\n## Phase B: Writers\n\nAll moved.\n",
			"plans/open.md":
				"# Exporter — close-out\n\n## Phase A: Readers\n\n- [x] Move\n\n## Phase B: Writers\n\n- [ ] Move\n",
		},
		text: `${head}${entry}`,
		errors: [{ messageId: "unlisted", ...atTitle, message: "plans/open.md" }],
		output: `${head}${entry}- [Exporter — close-out](open.md)\n`,
	},
	{
		name: "takes a page of prose for no index",
		filename,
		documents,
		text: "# Plans\n\nEvery file here is a snapshot of its day.\n",
	},
	{
		name: "takes a file that is named in a drawn tree for listed",
		filename,
		documents,
		text: `${head}${entry}\n\`\`\`\nplans/\n└── cache.md\n\`\`\`\n`,
	},
	{
		name: "leaves to the index of a folder further down what is below it",
		filename,
		documents: {
			"plans/web/README.md": "# Web\n\nWords.\n",
			"plans/web/a.md": plan("A"),
			"plans/search.md": plan("Search"),
		},
		text: `${head}${entry}`,
	},
	{
		name: "is silent where a plan is named by a code span that leads nowhere",
		filename,
		documents: { "plans/search.md": plan("Search") },
		text: `${head}${entry}- \`example.md\` shows how\n`,
	},
	{
		name: "names none of several files that have the name",
		filename,
		documents: { "plans/archive/old.md": plan("Old", "✅ Done"), "plans/done/old.md": plan("Old", "✅ Done") },
		text: "# Plans\n\n- [Old](old.md)\n",
		errors: [
			{
				messageId: "dead",
				message: "lists `plans/old.md`, which is not there. Correct the link",
				line: 3,
				column: 9,
				endLine: 3,
				endColumn: 15,
				suggestions: [{ messageId: "remove", output: "# Plans\n\n" }],
			},
		],
	},
	{
		name: "asks for an entry for every document where a template is asked for",
		filename,
		documents: { "plans/search.md": plan("Search"), "plans/notes.md": "Words\n" },
		text: `${head}${entry}`,
		errors: [{ messageId: "unlisted", message: "`plans/notes.md` (without a title)", ...atTitle }],
		output: `${head}${entry}- [notes.md](notes.md)\n`,
	},
	{
		name: "tells of an index without a title at its beginning",
		filename,
		documents: { "plans/search.md": plan("Search") },
		text: "## Active Plans\n\n- [Gone](gone.md)\n",
		errors: [
			{ messageId: "unlisted", line: 1, column: 1, endLine: 1, endColumn: 1 },
			{
				messageId: "dead",
				line: 3,
				column: 10,
				endLine: 3,
				endColumn: 17,
				suggestions: [{ messageId: "remove", output: "## Active Plans\n\n" }],
			},
		],
		output: "## Active Plans\n\n- [Gone](gone.md)\n- [Search](search.md)\n",
	},
]);
