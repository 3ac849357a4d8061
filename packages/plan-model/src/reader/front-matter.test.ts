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

	const unreadable = (words: string): string => `YAML cannot be read from here on (${words})`;
	const nested = unreadable("Nested mappings are not allowed in compact mappings");

	it.each<[yaml: string, at: string, reason: string, fixed: string | undefined]>([
		["status:Done\nowner: Ada", "status:Done", unreadable("Implicit keys need to be on a single line"), "status: Done"],
		["two words\nowner: Ada", "two words", unreadable("Implicit keys need to be on a single line"), undefined],
		[
			"owner: Ada\nstatus:Done",
			"status:Done",
			unreadable("Implicit map keys need to be followed by map values"),
			"status: Done",
		],
		["title: a: b", "title: a: b", nested, 'title: "a: b"'],
		["title: a: b\n  more", "title: a: b", nested, undefined],
		["title: a: b\nx: y\n  more", "title: a: b", nested, 'title: "a: b"'],
		[`${"x: y\n".repeat(11)}long title: a: b`, "long title: a: b", nested, undefined],
		['title: "a": b', 'title: "a": b', nested, undefined],
		['title: a: it\'s "on"', 'title: a: it\'s "on"', nested, "title: 'a: it''s \"on\"'"],
		[
			"x: 1\ntitle: @a\\b  ",
			"title: @a\\b",
			unreadable("Plain value cannot start with reserved character @"),
			"title: '@a\\b'",
		],
		["tags:\n\t- a", "\t- a", unreadable("Tabs are not allowed as indentation"), undefined],
		['title: "open\nx: y', "x: y", unreadable('Missing closing "quote'), undefined],
		["\n# status: done\n", "# status: done", "to YAML it is a comment", undefined],
		["- a\n- b", "- a", "it is no table of keys and values", undefined],
	])("says where %j cannot be read, and how to write it", (yaml, at, reason, fixed) => {
		for (const newline of ["\n", "\r\n"]) {
			const source = `---\n${yaml}\n---\n`.replaceAll("\n", newline);
			const { problem } = read(source);
			expect([problem?.at.text, problem?.reason, problem?.edit?.text]).toEqual([at, reason, fixed]);
			expect(source.slice(problem?.at.range.start, problem?.at.range.end)).toBe(at);
			if (fixed !== undefined) expect(problem?.hint).toContain(`: \`${fixed}\``);
		}
	});

	it.each([
		["tags:\n\t- a", "Indent with spaces"],
		["x: 1\ntags: [a, b", "Write each line as `key: value`, and a line `---` behind the last one"],
		['title: "a": b', "Write each line as `key: value`, and a line `---` behind the last one"],
		["two words\nowner: Ada", "Write each line as `key: value`, and a line `---` behind the last one"],
	])("says of %j what can be done", (yaml, hint) => {
		expect(read(`---\n${yaml}\n---\n`).problem?.hint).toBe(hint);
	});

	it("has nothing to say of what is empty, or of a key that comes twice", () => {
		expect(read("---\n\n---\n").problem).toBeUndefined();
		expect(plain("---\na: 1\na: 2\n'b c': 3\n---\n")).toEqual({ a: ["1"], "b c": ["3"] });
		expect(read("---\na: 1\na: 2\n---\n").problem).toBeUndefined();
	});

	it.each(["just text", "- a\n- b", "&a [*a]", "{a: *b}", "", "? a\n? b", "a: &x 1\na: *x"])(
		"never throws: %j",
		(yaml) => {
			expect(() => read(`---\n${yaml}\n---\n`)).not.toThrow();
		},
	);
});
