import { describe, expect, it } from "vitest";
import { readIndexEntries } from "./index-entries.js";
import type { IndexEntry } from "../plan.js";
import { read } from "../testing/read.js";

function entries(text: string): readonly IndexEntry[] {
	return read(text, { kind: "index", path: "plans/README.md" }).entries;
}

function summary(text: string): string[] {
	return entries(text).map((entry) => {
		const parts = [
			entry.hasTitle ? entry.title.text : "-",
			entry.url,
			entry.status?.tier,
			entry.group?.tier,
			entry.description?.text,
		];
		return parts
			.map((part) => part ?? "")
			.join("|")
			.replace(/\|+$/u, "");
	});
}

describe(readIndexEntries, () => {
	it.each([
		[
			"the normal form",
			"## Active Plans\n\n- [Search](search.md) - 🟡 Planned - Finds things\n",
			["Search|search.md|planned|active|Finds things"],
		],
		[
			"a title that begins with a letter of two UTF-16 units",
			"- [𒓨𖧀 search](search.md) - 🟡 Planned\n",
			["𒓨𖧀 search|search.md|planned"],
		],
		[
			"a description before the status",
			"- **[Search](./search.md)**: Finds things — ✅ Done\n",
			["Search|./search.md|done||Finds things"],
		],
		[
			"a description with separators",
			"- [Search](search.md) — finds: this - and that\n",
			["Search|search.md|||finds: this - and that"],
		],
		[
			"marks, numbers and dates before the link",
			"- ✅ **001.** [Search](search.md)\n- 2026-01-05: [Catalog](index-build.md) (🔄 In Progress)\n",
			["Search|search.md|done", "Catalog|index-build.md|active"],
		],
		[
			"nested fields",
			"- [Search](search.md)\n  - **Status**: ✅ Completed\n  - **Description**: Finds things\n",
			["Search|search.md|done||Finds things"],
		],
		[
			"ticked boxes",
			"- [x] [Search](search.md)\n- [ ] [Catalog](idx.md)\n",
			["Search|search.md|done", "Catalog|idx.md"],
		],
		["code spans", "- `search.md` - Finds things\n- `2026/idx.md`\n", ["-|search.md|||Finds things", "-|2026/idx.md"]],
		[
			"a title before the link",
			"- Search revamp — [plan](search.md)\n- **Index build** ([idx.md](idx.md)): ✅ Done\n",
			["Search revamp|search.md", "Index build|idx.md|done"],
		],
		[
			"folders of plans",
			"- [Search revamp](2026-01-search/)\n- [Catalog](2026-02-index/README.md)\n",
			["Search revamp|2026-01-search/", "Catalog|2026-02-index/README.md"],
		],
		[
			"a table with links",
			"| Plan | Status | Description |\n|-|-|-|\n| [Search](search.md) | In Progress | Finds |\n| [Catalog](idx.md) | - | |\n",
			["Search|search.md|active||Finds", "Catalog|idx.md"],
		],
		[
			"a table with a column for the title",
			"| File | Title | Status |\n|-|-|-|\n| `search.md` | Search | Done |\n| idx.md | Catalog | Done |\n",
			["Search|search.md|done", "Catalog|idx.md|done"],
		],
		[
			"one entry for a row",
			"| Plan | Tasks |\n|-|-|\n| [Search](search.md) | [Tasks](search-tasks.md) |\n",
			["Search|search.md"],
		],
		[
			"headings",
			"## Completed\n\n### [001: Search](001-search.md) ✅ COMPLETED\n\n**Status**: history\n\n### [002: Catalog](002-index.md)\n\n**Status**: 🔄 In Progress\n",
			["001: Search|001-search.md|done|done", "002: Catalog|002-index.md|active|done"],
		],
		[
			"paragraphs",
			"### Search\n\n📄 **File:** [`search.md`](./search.md)\n\n[Catalog](idx.md) - ✅ Done\n",
			["-|./search.md", "Catalog|idx.md|done"],
		],
	])("reads %s", (_name, text, expected) => {
		expect(summary(`# Plans\n\n${text}`)).toEqual(expected);
	});

	it.each([
		[
			"prose",
			"See [Search](search.md). [Search](search.md) describes how.\n\n- Work on [Search](search.md) goes on\n- See also: [Search](search.md)\n",
		],
		[
			"other folders, the web and anchors",
			"- [A](../a.md)\n- [B](https://example.org/b.md)\n- [C](#c)\n- [D](d.md#phase-2)\n- [E](x/../../e.md)\n- [F](/f.md)\n",
		],
		["the index itself and folders as such", "- [Catalog](README.md)\n- [archive/](archive/)\n"],
		["other files", "- [Picture](a.png)\n- `npm test`\n- `src/a.ts`\n"],
		["fences, quotes and comments", "```\n- [A](a.md)\n```\n\n> - [B](b.md)\n\n<!-- - [C](c.md) -->\n"],
		["placeholders", "- `YYYY-MM-DD-feature.md`\n- [Name](NNN-name.md)\n"],
		[
			"other sections",
			"## Related Documents\n\n- [A](a.md)\n\n## How to Write Plans\n\n### Start\n\n- [B](b.md)\n\n## Template\n\n- [C](c.md)\n",
		],
	])("takes no entry from %s", (_name, text) => {
		expect(summary(`# Plans\n\n${text}`)).toEqual([]);
	});

	it("groups by the nearest heading that names a state", () => {
		const text =
			"# Active things\n\n- [A](a.md)\n\n## Completed Plans\n\n### Backend\n\n- [B](b.md)\n\n## Backend\n\n- [C](c.md)\n";
		expect(entries(text).map(({ group }) => group && [group.section.heading.text.text, group.tier])).toEqual([
			undefined,
			["Completed Plans", "done"],
			["Backend", undefined],
		]);
	});

	it("gives places", () => {
		const text = '# Plans\n\n- [Search plan](./search.md "title") - 🟡 Planned - Finds\n';
		const [entry] = entries(text);
		if (!entry) throw new Error("There is no entry.");
		const at = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
		expect([
			at(entry.title.range),
			at(entry.urlRange),
			entry.status && at(entry.status.range),
			entry.description && at(entry.description.range),
		]).toEqual(["Search plan", "./search.md", "🟡 Planned", "Finds"]);
	});
});
