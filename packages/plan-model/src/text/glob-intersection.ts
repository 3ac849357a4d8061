import { expandBraces } from "./brace-expansion.js";
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
	const left = readPattern(a.replace(/^(?:\.\/+)+/u, ""));
	const right = readPattern(b.replace(/^(?:\.\/+)+/u, ""));
	if (typeof left === "string") return { kind: "unknown", reason: left };
	if (typeof right === "string") return { kind: "unknown", reason: right };
	for (const one of left) {
		for (const other of right) {
			work.left--;
			if (one.isAbsolute !== other.isAbsolute) continue;
			const path = intersectSegments(one.segments, other.segments, work);
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

/** A set of UTF-16 units as sorted ranges. */
type CharacterSet = readonly (readonly [number, number])[];

/** An automaton over the characters of one segment. Each state lists where a character of a set leads; the start is 0. */
interface Segment {
	readonly states: readonly (readonly { readonly on: CharacterSet; readonly to: number }[])[];
	readonly accepts: number;
}

/** `**`: any number of segments. */
type SegmentPattern = Segment | "globstar";

interface Pattern {
	readonly isAbsolute: boolean;
	readonly segments: readonly SegmentPattern[];
}

/** Control characters are in no path that a plan names. */
const ANY: CharacterSet = [
	[0x20, 0x2e],
	[0x30, 0x7e],
	[0xa0, 0xffff],
];
/** `*` */
const ANY_SEGMENT: Segment = { states: [[{ on: ANY, to: 0 }]], accepts: 0 };

function readPattern(pattern: string): Pattern[] | "braces" | "syntax" {
	if (pattern.startsWith("!") || /[\])}]\+|"/u.test(pattern) || hasUnescaped(pattern, "()|")) return "syntax";
	if (pattern.includes("{") && /\[[^[\]{},]*[{},]/u.test(pattern)) return "syntax";
	const expanded = expandBraces(pattern);
	if (expanded === undefined) return "braces";
	const patterns: Pattern[] = [];
	for (const alternative of expanded) {
		// An empty alternative that leaves a slash with nothing beside it: `a/{,b}/c`, `a/{b,}`.
		if (expanded.length > 1 && /^\/|\/\/|\/$/u.test(alternative) && edges(alternative) !== edges(pattern))
			return "syntax";
		// `*{a,*}`: a star of a brace beside another is a globstar to some.
		if (alternative.includes("**") && /\*\{|\}\*|\}\{/u.test(pattern)) return "syntax";
		const segments: SegmentPattern[] = [];
		for (const text of alternative.split("/")) {
			if (text === "") continue;
			const segment = text === "**" ? "globstar" : readSegment(text);
			if (segment === undefined) return "syntax";
			if (segment !== "globstar" || segments.at(-1) !== "globstar") segments.push(segment);
		}
		if (segments.length === 0) continue;
		// `a/**` matches `a` itself; after a star picomatch wants something below.
		if (/(?:^|[^*\\])\*(?:\/\*\*)+$/u.test(pattern)) segments.push(ANY_SEGMENT);
		if (alternative.endsWith("/") && segments.at(-1) !== "globstar") segments.push("globstar");
		patterns.push({ isAbsolute: alternative.startsWith("/"), segments });
	}
	return patterns;
}

function edges(pattern: string): string {
	return `${pattern.startsWith("/")} ${pattern.includes("//")} ${pattern.endsWith("/")}`;
}

function hasUnescaped(pattern: string, characters: string): boolean {
	for (let at = 0; at < pattern.length; at++) {
		if (pattern[at] === "\\") at++;
		else if (characters.includes(pattern[at] ?? "")) return true;
	}
	return false;
}

function readSegment(text: string): Segment | undefined {
	if (text === "." || text === "..") return undefined;
	const states: { on: CharacterSet; to: number }[][] = [[]];
	let state = 0;
	const step = (on: CharacterSet, from: number): number => {
		const to = states.push([]) - 1;
		states[from]?.push({ on, to });
		return to;
	};
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "*") {
			if (text[at + 1] === "*") return undefined;
			states[state]?.push({ on: ANY, to: state });
		} else if (character === "?") state = step(ANY, state);
		else if (character === "\\") {
			const escaped = text[++at];
			// An escaped letter is a class of a regular expression to some.
			if (escaped === undefined || /\w/u.test(escaped)) return undefined;
			state = step(only(text, at), state);
		} else if (character === "[") {
			const end = text.indexOf("]", at + 1);
			const set = end < 0 ? undefined : readClass(text.slice(at + 1, end));
			if (set === undefined) return undefined;
			const after = step(set, state);
			if (isOwnText(text.slice(at + 1, end))) {
				let before = state;
				for (let index = at; index < end; index++) before = step(only(text, index), before);
				states[before]?.push({ on: only(text, end), to: after });
			}
			state = after;
			at = end;
		} else state = step(only(text, at), state);
	}
	return { states, accepts: state };
}

function only(text: string, at: number): CharacterSet {
	const unit = text.charCodeAt(at);
	return [[unit, unit]];
}

/** picomatch lets a class without special characters match the text it is written with. */
function isOwnText(inner: string): boolean {
	return !/[-*+?.^${}(|)[\]]/u.test(inner);
}

/** The set of `a-z_` or `^a`; undefined when it is empty, reversed, negated by `!`, or holds a named class or an escape. */
function readClass(inner: string): CharacterSet | undefined {
	const isNegated = inner.startsWith("^");
	const text = isNegated ? inner.slice(1) : inner;
	if (text === "" || /^!|[[\\:]/u.test(text)) return undefined;
	const ranges: [number, number][] = [];
	for (let at = 0; at < text.length; at++) {
		const low = text.charCodeAt(at);
		let high = low;
		if (text[at + 1] === "-" && at + 2 < text.length) {
			high = text.charCodeAt(at + 2);
			at += 2;
		}
		if (high < low) return undefined;
		ranges.push([low, high]);
	}
	ranges.sort((a, b) => a[0] - b[0]);
	if (!isNegated) return intersectSets(merge(ranges), ANY);
	const rest: [number, number][] = [];
	let from = 0;
	for (const [low, high] of merge(ranges)) {
		if (low > from) rest.push([from, low - 1]);
		from = high + 1;
	}
	if (from <= 0xffff) rest.push([from, 0xffff]);
	return intersectSets(rest, ANY);
}

function merge(sorted: readonly (readonly [number, number])[]): CharacterSet {
	const merged: [number, number][] = [];
	for (const [low, high] of sorted) {
		const last = merged.at(-1);
		if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
		else merged.push([low, high]);
	}
	return merged;
}

function intersectSets(a: CharacterSet, b: CharacterSet): CharacterSet {
	const common: [number, number][] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		const [lowA, highA] = a[i] ?? [1, 0];
		const [lowB, highB] = b[j] ?? [1, 0];
		const low = Math.max(lowA, lowB);
		const high = Math.min(highA, highB);
		if (low <= high) common.push([low, high]);
		if (highA < highB) i++;
		else j++;
	}
	return common;
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
					const unit = chooseCharacter(intersectSets(left.on, right.on));
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
