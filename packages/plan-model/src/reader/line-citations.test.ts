import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";

function citations(text: string): [string, string][] {
	return read(text).lineCitations.map(({ path, range }) => [path, text.slice(range.start, range.end)]);
}

it("finds lines behind paths, wherever they stand", () => {
	const text =
		"# A\n\nSee `src/a.ts:12` and [b](../src/b.ts#L3-L9).\n\n| x |\n| --- |\n| `` src/c.ts:7-9 `` |\n\n> - `lib/d.py:1`\n\n[e]: ../e.rs#L4\n";
	expect(citations(text)).toEqual([
		["src/a.ts", ":12"],
		["../src/b.ts", "#L3-L9"],
		["src/c.ts", ":7-9"],
		["lib/d.py", ":1"],
		["../e.rs", "#L4"],
	]);
});

it("finds lines of a neighbour, of one sentence in their order, and behind a query", () => {
	const text = "# A\n\n[c](c.md#L2), `a.ts:1`, [b](b.ts:12), `d.ts#L3` and [e](../e.ts?plain=1#L4)\n";
	expect(citations(text)).toEqual([
		["c.md", "#L2"],
		["a.ts", ":1"],
		["b.ts", ":12"],
		["d.ts", "#L3"],
		["../e.ts", "#L4"],
	]);
});

it("leaves pictures, files of a machine and targets alone that are written otherwise", () => {
	const text =
		"# A\n\n![a](a.png#L3) [b](file:///src/b.ts#L3) [c](//example.org/c.ts#L3) [d](d\\_e.ts#L12) `src/\nf.ts:3`\n";
	expect(citations(text)).toEqual([]);
});

it("leaves ports, times, fences and web pages alone", () => {
	const text =
		"# A\n\n`localhost:3000` `12:30` `a:1` `src/a.ts` [a](https://example.com/src/a.ts#L3) [b](#L4)\n\n```\nsrc/a.ts:12\n```\n";
	expect(citations(text)).toEqual([]);
});

describe("diagrams", () => {
	it.each([
		["```mermaid\ngraph\n```", 1],
		["![Flow](flow.png)", 1],
		["![Flow][f]\n\n[f]: flow.png", 1],
		['<img src="flow.svg">', 1],
		["- a\n\n  ```dot\n  digraph {}\n  ```", 1],
		["```ts\nconst a = 1;\n```", 0],
		["![build](https://img.shields.io/badge/a.svg)", 0],
		["`mermaid`", 0],
	])("%j", (body, count) => {
		expect(read(`# A\n\n${body}\n`).diagrams).toHaveLength(count);
	});
});
