/** `{a,b}` and `{1..3}` in paths. */

/** The most patterns that braces may expand to. */
export const BRACE_LIMIT = 256;

const BRACE_DEPTH = 16;

/**
 * Expands `{a,b}` and `{1..3}`, nested too, as Bash does. Braces without a comma or range, and unbalanced ones, are literal; `\{` is too.
 * @returns undefined when there would be more than `limit` patterns or the nesting is deeper than any real one
 */
export function expandBraces(pattern: string, limit: number = BRACE_LIMIT): string[] | undefined {
	if (!pattern.includes("{")) return [pattern];
	const closing = matchBraces(pattern);
	return closing === undefined ? undefined : expandRange(pattern, 0, pattern.length, closing, limit);
}

/** Where each `{` closes; undefined when they are nested too deep. */
function matchBraces(pattern: string): Map<number, number> | undefined {
	const closing = new Map<number, number>();
	const open: number[] = [];
	for (let at = 0; at < pattern.length; at++) {
		if (pattern[at] === "\\") at++;
		else if (pattern[at] === "{") open.push(at);
		else if (pattern[at] === "}") {
			const start = open.pop();
			if (start === undefined) continue;
			closing.set(start, at);
			if (open.length >= BRACE_DEPTH) return undefined;
		}
	}
	return closing;
}

function expandRange(
	pattern: string,
	from: number,
	to: number,
	closing: ReadonlyMap<number, number>,
	limit: number,
): string[] | undefined {
	let results = [""];
	const append = (parts: readonly string[]): boolean => {
		if (results.length * parts.length > limit) return false;
		results = results.flatMap((result) => parts.map((part) => result + part));
		return true;
	};
	let literal = from;
	for (let at = from; at < to; at++) {
		if (pattern[at] === "\\") {
			at++;
			continue;
		}
		const end = pattern[at] === "{" ? closing.get(at) : undefined;
		if (end === undefined || end >= to) continue;
		const parts = alternatives(pattern, at + 1, end, closing, limit);
		if (parts === undefined) return undefined;
		if (parts.length === 0) continue;
		if (!append([pattern.slice(literal, at)]) || !append(parts)) return undefined;
		literal = end + 1;
		at = end;
	}
	return append([pattern.slice(literal, to)]) ? results : undefined;
}

/** What stands between the commas of a brace, expanded; empty when it has none and is no range. */
function alternatives(
	pattern: string,
	from: number,
	to: number,
	closing: ReadonlyMap<number, number>,
	limit: number,
): string[] | undefined {
	const commas: number[] = [];
	for (let at = from; at < to; at++) {
		if (pattern[at] === "\\") at++;
		else if (pattern[at] === "{") at = closing.get(at) ?? at;
		else if (pattern[at] === ",") commas.push(at);
	}
	if (commas.length === 0) return sequence(pattern.slice(from, to), limit);
	const parts: string[] = [];
	let start = from;
	for (const end of [...commas, to]) {
		const expanded = expandRange(pattern, start, end, closing, limit);
		if (expanded === undefined || parts.length + expanded.length > limit) return undefined;
		for (const one of expanded) parts.push(one);
		start = end + 1;
	}
	return parts;
}

/** `1..3`, `01..12`, `a..e` */
function sequence(text: string, limit: number): string[] | undefined {
	const match = /^(?:(-?\d{1,9})\.\.(-?\d{1,9})|([A-Za-z])\.\.([A-Za-z]))$/u.exec(text);
	if (match === null) return [];
	const [, firstNumber, lastNumber, firstLetter, lastLetter] = match;
	const first = firstNumber === undefined ? (firstLetter?.codePointAt(0) ?? 0) : Number(firstNumber);
	const last = lastNumber === undefined ? (lastLetter?.codePointAt(0) ?? 0) : Number(lastNumber);
	const count = Math.abs(last - first) + 1;
	if (count > limit) return undefined;
	const isPadded = /^-?0\d/u.test(firstNumber ?? "") || /^-?0\d/u.test(lastNumber ?? "");
	const width = isPadded ? Math.max(firstNumber?.length ?? 0, lastNumber?.length ?? 0) : 0;
	return Array.from({ length: count }, (_, index) => {
		const value = first + (first <= last ? index : -index);
		if (firstNumber === undefined) return String.fromCodePoint(value);
		return value < 0 ? `-${String(-value).padStart(width - 1, "0")}` : String(value).padStart(width, "0");
	});
}
