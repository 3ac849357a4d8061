import { testRule } from "../../../test/test-rule.js";
import rule from "./valid-links.js";

const tracked = ["docs/adr/0006-store.md", "docs/flow.svg", "src/store.ts", "src/view/index.ts", "src/store/index.ts"];
const other = "# Search Implementation Plan\n\n### Phase 1: Index\n";
const documents = { "plans/search.md": other };

testRule(rule, [
	{
		name: "is silent about what is there",
		documents,
		tracked,
		text: "# Cache\n\n[a](search.md#phase-1-index) ![b](../docs/flow.svg) [c](../docs/adr/) [d](#cache) [e](../src/store.ts#L10)\n",
	},
	{
		name: "reports a link from the root, and writes it from the document",
		tracked,
		text: '# Cache\n\nSee [it](docs/adr/0006-store.md#why "title").\n',
		errors: [
			{
				messageId: "file",
				message: "`plans/docs/adr/0006-store.md`, which is not there (did you mean `docs/adr/0006-store.md`?)",
				line: 3,
				column: 10,
				endLine: 3,
				endColumn: 32,
				suggestions: [
					{ messageId: "replace", output: '# Cache\n\nSee [it](../docs/adr/0006-store.md#why "title").\n' },
				],
			},
		],
	},
	{
		name: "names all files of the name",
		tracked,
		text: "[it](../index.ts)\n",
		errors: [
			{
				messageId: "file",
				message: "`src/store/index.ts`, `src/view/index.ts`",
				line: 1,
				column: 6,
				endLine: 1,
				endColumn: 17,
			},
		],
	},
	{
		name: "offers the nearest name in the folder",
		documents,
		text: "[it](./serach.md)\n",
		errors: [
			{
				messageId: "file",
				line: 1,
				column: 6,
				endLine: 1,
				endColumn: 17,
				suggestions: [{ messageId: "replace", output: "[it](search.md)\n" }],
			},
		],
	},
	{
		name: "reports another letter case",
		tracked,
		text: "![it](../docs/Flow.svg)\n",
		errors: [
			{
				messageId: "otherCase",
				message: "tracks it as `docs/flow.svg`",
				line: 1,
				column: 7,
				endLine: 1,
				endColumn: 23,
				suggestions: [{ messageId: "replace", output: "![it](../docs/flow.svg)\n" }],
			},
		],
	},
	{
		name: "reports an anchor without a heading, in a text without a file too",
		filename: "",
		text: "[it](#phase-1-store)\n\n## Phase 1: Store ✅\n",
		errors: [
			{
				messageId: "anchor",
				message: "This document has no heading `#phase-1-store` (the nearest is `#phase-1-store-`)",
				line: 1,
				column: 6,
				endLine: 1,
				endColumn: 20,
				suggestions: [{ messageId: "replace", output: "[it](#phase-1-store-)\n\n## Phase 1: Store ✅\n" }],
			},
		],
	},
	{
		name: "reports an anchor that the other document does not have",
		documents,
		text: "[it](search.md#risks-and-more)\n",
		errors: [
			{
				messageId: "anchor",
				message: "plans/search.md has no heading `#risks-and-more`.",
				line: 1,
				column: 15,
				endLine: 1,
				endColumn: 30,
			},
		],
	},
	{
		name: "leaves entries of the index to index-complete",
		filename: "plans/README.md",
		documents,
		text: "# Plans\n\n- [Search](search.md)\n- [Gone](gone.md)\n\nAs [agreed](agreed.md).\n",
		errors: [{ messageId: "file", line: 6, column: 13, endLine: 6, endColumn: 22 }],
	},
	{
		name: "leaves dependencies on plans to valid-dependencies, and dependencies on other documents not",
		documents,
		tracked,
		text: "### Phase 1: A\n\n**Depends on**: [Gone](gone.md) Phase 2\n\n### Phase 2: B\n\n**Depends on**: [the decision](../docs/adr/0007-x.md)\n",
		errors: [{ messageId: "file", line: 7, column: 32, endLine: 7, endColumn: 53, suggestions: [] }],
	},
	{
		name: "leaves deliverables to existing-deliverables",
		tracked,
		text: "### Phase 1: A ✅\n\n**Deliverables**: [store](../src/memory.ts)\n",
	},
	{
		name: "reports a number that no decision record has",
		settings: { decisions: "docs/adr" },
		tracked,
		text: "As ADR-0005 and ADR-0006 say, ADR-0007 is to follow.\n",
		errors: [
			{
				messageId: "decision",
				message: "ADR-0005 is not in `docs/adr`, which has records up to 6",
				line: 1,
				column: 4,
				endLine: 1,
				endColumn: 12,
			},
		],
	},
	{
		name: "looks at no path outside the plans folders without a repository",
		settings: { repository: false },
		text: "[it](../docs/gone.md)\n",
	},
	{
		name: "says that git could not be asked",
		text: "# A\n\n[it](gone.md)\n",
		problem: "git is not installed",
		errors: [{ messageId: "unavailable", line: 1, column: 1, endLine: 1, endColumn: 4 }],
	},
]);
