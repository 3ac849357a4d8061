import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../testing/parse.js";
import { readAnchors } from "../reader/anchors.js";
import { mayHaveAnchor, trackedAnchors } from "./tracked-anchors.js";

const may = (text: string, fragment: string): boolean => mayHaveAnchor(trackedAnchors(text), fragment);

describe(trackedAnchors, () => {
	it.each([
		["# Getting Started", "getting-started", true],
		["# Getting Started", "getting-startet", false],
		["# Getting Started", "Getting%20Started", false],
		["  ## Run `pnpm build` ##", "run-pnpm-build", true],
		["> ### Quoted", "quoted", true],
		["Setext\n======", "setext", true],
		["# Twice\n\n# Twice", "twice-1", true],
		["# snake_case _and_ more", "snake_case-_and_-more", true],
		["# _All_ of it", "all-of-it", true],
		['<a id="here"></a>', "here", true],
		["# Title {#own}", "own", true],
		["plain text", "plain-text", false],
		["---\ntitle: One\nmore: two\n---\n\n# Store", "two", false],
		["Two lines\nof a heading\n---", "anything", true],
		// Without a parser nobody knows the text of these.
		["# See [the guide](guide.md)", "anything", true],
		["# Fish &amp; chips", "anything", true],
		["# Done :tada:", "anything", true],
		["text", "L12", true],
	])("of %j for #%s: %s", (text, fragment, expected) => {
		expect(may(text, fragment)).toBe(expected);
	});

	it("has every anchor that a parser finds", () => {
		const line = fc.oneof(
			fc
				.tuple(
					fc.constantFrom("# ", "## ", "> # ", "- # ", "   ### ", ""),
					fc.string({ unit: "grapheme", maxLength: 20 }),
				)
				.map((parts) => parts.join("")),
			fc.constantFrom("", "---", "===", "```", "<!--", "-->", "* a", "# a_b_ c", "# *x* y #"),
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
				const text = lines.join("\n");
				for (const anchor of readAnchors(parseMarkdown(text), text))
					expect(may(text, encodeURIComponent(anchor)), anchor).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});
