import { describe, expect, it } from "vitest";
import { readLinks } from "./links.js";
import { parseMarkdown } from "../testing/parse.js";

function read(source: string): string[] {
	return readLinks(parseMarkdown(source), source).map(
		(link) =>
			`${link.kind} ${link.text} → ${source.slice(link.urlRange.start, link.urlRange.end)}${source.slice(link.urlRange.start, link.urlRange.end) === link.url ? "" : ` = ${link.url}`}`,
	);
}

describe("readLinks", () => {
	it.each([
		["[Plan](other.md)", ["link Plan → other.md"]],
		['[**Plan** `b`](other.md#phase-2 "Title (x)")', ["link Plan b → other.md#phase-2"]],
		["[a](<my plan.md>)", ["link a → my plan.md"]],
		["[a](f\\(1\\).md)", ["link a → f\\(1\\).md = f(1).md"]],
		["[a](f(1).md)", ["link a → f(1).md"]],
		["[](empty.md)", ["link  → empty.md"]],
		["[a](one&amp;two.md)", ["link a → one&amp;two.md = one&two.md"]],
		["<https://example.org/x>", ["link https://example.org/x → https://example.org/x"]],
		["![a [b] c](pic.png)", ["image a [b] c → pic.png"]],
		["[![alt](pic.png)](target.md)", ["link alt → target.md", "image alt → pic.png"]],
		["`[a](b.md)` and\n\n```\n[a](b.md)\n```", []],
		["- [ ] [a](b.md)\n\n| [c](d.md) |\n|--|", ["link a → b.md", "link c → d.md"]],
		[
			"[a][ref] ![i][ref]\n\n[ref]: target.md 'T'\n[REF]: second.md",
			["link a → target.md", "image i → target.md", "definition ref → target.md", "definition REF → second.md"],
		],
		["[a]\n\n[a]:\n  <the file.md>", ["link a → the file.md", "definition a → the file.md"]],
		["[a][nowhere]", []],
	])("reads %j", (source, expected) => {
		expect(read(source)).toEqual(expected);
	});

	it("is not exhausted by nesting", () => {
		const source = `${"> ".repeat(3000)}[a](b.md)`;
		expect(read(source)).toEqual(["link a → b.md"]);
	});
});
