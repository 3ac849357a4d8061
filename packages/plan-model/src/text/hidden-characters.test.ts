import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findHiddenCharacters } from "./hidden-characters.js";

it.each<[string, string, string[]]>([
	["a BOM inside", "# A\ufeff", ["ZERO WIDTH NO-BREAK SPACE (BOM)"]],
	["zero width", "Ph\u200base\u2060 1", ["ZERO WIDTH SPACE", "WORD JOINER"]],
	["a soft hyphen", "sta\u00adtus", ["SOFT HYPHEN"]],
	[
		"direction of text",
		"a\u202eb\u202c \u2066c\u2069",
		["RIGHT-TO-LEFT OVERRIDE", "POP DIRECTIONAL FORMATTING", "LEFT-TO-RIGHT ISOLATE", "POP DIRECTIONAL ISOLATE"],
	],
	["a direction mark between Latin letters", "a\u200eb", ["LEFT-TO-RIGHT MARK"]],
	["joiners between Latin letters", "a\u200cb\u200dc", ["ZERO WIDTH NON-JOINER", "ZERO WIDTH JOINER"]],
	["a joiner after an emoji with nothing behind", "🧙\u200d Plan", ["ZERO WIDTH JOINER"]],
	["tags without a flag", "a\u{e0041}", ["U+E0041"]],
	["fillers", "\u3164", ["HANGUL FILLER"]],
])("%s", (_, text, names) => {
	const found = findHiddenCharacters(text);
	expect(found.map(({ name }) => name)).toEqual(names);
	for (const { start, end, codePoint } of found) expect(text.slice(start, end)).toBe(String.fromCodePoint(codePoint));
});

describe("what is needed is left alone", () => {
	it.each<[string, string]>([
		["BOM at the start", "\ufeff# Plan"],
		["emoji sequences", "🧙‍♂️ 👩🏽‍💻 👁️‍🗨️ ❤️‍🔥 🏳️‍🌈 👨‍👩‍👧‍👦 ⚠️ ✔︎ 1️⃣"],
		["flags of regions", "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
		["Persian", "می\u200cخواهم"],
		["Hindi", "क्\u200dष र्\u200c"],
		["Thai", "แผน\u200bงาน"],
		["Hebrew with marks", "שלום (v1.2)\u200f \u200eabc"],
		["Arabic number sign", "\u0600\u0661"],
		["ordinary text", "naïve — “plan”\u00a0№ 5\t"],
	])("%s", (_, text) => {
		expect(findHiddenCharacters(text)).toEqual([]);
	});
});

it("never throws, and is linear", () => {
	fc.assert(
		fc.property(
			fc
				.array(
					fc.constantFrom(
						"a",
						"\u200d",
						"🧙",
						"\ufe0f",
						"\ud83d",
						"\udc00",
						"\u200e",
						"\n",
						"ש",
						"\u{e0067}",
						"🏴",
						"\ufeff",
						"ک",
					),
					{ maxLength: 30 },
				)
				.map((parts) => parts.join("")),
			(text) => {
				for (const { start, end, codePoint } of findHiddenCharacters(text))
					expect(text.slice(start, end)).toBe(String.fromCodePoint(codePoint));
			},
		),
	);
	for (const hostile of ["\u200e", "\u200d", "🏴\u{e0067}", "🧙\u200d"]) {
		const start = performance.now();
		findHiddenCharacters(hostile.repeat(100_000));
		expect(performance.now() - start).toBeLessThan(2000);
	}
});
