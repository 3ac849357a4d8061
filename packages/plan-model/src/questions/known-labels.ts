import type { Label } from "../text/phase-label.js";

/** Labels from one to another, and how many stand before them. */
interface Run {
	readonly low: number;
	high: number;
	readonly before: number;
}

/** A longer range is no list of what it stands for. */
const LONGEST_RANGE = 1000;

/**
 * Which labels stand somewhere, by what is before their last part: `4.1` and `4.3` below `4`. How many of them lie between
 * two is told without a walk from one to the other, since a stranger may let Phase 999999 follow Phase 1 a thousand times.
 */
export class KnownLabels {
	readonly #spans = new Map<string, { low: number; high: number }[]>();
	readonly #runs = new Map<string, readonly Run[]>();

	/** A range stands for every label in it. Ask only when all are added. */
	add({ parts, last }: Label): void {
		const low = valueOf(parts);
		if (low === undefined) return;
		const end = typeof parts.at(-1) === "number" ? last?.parts.at(-1) : undefined;
		const high = typeof end === "number" && end - low <= LONGEST_RANGE ? end : low;
		const key = keyOf(parts);
		const spans = this.#spans.get(key);
		if (spans) spans.push({ low, high });
		else this.#spans.set(key, [{ low, high }]);
	}

	/** How many labels between these two, which differ in their last part alone, stand nowhere. */
	missingBetween(from: Label["parts"], to: Label["parts"]): number {
		const [low, high] = [valueOf(from), valueOf(to)];
		if (low === undefined || high === undefined || keyOf(from) !== keyOf(to) || high <= low) return 0;
		const runs = this.#runsOf(keyOf(from));
		return high - low - 1 - (countBelow(runs, high) - countBelow(runs, low + 1));
	}

	#runsOf(key: string): readonly Run[] {
		let runs = this.#runs.get(key);
		if (!runs) this.#runs.set(key, (runs = merge(this.#spans.get(key) ?? [])));
		return runs;
	}
}

/** A number, or the place of a single letter in the alphabet. */
function valueOf(parts: Label["parts"]): number | undefined {
	const part = parts.at(-1);
	return typeof part === "number" ? part : part?.length === 1 ? part.charCodeAt(0) : undefined;
}

function keyOf(parts: Label["parts"]): string {
	return `${typeof parts.at(-1)} ${parts.slice(0, -1).join(".")}`;
}

function merge(spans: readonly { readonly low: number; readonly high: number }[]): Run[] {
	const runs: Run[] = [];
	for (const { low, high } of spans.toSorted((a, b) => a.low - b.low)) {
		const last = runs.at(-1);
		if (last && low <= last.high + 1) last.high = Math.max(last.high, high);
		else runs.push({ low, high, before: last ? last.before + last.high - last.low + 1 : 0 });
	}
	return runs;
}

/** How many labels of these runs are lower than a value. */
function countBelow(runs: readonly Run[], value: number): number {
	let low = 0;
	let high = runs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((runs[middle]?.low ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	const run = runs[low - 1];
	return run ? run.before + Math.min(run.high, value - 1) - run.low + 1 : 0;
}
