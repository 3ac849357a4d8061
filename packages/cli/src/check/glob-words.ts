import { expandBraces, LONGEST_PATH } from "@acid-plans/model";

/** Characters of patterns, and states of them at characters of paths, that may be looked at; some tenths of a second. */
const MOST_WORK = 10_000_000;

/** A word as it may stand in a text; globs are cut out of it at commas and semicolons. */
const WORD = /[^\s`"'()<>|]+/g;

/** Whether a character may stand at a place of a pattern; what a glob says narrowly, this may say widely. */
type Test = (character: string) => boolean;

/** The character that stands there, or one or any number of those that a test lets through. */
type Part = string | { readonly test: Test; readonly isRepeated: boolean };

const isNoSlash: Test = (character) => character !== "/";
const anything: Part = { test: () => true, isRepeated: true };
const inSegment: Part = { test: isNoSlash, isRepeated: true };

/**
 * A question about texts: whether a glob in one (`src/**`, `*.sql`, `packages/{a,b}/index.ts`) may fit one of the paths,
 * or a folder above it, read from any folder and in any letter case. It errs on the side of yes, and says so, too, when
 * there is more to look at than is worth while. Globs with a space, `..` in their middle, a line number behind them or
 * the operators of extended globs are not read: no rule decides by whether a pattern fits a path that is there. No pattern
 * is made a regular expression: a stranger could make it endless.
 */
export function globsMayFit(paths: readonly string[]): (text: string) => boolean {
	const lower = paths.map((path) => path.toLowerCase());
	const seen = new Set<string>();
	const work = { left: MOST_WORK };
	return (text) => {
		for (const pattern of lower.length > 0 ? globsOf(text) : []) {
			if (seen.has(pattern)) continue;
			seen.add(pattern);
			const alternatives = expandBraces(pattern);
			if (!alternatives) return true;
			for (const alternative of alternatives) {
				const parts = readParts(alternative);
				work.left -= parts.length;
				for (const path of lower) if (work.left <= 0 || fits(parts, path, work)) return true;
			}
		}
		return false;
	};
}

/** What has characters of a glob, and a slash or a dot, without the folders it may be counted from. */
function* globsOf(text: string): Generator<string> {
	for (const [word] of text.matchAll(WORD)) {
		if (!/[*?{[]/.test(word) || !/[/.]/.test(word)) continue;
		for (const listed of splitList(word)) {
			if (listed.length > LONGEST_PATH || !/[*?{[]/.test(listed) || !/[/.]/.test(listed)) continue;
			const pattern = listed.replace(/^(?:\.{0,2}\/)+/, "").replace(/(?<!:):+$/, "");
			yield withoutOpenEnd(pattern.replace(/N{2,}|X{3,}|YYYY/g, "*").toLowerCase());
		}
	}
}

/** `src/*.ts,lib/*.ts` are two; the comma of `{a,b}` is none between them. */
function* splitList(word: string): Generator<string> {
	let depth = 0;
	let from = 0;
	for (let at = 0; at < word.length; at++) {
		const character = word[at];
		if (character === "{") depth++;
		else if (character === "}") depth = Math.max(0, depth - 1);
		else if (depth === 0 && (character === "," || character === ";")) {
			yield word.slice(from, at);
			from = at + 1;
		}
	}
	// A brace that does not close is none: `{a.py, b.py}` is cut at its blank.
	yield word.slice(from).replace(/(?<![,;])[,;]+$/, "");
}

/** `a/**` and `a/*` cover what lies in `a`, and so does `a`. */
function withoutOpenEnd(pattern: string): string {
	let end = pattern.length;
	for (let at = end - 1; at > 0 && (pattern[at] === "*" || pattern[at] === "/"); at--)
		if (pattern[at] === "/") end = at;
	return pattern.slice(0, end);
}

function readParts(pattern: string): Part[] {
	const parts: Part[] = [];
	const hasFolder = pattern.includes("/");
	/** Each bracket is looked for once: `[[[[…` has none that closes. */
	const closing = new Map([
		["[", pattern.lastIndexOf("]")],
		["{", pattern.lastIndexOf("}")],
	]);
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern[at] ?? "";
		const last = closing.get(character);
		const end = last === undefined || last < at ? -1 : pattern.indexOf(character === "[" ? "]" : "}", at);
		const inner = end < 0 ? "" : pattern.slice(at + 1, end);
		if (character === "*") {
			const isGlobstar = pattern[at + 1] === "*";
			while (pattern[at + 1] === "*") at++;
			// Of `a/**/b` the second slash need not be there.
			if (isGlobstar && pattern[at + 1] === "/") at++;
			parts.push(isGlobstar ? anything : inSegment);
		} else if (character === "?") parts.push({ test: isNoSlash, isRepeated: false });
		else if (character === "\\") {
			// An escape to some, a separator to others.
			parts.push(anything);
			at++;
		} else if (character === "$") {
			while (/[\w.]/.test(pattern[at + 1] ?? "")) at++;
			parts.push(inSegment);
		} else if (character === "[" && end > 0 && !inner.includes("/")) {
			const test = testOf(inner);
			// `[id]` may be a folder of that name, and `[]` is what some take for the beginning of a class.
			parts.push({ test, isRepeated: inner === "" }, { test, isRepeated: true });
			at = end;
		} else if (character === "{" && end > 0 && (hasFolder || !inner.includes("."))) {
			// `{id}` is left open; `{user.id}` is code.
			parts.push(inSegment);
			at = end;
		} else if (character === "{" || character === "}") parts.push(anything);
		else parts.push(character);
	}
	return parts;
}

/** One of `a-z`, or of what a class is written with. */
function testOf(inner: string): Test {
	if (inner === "" || /^[!^:]|[\\[]/.test(inner)) return isNoSlash;
	const characters = new Set(`[${inner}]`);
	const ranges = [...inner.matchAll(/[^](?=-([^]))/g)].map(([low, high = ""]) => [low, high] as const);
	return (character) =>
		characters.has(character) || ranges.some(([low, high]) => low <= character && character <= high);
}

/** Runs all states of the pattern at once over the path: parts times characters at most, whatever the pattern. */
function fits(parts: readonly Part[], path: string, work: { left: number }): boolean {
	let states: number[] = [];
	/** Where each state was entered last. */
	const entered = new Int32Array(parts.length + 1).fill(-1);
	const enter = (into: number[], first: number, at: number): void => {
		for (let state = first; entered[state] !== at; state++) {
			entered[state] = at;
			into.push(state);
			const part = parts[state];
			if (typeof part !== "object" || !part.isRepeated) return;
		}
	};
	for (let at = 0; at <= path.length; at++) {
		if (at === 0 || path[at - 1] === "/") enter(states, 0, at);
		const character = path[at];
		if ((character === undefined || character === "/") && entered[parts.length] === at) return true;
		if (character === undefined) return false;
		work.left -= 1 + states.length;
		if (work.left <= 0) return true;
		const following: number[] = [];
		for (const state of states) {
			const part = parts[state];
			if (part === character) enter(following, state + 1, at + 1);
			else if (typeof part === "object" && part.test(character))
				enter(following, part.isRepeated ? state : state + 1, at + 1);
		}
		states = following;
	}
	return false;
}
