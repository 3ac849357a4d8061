import fc from "fast-check";
import { expect, it } from "vitest";
import { overlapsAny } from "./range-overlap.js";

const range = fc
	.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
	.map(([start, length]) => ({ start, end: start + length }));

it("answers as comparing with each would", () => {
	fc.assert(
		fc.property(fc.array(range, { maxLength: 8 }), range, (ranges, asked) => {
			const expected = ranges.some((each) => each.start < asked.end && asked.start < each.end);
			expect(overlapsAny(ranges)(asked)).toBe(expected);
		}),
	);
});
