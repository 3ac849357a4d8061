import { describe, expect, it } from "vitest";
import { readFrontMatter, type FrontMatterReading } from "./front-matter.js";
import { readOutline } from "./outline.js";
import { parseMarkdown } from "../testing/parse.js";
import { createVocabulary } from "../text/vocabulary.js";

function read(source: string): FrontMatterReading {
	const { frontMatter } = readOutline(parseMarkdown(source), source, createVocabulary());
	if (!frontMatter) throw new Error("The fixture has no front matter.");
	return readFrontMatter(frontMatter.value, frontMatter.range, source);
}

function plain(source: string): Record<string, string[]> {
	return Object.fromEntries(
		[...read(source).entries].map(([key, { values }]) => [key, values.map((value) => value.text)]),
	);
}

describe("readFrontMatter", () => {
	it("reads scalars as written and lists of scalars", () => {
		expect(
			plain(
				"---\nstatus: In Progress\nnumber: 007\ncreated: 2026-01-05\ndone: yes\ntags: [a, 'b c']\ndepends_on:\n  - one.md\n  - two.md\n---\n",
			),
		).toEqual({
			status: ["In Progress"],
			number: ["007"],
			created: ["2026-01-05"],
			done: ["yes"],
			tags: ["a", "b c"],
			depends_on: ["one.md", "two.md"],
		});
	});

	it("leaves out what is deeper and keeps empty values", () => {
		expect(plain("---\nowner:\nmeta:\n  a: 1\nlist:\n  - a: 1\n---\n")).toEqual({ owner: [] });
	});

	it.each(['---\r\nstatus: "✅ Done" # note\r\n---\r\n', "---\n# comment\nstatus: ✅ Done\n---\n"])(
		"gives places in the document: %j",
		(source) => {
			const entry = read(source).entries.get("status");
			const value = entry?.values[0];
			expect(value?.text).toBe("✅ Done");
			expect(source.slice(value?.range.start, value?.range.end).replaceAll('"', "")).toBe("✅ Done");
			expect(source.slice(entry?.key.range.start, entry?.key.range.end)).toBe("status");
		},
	);

	it("notes broken YAML and keeps what was read", () => {
		const source = "---\nstatus: Done\ntitle: [open\n---\n";
		const reading = read(source);
		expect(reading.problem?.reason).toBeTruthy();
		expect(reading.entries.get("status")?.values[0]?.text).toBe("Done");
	});

	it.each(["just text", "- a\n- b", "&a [*a]", "{a: *b}", "", "? a\n? b", "a: &x 1\na: *x"])(
		"never throws: %j",
		(yaml) => {
			expect(() => read(`---\n${yaml}\n---\n`)).not.toThrow();
		},
	);
});
