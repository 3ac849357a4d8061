const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a pattern, in order. What `matchAll` gives, for a tenth of its cost where there is none, which is nearly
 * always: `matchAll` makes a copy of the pattern for each text.
 *
 * @param pattern with the flag `g`; it may be shared, since all matches are found before one is looked at
 */
export function execAll(pattern: RegExp, text: string): readonly RegExpExecArray[] {
	pattern.lastIndex = 0;
	let match = pattern.exec(text);
	if (match === null) return NONE;
	const matches: RegExpExecArray[] = [];
	while (match !== null) {
		matches.push(match);
		// An empty match would be found again at its place, and inside a pair of surrogates at the place before it.
		if (match[0] === "") pattern.lastIndex += pattern.unicode && isPairAt(text, pattern.lastIndex) ? 2 : 1;
		match = pattern.exec(text);
	}
	return matches;
}

function isPairAt(text: string, at: number): boolean {
	return (text.codePointAt(at) ?? 0) > 0xffff;
}
