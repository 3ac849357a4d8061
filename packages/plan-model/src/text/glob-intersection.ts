import {
	ANY,
	ANY_SEGMENT,
	type CharacterSet,
	type Edge,
	intersectSets,
	type Pattern,
	readGlob,
	type Segment,
	type SegmentPattern,
} from "./glob-pattern.js";
import { LONGEST_PATH } from "./path-name.js";

/** `common`: a path that both match. `unknown`: the patterns are beyond what is decided here, with the reason. */
export type GlobIntersection =
	| { readonly kind: "common"; readonly path: string }
	| { readonly kind: "disjoint" }
	| { readonly kind: "unknown"; readonly reason: "braces" | "syntax" | "size" };

/** Pairs of states that may be looked at for one question; far above what patterns of a plan need. */
export const WORK_LIMIT = 2_000_000;

const DISJOINT: GlobIntersection = { kind: "disjoint" };

/**
 * Decides exactly whether some path is matched by both patterns, by the product of their automata (Hopcroft and Ullman, 1979, 3.2), once over the
 * segments and once over the characters of each pair of segments. A pattern has literals, `\` escapes, `*`, `**` as a whole segment, `?`, `[a-z]`,
 * `[^a]` and braces (at most `BRACE_LIMIT` alternatives), as picomatch reads them with `dot: true`; so `[ab]` also matches its own text.
 *
 * A path is one or more segments, none of them empty (picomatch lets the star of `a/{b,*}` be), `.` or `..`; characters are UTF-16 units, no control characters; a class never matches `/`.
 * A pattern that ends in `/` covers the folder and everything below. A leading `/` is an absolute path, which no relative one meets.
 * What tools read differently is answered with unknown: extended globs, groups, `!`, `[!a]`, `**` beside other characters, `.` and `..`. Never throws.
 * @param a,b patterns; use `pathGlob` for a path as written, since `app/(x)/[id].ts` holds characters of globs
 * @param work how many pairs of states and characters may still be looked at; less is left afterwards
 */
export function intersectGlobs(a: string, b: string, work: { left: number } = { left: WORK_LIMIT }): GlobIntersection {
	if (a.length > LONGEST_PATH || b.length > LONGEST_PATH) return { kind: "unknown", reason: "size" };
	if (!SPECIAL.test(a) && !SPECIAL.test(b)) return intersectLiterals(a, b);
	work.left -= a.length + b.length;
	return intersectPatterns(compileGlob(a), compileGlob(b), work);
}

/** A pattern that was read, to be asked about many times. */
export interface CompiledGlob {
	readonly text: string;
	/** It has nothing that stands for anything but itself. */
	readonly isLiteral: boolean;
	/** How many states its automata have: what it takes to keep it. */
	readonly size: number;
	readonly patterns: readonly Pattern[] | "braces" | "syntax" | "size";
}

/** Reads a pattern for {@link intersectPatterns}. */
export function compileGlob(text: string): CompiledGlob {
	const isTooLong = text.length > LONGEST_PATH;
	const patterns = isTooLong ? "size" : readGlob(text.replace(/^(?:\.\/+)+/u, ""));
	return { text, isLiteral: !isTooLong && !SPECIAL.test(text), size: sizeOf(patterns), patterns };
}

function sizeOf(patterns: CompiledGlob["patterns"]): number {
	let size = 1;
	for (const { segments } of typeof patterns === "string" ? [] : patterns)
		for (const segment of segments) size += segment === "globstar" ? 1 : segment.states.length;
	return size;
}

/** What {@link intersectGlobs} answers, for patterns that were read before. */
export function intersectPatterns(a: CompiledGlob, b: CompiledGlob, work: { left: number }): GlobIntersection {
	if (a.isLiteral && b.isLiteral) return intersectLiterals(a.text, b.text);
	const left = a.patterns;
	const right = b.patterns;
	if (typeof left === "string") return { kind: "unknown", reason: left };
	if (typeof right === "string") return { kind: "unknown", reason: right };
	for (const one of left) {
		for (const other of right) {
			work.left--;
			if (one.isAbsolute !== other.isAbsolute) continue;
			const path = haveAlikeEnds(one, other) ? intersectSegments(one.segments, other.segments, work) : undefined;
			if (work.left <= 0) return { kind: "unknown", reason: "size" };
			if (path !== undefined) return { kind: "common", path: one.isAbsolute ? `/${path}` : path };
		}
	}
	return DISJOINT;
}

