/** What a progress line is written to. */
export interface ProgressTarget {
	readonly isTTY?: boolean;
	write(text: string): unknown;
}

/** Milliseconds: whoever waits less need not be told, and a line that changes more often cannot be read. */
const PATIENCE = 700;
const PACE = 100;

/** One line that says how far long work has come: on a terminal only, and gone at the end. */
export class ProgressLine {
	readonly #target: ProgressTarget;
	readonly #now: () => number;
	readonly #started: number;
	#last = 0;
	#width = 0;
	/** How much there is to do; 0: not yet known. */
	total = 0;

	constructor(target: ProgressTarget = process.stderr, now: () => number = () => performance.now()) {
		this.#target = target;
		this.#now = now;
		this.#started = now();
	}

	/** @param done of {@link total} */
	tell(done: number): void {
		if (this.#target.isTTY !== true || done === this.total) return;
		const now = this.#now();
		if (now - this.#started < PATIENCE || now - this.#last < PACE) return;
		this.#last = now;
		const text = `Checking plans: ${done}${this.total > 0 ? ` of ${Math.max(done, this.total)}` : ""}`;
		this.#target.write(`\r${text.padEnd(this.#width)}`);
		this.#width = text.length;
	}

	/** Takes the line away, in front of the findings. */
	clear(): void {
		if (this.#width > 0) this.#target.write(`\r${" ".repeat(this.#width)}\r`);
		this.#width = 0;
	}
}
