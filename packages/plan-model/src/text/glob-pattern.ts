import { expandBraces } from "./brace-expansion.js";

/** A set of UTF-16 units as sorted ranges. */
export type CharacterSet = readonly (readonly [number, number])[];

/** Where a character of a set leads. */
export interface Edge {
	readonly on: CharacterSet;
	/** The only character of the set; `undefined`: it has others. */
	readonly unit: number | undefined;
	readonly to: number;
}

/** An automaton over the characters of one segment. Each state lists its edges; the start is 0. */
export interface Segment {
	readonly states: readonly (readonly Edge[])[];
	readonly accepts: number;
	/** What every text of it begins and ends with: two segments whose beginnings or ends differ need no further look. */
	readonly prefix: string;
	readonly suffix: string;
	/** The only text of it; `undefined`: it has others. */
	readonly literal: string | undefined;
}

/** `**`: any number of segments. */
export type SegmentPattern = Segment | "globstar";

export interface Pattern {
	readonly isAbsolute: boolean;
	readonly segments: readonly SegmentPattern[];
	readonly hasGlobstar: boolean;
}

/** Control characters are in no path that a plan names. */
export const ANY: CharacterSet = [
	[0x20, 0x2e],
	[0x30, 0x7e],
	[0xa0, 0xffff],
];
/** `*` */
export const ANY_SEGMENT: Segment = {
	states: [[{ on: ANY, unit: undefined, to: 0 }]],
	accepts: 0,
	prefix: "",
	suffix: "",
	literal: undefined,
};

/**
 * Reads a pattern: an automaton for each of the alternatives that its braces give, or why it is not read. Never throws.
 * @param pattern without `./` before it
 */
export function readGlob(pattern: string): Pattern[] | "braces" | "syntax" {
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
		const hasGlobstar = segments.includes("globstar");
		patterns.push({ isAbsolute: alternative.startsWith("/"), segments, hasGlobstar });
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
	const states: Edge[][] = [[]];
	let state = 0;
	/** Up to the first character that may be another one, and behind the last such. */
	let prefix: string | undefined;
	let literal = "";
	const step = (on: CharacterSet, from: number): number => {
		const to = states.push([]) - 1;
		states[from]?.push(edge(on, to));
		return to;
	};
	const open = (): void => {
		prefix ??= literal;
		literal = "";
	};
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "*") {
			if (text[at + 1] === "*") return undefined;
			states[state]?.push(edge(ANY, state));
			open();
		} else if (character === "?") {
			state = step(ANY, state);
			open();
		} else if (character === "\\") {
			const escaped = text[++at];
			// An escaped letter is a class of a regular expression to some.
			if (escaped === undefined || /\w/u.test(escaped)) return undefined;
			state = step(only(text, at), state);
			literal += escaped;
		} else if (character === "[") {
			const end = text.indexOf("]", at + 1);
			const set = end < 0 ? undefined : readClass(text.slice(at + 1, end));
			if (set === undefined) return undefined;
			const after = step(set, state);
			if (isOwnText(text.slice(at + 1, end))) {
				let before = state;
				for (let index = at; index < end; index++) before = step(only(text, index), before);
				states[before]?.push(edge(only(text, end), after));
			}
			state = after;
			at = end;
			open();
		} else {
			state = step(only(text, at), state);
			literal += text[at] ?? "";
		}
	}
	return {
		states,
		accepts: state,
		prefix: prefix ?? literal,
		suffix: literal,
		literal: prefix === undefined ? literal : undefined,
	};
}

function edge(on: CharacterSet, to: number): Edge {
	const [low, high] = on.length === 1 ? (on[0] ?? []) : [];
	return { on, unit: low === high ? low : undefined, to };
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

export function intersectSets(a: CharacterSet, b: CharacterSet): CharacterSet {
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
