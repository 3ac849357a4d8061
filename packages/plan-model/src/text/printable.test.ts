import { describe, expect, it } from "vitest";
import { printable } from "./printable.js";

describe("printable", () => {
	it.each([
		["a line end", "A\n::error::x\r\n", "A␊::error::x␍␊"],
		["an escape sequence", "\u001b[2J\u0007", "␛[2J␇"],
		["NUL and DEL", "\0\u007f", "␀␡"],
		["C1 controls", "\u009b31m\u0085", "\ufffd31m\ufffd"],
		["line ends of Unicode", "a\u2028b\u2029c", "a\ufffdb\ufffdc"],
		[
			"what turns the direction of writing",
			"\u202ea\u2066b\u2069\u200e\u200f\u061c",
			"\ufffda\ufffdb\ufffd\ufffd\ufffd\ufffd",
		],
	])("replaces %s, one character by one", (_, text, expected) => {
		expect(printable(text)).toBe(expected);
		expect(expected).toHaveLength(text.length);
	});

	it.each(["a\tb", "größe 日本 🟡 👩‍👩‍👧", "e\u0301", "a\u200bb", ""])("keeps %j", (text) => {
		expect(printable(text)).toBe(text);
	});
});