const SPECIAL = /[\\*?[\]{}()|!"]|(?:^|\/)\.{1,2}(?:\/|$)/u;

/** Most paths of plans are plain: they meet if they are equal, or one is a folder above the other. */
function intersectLiterals(a: string, b: string): GlobIntersection {
	const left = a.replace(/\/{2,}/gu, "/");
	const right = b.replace(/\/{2,}/gu, "/");
	const one = left.replace(/(?<=.)\/$/u, "");
	const other = right.replace(/(?<=.)\/$/u, "");
	if (one === "" || other === "" || one === "/" || other === "/") return DISJOINT;
	if (one === other) return { kind: "common", path: one };
	if (left.endsWith("/") && other.startsWith(left)) return { kind: "common", path: other };
	if (right.endsWith("/") && one.startsWith(right)) return { kind: "common", path: one };
	return DISJOINT;
}

/** A character for a person to read: a letter if there is one, a full stop only if there is no other. */
function chooseCharacter(set: CharacterSet): number | undefined {
	for (const preferred of [
		[0x61, 0x7a],
		[0x41, 0x5a],
		[0x30, 0x39],
	] as const) {
		const [range] = intersectSets(set, [preferred]);
		if (range !== undefined) return range[0];
	}
	for (const [low, high] of set) {
		if (low !== DOT) return low;
		if (high > low) return low + 1;
	}
	return set[0]?.[0];
}

const DOT = 0x2e;
const LETTER = 0x61;

/** A character on which both edges lead on. Most edges are of one character or of any: for them no sets are built. */
function commonCharacter(a: Edge, b: Edge): number | undefined {
	if (a.unit !== undefined) return b.unit === undefined ? inSet(a.unit, b.on) : a.unit === b.unit ? a.unit : undefined;
	if (b.unit !== undefined) return inSet(b.unit, a.on);
	return a.on === ANY && b.on === ANY ? LETTER : chooseCharacter(intersectSets(a.on, b.on));
}

function inSet(unit: number, set: CharacterSet): number | undefined {
	for (const [low, high] of set) if (low <= unit && unit <= high) return unit;
	return undefined;
}

/** Whether texts of both may begin and end alike, as far as the two say with what. */
function mayMeet(a: Segment, b: Segment): boolean {
	const [prefixA, prefixB] = [a.prefix, b.prefix];
	if (prefixA.length < prefixB.length ? !prefixB.startsWith(prefixA) : !prefixA.startsWith(prefixB)) return false;
	return a.suffix.length < b.suffix.length ? b.suffix.endsWith(a.suffix) : a.suffix.endsWith(b.suffix);
}

interface Step {
	readonly a: number;
	readonly b: number;
	/** What was read so far: 0 nothing, 1 `.`, 2 `..`, 3 anything else. */
	readonly read: 0 | 1 | 2 | 3;
	readonly unit: number;
	readonly before: Step | undefined;
}

/** The shortest segment that both match, by breadth first search of the product. */
function intersectSegment(a: Segment, b: Segment, work: { left: number }): string | undefined {
	work.left--;
	if (a.literal !== undefined && b.literal !== undefined) return a.literal === b.literal ? a.literal : undefined;
	if (!mayMeet(a, b)) return undefined;
	const width = b.states.length;
	const seen = new Set<number>([0]);
	let frontier: Step[] = [{ a: 0, b: 0, read: 0, unit: 0, before: undefined }];
	while (frontier.length > 0 && work.left > 0) {
		const following: Step[] = [];
		for (const step of frontier) {
			if (step.a === a.accepts && step.b === b.accepts && step.read === 3) return spell(step);
			for (const left of a.states[step.a] ?? []) {
				for (const right of b.states[step.b] ?? []) {
					work.left--;
					const unit = commonCharacter(left, right);
					if (unit === undefined) continue;
					const read = unit === DOT && step.read < 2 ? (step.read === 0 ? 1 : 2) : 3;
					const key = (left.to * width + right.to) * 4 + read;
					if (seen.has(key)) continue;
					seen.add(key);
					following.push({ a: left.to, b: right.to, read, unit, before: step });
				}
			}
		}
		frontier = following;
	}
	return undefined;
}

function spell(last: Step): string {
	const units: number[] = [];
	for (let step = last; step.before !== undefined; step = step.before) units.push(step.unit);
	return units
		.reverse()
		.map((unit) => String.fromCharCode(unit))
		.join("");
}

interface Walk {
	readonly a: number;
	readonly b: number;
	readonly segment?: string;
	readonly before?: Walk;
}

/**
 * Whether the segments before the first `**` of either, and those behind the last one, may be the same: what most pairs
 * fail at that do not meet, for a small part of what a walk through them takes.
 */
function haveAlikeEnds(
	{ segments: a, hasGlobstar }: Pattern,
	{ segments: b, hasGlobstar: hasOther }: Pattern,
): boolean {
	if (!hasGlobstar && !hasOther && a.length !== b.length) return false;
	const shorter = Math.min(a.length, b.length);
	for (let at = 0; at < shorter; at++) {
		const [left, right] = [a[at], b[at]];
		if (left === undefined || right === undefined || left === "globstar" || right === "globstar") break;
		if (!mayMeet(left, right)) return false;
	}
	for (let at = 1; at <= shorter; at++) {
		const [left, right] = [a[a.length - at], b[b.length - at]];
		if (left === undefined || right === undefined || left === "globstar" || right === "globstar") break;
		if (!mayMeet(left, right)) return false;
	}
	return true;
}

function intersectSegments(
	a: readonly SegmentPattern[],
	b: readonly SegmentPattern[],
	work: { left: number },
): string | undefined {
	const seen = new Set<number>([0]);
	const stack: Walk[] = [{ a: 0, b: 0 }];
	const visit = (walk: Walk): void => {
		const key = walk.a * (b.length + 1) + walk.b;
		if (seen.has(key)) return;
		seen.add(key);
		stack.push(walk);
	};
	for (let walk = stack.pop(); walk !== undefined && work.left > 0; walk = stack.pop()) {
		work.left--;
		if (walk.a === a.length && walk.b === b.length) return join(walk);
		const left = a[walk.a];
		const right = b[walk.b];
		if (left === "globstar") {
			visit({ a: walk.a + 1, b: walk.b, before: walk });
			if (right !== undefined && right !== "globstar") take(walk, ANY_SEGMENT, right, 0, 1);
		}
		if (right === "globstar") {
			visit({ a: walk.a, b: walk.b + 1, before: walk });
			if (left !== undefined && left !== "globstar") take(walk, left, ANY_SEGMENT, 1, 0);
		}
		if (left !== undefined && right !== undefined && left !== "globstar" && right !== "globstar")
			take(walk, left, right, 1, 1);
	}
	return undefined;

	function take(walk: Walk, left: Segment, right: Segment, stepA: number, stepB: number): void {
		if (seen.has((walk.a + stepA) * (b.length + 1) + walk.b + stepB)) return;
		const segment = intersectSegment(left, right, work);
		if (segment !== undefined) visit({ a: walk.a + stepA, b: walk.b + stepB, segment, before: walk });
	}
}

/** Two patterns of nothing but `**` meet in any path. */
function join(last: Walk): string {
	const segments: string[] = [];
	for (let walk: Walk | undefined = last; walk !== undefined; walk = walk.before)
		if (walk.segment !== undefined) segments.push(walk.segment);
	return segments.length === 0 ? "a" : segments.reverse().join("/");
}
