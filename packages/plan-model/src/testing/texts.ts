import fc from "fast-check";

/**
 * For tests only: any text at all, and texts of the words that a reader knows, with and without spaces between them, which
 * no chance would put together.
 */
export function textsWith(words: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc.oneof(
		fc.string({ unit: "binary" }),
		fc.array(words).map((list) => list.join(" ")),
		fc.array(words).map((list) => list.join("")),
	);
}
