import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFor, readNaming } from "./file-naming.js";

const TODAY = "2025-06-07";
const name = (names: readonly string[], title: string): string | undefined => nameFor(title, readNaming(names), TODAY);

describe("the name of a new plan", () => {
	it.each<[string, string[], string, string]>([
		["a folder without plans", [], "Full-text search", "full-text-search.md"],
		["numbers of three digits", ["001-a.md", "002-b.md"], "C", "003-c.md"],
		["a gap in numbers", ["01-a.md", "07-b.md"], "C", "08-c.md"],
		["numbers that grew", ["9-a.md", "10-b.md"], "C", "11-c.md"],
		["days", ["2024-01-02-a.md", "2024-02-03-b.md"], "C", "2025-06-07-c.md"],
		["half of them with numbers", ["001-a.md", "b.md"], "C", "c.md"],
		["underscores", ["a_b.md", "c_d.md"], "E f", "e_f.md"],
		["an ending that the title has already", ["a-plan.md", "b-plan.md"], "Search plan", "search-plan.md"],
		["accents", [], "Übergabe & Café", "übergabe-café.md"],
	])("%s", (_, names, title, expected) => {
		expect(name(names, title)).toBe(expected);
	});

	it("is one name of a file, or none, for any title", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
				const result = name(["001_a.md"], title);
				if (result === undefined) return;
				expect(result).toMatch(/^002_[^/\\\s:*?"<>|]+\.md$/u);
				expect([...result].length).toBeLessThan(100);
			}),
		);
	});
});
