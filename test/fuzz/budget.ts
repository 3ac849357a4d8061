import { Worker } from "node:worker_threads";
import fc from "fast-check";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 30);
const seed = process.env["FUZZ_SEED"];
/** For one input. What is tried takes milliseconds, a command line a second or two; other work on the machine some more. */
const limit = Number(process.env["FUZZ_LIMIT"] ?? 60);
/** Of an input that takes too long, so much is shown. */
const SHOWN = 1 << 20;

/** How long a target is tried; a failure prints the seed and the smallest input that fails. */
const budget: fc.Parameters<unknown> = {
	interruptAfterTimeLimit: seconds * 1000,
	markInterruptAsFailure: false,
	// Shrinking large documents has to end, too.
	endOnFailure: false,
	...(seed !== undefined && { seed: Number(seed) }),
};

/** When the input at hand began, in milliseconds; 0: there is none. */
const began = new BigInt64Array(new SharedArrayBuffer(8));
const length = new Int32Array(new SharedArrayBuffer(4));
const input = new Uint8Array(new SharedArrayBuffer(SHOWN));
let isWatched = false;

/**
 * Tries random inputs for the time that `pnpm fuzz` was given. An input that takes longer than a minute ends the process
 * and is printed: nothing else stops code that does not give the control back.
 */
export function tryOut<T>(
	inputs: fc.Arbitrary<T>,
	holds: (value: T) => void,
	{ numRuns = Number.MAX_SAFE_INTEGER }: { readonly numRuns?: number } = {},
): void {
	if (!isWatched) {
		isWatched = true;
		new Worker(new URL("watchdog.mjs", import.meta.url), { workerData: { began, length, input, limit } }).unref();
	}
	fc.assert(
		fc.property(inputs, (value) => {
			length[0] = new TextEncoder().encodeInto(fc.stringify(value).slice(0, SHOWN / 3), input).written;
			Atomics.store(began, 0, BigInt(Date.now()));
			try {
				holds(value);
			} finally {
				Atomics.store(began, 0, 0n);
			}
		}),
		{ ...budget, numRuns },
	);
}
