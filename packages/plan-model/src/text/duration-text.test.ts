import { describe, expect, it } from "vitest";
import { durationText } from "./duration-text.js";
import { readEstimate, sumEstimates } from "./estimate.js";

describe(durationText, () => {
	it.each([
		[["1 day"], "1 day"],
		[["3-4 days", "2 days"], "5-6 days"],
		[["1 week", "2-3 days"], "1 week and 2-3 days"],
		[["1.5 hours", "30 min"], "2 hours"],
		[["90 min"], "90 minutes"],
	])("writes the sum of %j", (estimates, expected) => {
		expect(durationText(sumEstimates(estimates.flatMap((text) => readEstimate(text) ?? [])))).toBe(expected);
	});
});
