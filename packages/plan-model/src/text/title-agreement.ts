/** Words that say nothing about which plan is meant. */
const GENERIC: ReadonlySet<string> = new Set([
	"implementation",
	"plan",
	"plans",
	"the",
	"a",
	"an",
	"of",
	"and",
	"for",
	"to",
	"in",
	"on",
	"with",
]);

/** Two words are one from here on: `preference` and `preferences`. */
const STEM = 4;

/**
 * Whether two titles may be those of one plan: more than half of the words of the shorter one stand in the other,
 * generic ones and remarks in brackets not counted, and no number in one excludes those of the other. So an
 * abbreviation agrees with its title, and so do other orders and endings of the words.
 */
export function titlesAgree(a: string, b: string): boolean {
	const left = wordsOf(a);
	const right = wordsOf(b);
	const [short, long] = left.length <= right.length ? [left, right] : [right, left];
	if (short.length === 0) return true;
	if (numbersExclude(left, right)) return false;
	const shared = short.filter((word) => long.some((other) => sameWord(word, other)));
	return 2 * shared.length > short.length;
}

/** `Phase 7` is not `Phase 8`. */
function numbersExclude(left: readonly string[], right: readonly string[]): boolean {
	const numbers = left.filter(isNumber);
	const others = right.filter(isNumber);
	return numbers.length > 0 && others.length > 0 && !numbers.some((number) => others.includes(number));
}

function isNumber(word: string): boolean {
	return /^\d+$/u.test(word);
}

function sameWord(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return (
		short.length >= STEM &&
		long.startsWith(short.slice(0, Math.max(STEM, short.length - 2))) &&
		long.length - short.length <= STEM
	);
}

function wordsOf(title: string): string[] {
	const bare = title.replace(/[([][^()[\]]*[)\]]/gu, " ");
	const words =
		(/[\p{L}\p{N}]/u.test(bare) ? bare : title)
			// Symbols decorate. Some, like U+1F12B, a letter in a circle, would become letters in normal form.
			.replace(/\p{S}+/gu, " ")
			.normalize("NFKC")
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	// `001` and `1` are one number.
	return words.map((word) => word.replace(/^0+(?=\d)/u, "")).filter((word) => !GENERIC.has(word));
}
