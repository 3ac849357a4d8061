import type fc from "fast-check";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 30);
const seed = process.env["FUZZ_SEED"];

/** How long a target is tried; a failure prints the seed and the smallest input that fails. */
export const budget: fc.Parameters<unknown> = {
	numRuns: Number.MAX_SAFE_INTEGER,
	interruptAfterTimeLimit: seconds * 1000,
	markInterruptAsFailure: false,
	// Shrinking large documents has to end, too.
	endOnFailure: false,
	...(seed !== undefined && { seed: Number(seed) }),
};
