import { compileGlob, type CompiledGlob, intersectPatterns, WORK_LIMIT } from "./glob-intersection.js";
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

/** A claim of an index. */
interface Entry<T> {
	readonly claim: T;
	readonly glob: string;
	/** Of a pattern, the folders before the first part that is open, with a slash at the end; empty where there are none. */
	readonly prefix: string;
}

/** A claim that may meet the one that is asked about; with a path that both cover where that needs no comparison. */
interface Candidate<T> {
	readonly entry: Entry<T>;
	readonly witness?: string;
}

/**
 * Pairs of states that an index may look at, and how many more each question brings: thousands of patterns of one
 * document, each compared with each, would take hours. What the questions of a thousand plans about two thousand
 * patterns need is less than they bring, so that no answer depends on how many were asked before.
 */
const WORK_OF_AN_INDEX = 5_000_000;
const WORK_OF_A_QUESTION = 6_000;
const WORK_OF_A_CANDIDATE = 3;
/** To read a state of a pattern takes as long as to look at so many pairs. */
const WORK_OF_A_STATE = 10;

/** States of automata that an index keeps, some tens of megabytes: braces make many of a short pattern. */
const MOST_STATES = 200_000;

/** What a caller thinks of a claim before it is compared: worth it, not worth it, or enough seen. */
export type Judgement = "look" | "pass" | "stop";

/**
 * Finds the claims that meet a claim. Plain paths are found by table and by binary search below a folder; only patterns
 * are compared one by one, and only where the folders they start with agree.
 */
export class PathIndex<T extends PathClaim> {
	readonly #byPath = new Map<string, Candidate<T>[]>();
	/** The plain paths in order. */
	readonly #paths: readonly string[];
	readonly #patterns: Candidate<T>[] = [];
	/** What is left of the work, which grows with the number of questions and not with that of pairs. */
	readonly #work = { left: WORK_OF_AN_INDEX };
	readonly #compiled = new Map<string, CompiledGlob>();
	#states = 0;

	constructor(claims: Iterable<T>) {
		for (const claim of claims) {
			if (claim.pattern) this.#patterns.push({ entry: readPattern(claim) });
			else {
				const entry = { claim, glob: globOf(claim), prefix: "" };
				const same = this.#byPath.get(claim.path);
				if (same) same.push({ entry });
				else this.#byPath.set(claim.path, [{ entry }]);
			}
		}
		this.#paths = [...this.#byPath.keys()].sort();
	}

	/**
	 * Claims that meet this one, itself included if it is in the index; lazily, so that a caller can stop.
	 * @param judge asked about each claim that may meet it, before the two are compared
	 */
	*meeting(claim: PathClaim, judge: (other: T) => Judgement = () => "look"): Generator<PathMeeting<T>> {
		this.#work.left = Math.min(this.#work.left + WORK_OF_A_QUESTION, WORK_OF_AN_INDEX);
		const own = claim.pattern ? readPattern(claim) : { claim, glob: globOf(claim), prefix: "" };
		for (const { entry, witness } of claim.pattern ? this.#ofPattern(own) : this.#ofPlain(claim)) {
			this.#work.left -= WORK_OF_A_CANDIDATE;
			if (this.#work.left <= 0) return;
			const judgement = judge(entry.claim);
			if (judgement === "stop") return;
			const met = judgement === "look" ? (witness ?? this.#common(own.glob, entry.glob)) : undefined;
			if (met !== undefined) yield { claim: entry.claim, witness: met };
		}
	}

	*#ofPlain(claim: PathClaim): Generator<Candidate<T>> {
		const { path } = claim;
		const whole = claim.directory ? `${path}/` : path;
		for (const { entry } of this.#byPath.get(path) ?? [])
			yield { entry, witness: entry.claim.directory ? whole : path };
		for (const { entry } of this.#foldersAbove(path)) yield { entry, witness: whole };
		if (claim.directory) {
			for (const below of this.#below(whole)) {
				for (const { entry } of this.#byPath.get(below) ?? [])
					yield { entry, witness: entry.claim.directory ? `${below}/` : below };
			}
		}
		for (const pattern of this.#patterns) {
			if (this.#work.left-- <= 0) return;
			const { prefix } = pattern.entry;
			if (whole.startsWith(prefix) || (claim.directory && prefix.startsWith(whole))) yield pattern;
		}
	}

	*#ofPattern({ prefix }: Entry<PathClaim>): Generator<Candidate<T>> {
		for (const path of this.#below(prefix)) yield* this.#byPath.get(path) ?? [];
		yield* this.#foldersAbove(`${prefix}x`);
		for (const pattern of this.#patterns) {
			if (this.#work.left-- <= 0) return;
			const other = pattern.entry.prefix;
			if (other.startsWith(prefix) || prefix.startsWith(other)) yield pattern;
		}
	}

	/** A path that both patterns match; `undefined`, too, where that cannot be decided or the index has had its share of work. */
	#common(a: string, b: string): string | undefined {
		if (this.#work.left <= 0) return undefined;
		const share = Math.min(this.#work.left, WORK_LIMIT);
		const work = { left: share };
		const met = intersectPatterns(this.#compile(a), this.#compile(b), work);
		this.#work.left -= share - work.left;
		return met.kind === "common" ? met.path : undefined;
	}

	/** Each pattern is read once, as long as there are not too many. */
	#compile(glob: string): CompiledGlob {
		const known = this.#compiled.get(glob);
		if (known) return known;
		const compiled = compileGlob(glob);
		this.#work.left -= WORK_OF_A_STATE * compiled.size;
		this.#states += compiled.size;
		if (this.#states > MOST_STATES) {
			this.#compiled.clear();
			this.#states = compiled.size;
		}
		this.#compiled.set(glob, compiled);
		return compiled;
	}

	*#foldersAbove(path: string): Generator<Candidate<T>> {
		for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
			for (const other of this.#byPath.get(path.slice(0, slash)) ?? []) if (other.entry.claim.directory) yield other;
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

function readPattern<T extends PathClaim>(claim: T): Entry<T> {
	const glob = globOf(claim);
	const open = glob.search(/[\\*?[\]{}()<>$…]/u);
	return { claim, glob, prefix: glob.slice(0, glob.lastIndexOf("/", open < 0 ? glob.length : open) + 1) };
}

function globOf({ path, pattern, directory }: PathClaim): string {
	return pathGlob({ path, pattern, directory, variable: pattern, certain: true, start: 0, end: path.length });
}
