import { intersectGlobs, WORK_LIMIT } from "./glob-intersection.js";
import { pathGlob } from "./path-text.js";

/** A path, folder or pattern that something writes or reads. */
export interface PathClaim {
	readonly path: string;
	readonly pattern: boolean;
	readonly directory: boolean;
}

/** A claim that meets another one. */
export interface PathMeeting<T> {
	readonly claim: T;
	/** A path that both cover. */
	readonly witness: string;
}

interface PatternClaim<T> {
	readonly claim: T;
	readonly glob: string;
	/** The folders before the first part that is open, with a slash at the end; empty where there are none. */
	readonly prefix: string;
}

/**
 * Pairs of states that an index may look at, and how many more each question brings: thousands of patterns of one
 * document, each compared with each, would take hours. What the questions of a thousand plans about two thousand
 * patterns need is less than they bring, so that no answer depends on how many were asked before.
 */
const WORK_OF_AN_INDEX = 5_000_000;
const WORK_OF_A_QUESTION = 50_000;

/**
 * Finds the claims that meet a claim. Plain paths are found by table and by binary search below a folder; only patterns
 * are compared one by one, and only where the folders they start with agree.
 */
export class PathIndex<T extends PathClaim> {
	readonly #byPath = new Map<string, T[]>();
	/** The plain paths in order. */
	readonly #paths: readonly string[];
	readonly #patterns: PatternClaim<T>[] = [];
	/** What is left of the work, which grows with the number of questions and not with that of pairs. */
	readonly #work = { left: WORK_OF_AN_INDEX };

	constructor(claims: Iterable<T>) {
		for (const claim of claims) {
			if (claim.pattern) this.#patterns.push(readPattern(claim));
			else {
				const same = this.#byPath.get(claim.path);
				if (same) same.push(claim);
				else this.#byPath.set(claim.path, [claim]);
			}
		}
		this.#paths = [...this.#byPath.keys()].sort();
	}

	/** Claims that meet this one, itself included if it is in the index; lazily, so that a caller can stop. */
	*meeting(claim: PathClaim): Generator<PathMeeting<T>> {
		this.#work.left = Math.min(this.#work.left + WORK_OF_A_QUESTION, WORK_OF_AN_INDEX);
		if (claim.pattern) yield* this.#meetingPattern(readPattern(claim));
		else yield* this.#meetingPlain(claim);
	}

	*#meetingPlain(claim: PathClaim): Generator<PathMeeting<T>> {
		const { path } = claim;
		for (const other of this.#byPath.get(path) ?? [])
			yield { claim: other, witness: claim.directory && other.directory ? `${path}/` : path };
		yield* this.#foldersAbove(path, claim.directory ? `${path}/` : path);
		if (claim.directory) {
			for (const below of this.#below(`${path}/`)) {
				for (const other of this.#byPath.get(below) ?? [])
					yield { claim: other, witness: other.directory ? `${below}/` : below };
			}
		}
		if (this.#patterns.length === 0) return;
		const whole = claim.directory ? `${path}/` : path;
		const glob = globOf(claim);
		for (const pattern of this.#patterns) {
			if (this.#work.left-- <= 0) return;
			if (!whole.startsWith(pattern.prefix) && !(claim.directory && pattern.prefix.startsWith(whole))) continue;
			const witness = this.#common(glob, pattern.glob);
			if (witness !== undefined) yield { claim: pattern.claim, witness };
		}
	}

	*#meetingPattern({ glob, prefix }: PatternClaim<PathClaim>): Generator<PathMeeting<T>> {
		for (const path of this.#below(prefix)) {
			for (const other of this.#byPath.get(path) ?? []) {
				const witness = this.#common(glob, globOf(other));
				if (witness !== undefined) yield { claim: other, witness };
			}
		}
		for (const { claim: other } of this.#foldersAbove(`${prefix}x`, prefix)) {
			const witness = this.#common(glob, globOf(other));
			if (witness !== undefined) yield { claim: other, witness };
		}
		for (const pattern of this.#patterns) {
			if (this.#work.left-- <= 0) return;
			if (!pattern.prefix.startsWith(prefix) && !prefix.startsWith(pattern.prefix)) continue;
			const witness = this.#common(glob, pattern.glob);
			if (witness !== undefined) yield { claim: pattern.claim, witness };
		}
	}

	/** A path that both patterns match; `undefined`, too, where that cannot be decided or the index has had its share of work. */
	#common(a: string, b: string): string | undefined {
		if (this.#work.left <= 0) return undefined;
		const share = Math.min(this.#work.left, WORK_LIMIT);
		const work = { left: share };
		const met = intersectGlobs(a, b, work);
		this.#work.left -= share - work.left;
		return met.kind === "common" ? met.path : undefined;
	}

	*#foldersAbove(path: string, witness: string): Generator<PathMeeting<T>> {
		for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
			for (const other of this.#byPath.get(path.slice(0, slash)) ?? [])
				if (other.directory) yield { claim: other, witness };
		}
	}

	/** The plain paths that start with a folder. */
	*#below(folder: string): Generator<string> {
		let low = 0;
		let high = this.#paths.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#paths[middle] ?? "") < folder) low = middle + 1;
			else high = middle;
		}
		for (let at = low; at < this.#paths.length; at++) {
			const path = this.#paths[at] ?? "";
			if (!path.startsWith(folder)) return;
			yield path;
		}
	}
}

function readPattern<T extends PathClaim>(claim: T): PatternClaim<T> {
	const glob = globOf(claim);
	const open = glob.search(/[\\*?[\]{}()<>$…]/u);
	return { claim, glob, prefix: glob.slice(0, glob.lastIndexOf("/", open < 0 ? glob.length : open) + 1) };
}

function globOf({ path, pattern, directory }: PathClaim): string {
	return pathGlob({ path, pattern, directory, variable: pattern, certain: true, start: 0, end: path.length });
}
