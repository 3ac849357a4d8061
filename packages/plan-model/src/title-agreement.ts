/** Words that say nothing about which plan is meant. */
const GENERIC: ReadonlySet<string> = new Set(["implementation", "plan", "plans", "the", "a", "an", "of", "and", "for", "to", "in", "on", "with"]);

/** Two words are one from here on: `preference` and `preferences`. */
const STEM = 4;

/**
 * Whether two titles may be those of one plan: every word of one, but for generic ones, stands in the other. An
 * abbreviation agrees with its title, another order of the words does, and so does another number or ending of a word.
 */
export function titlesAgree(a: string, b: string): boolean {
	const left = wordsOf(a);
	const right = wordsOf(b);
	return isWithin(left, right) || isWithin(right, left);
}

function isWithin(words: readonly string[], title: readonly string[]): boolean {
	return words.every((word) => title.some((other) => sameWord(word, other)));
}

function sameWord(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return short.length >= STEM && long.startsWith(short.slice(0, Math.max(STEM, short.length - 2))) && long.length - short.length <= STEM;
}

function wordsOf(title: string): string[] {
	const words = title.normalize("NFKC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	// `001` and `1` are one number.
	return words.map((word) => word.replace(/^0+(?=\d)/u, "")).filter((word) => !GENERIC.has(word));
}
