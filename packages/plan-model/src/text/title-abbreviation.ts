/** Words that say nothing about which phase is meant: a shorter or longer title may have them or not. */
const GENERIC: ReadonlySet<string> = new Set(
	(
		"the a an and or of for to in with on via vs from by into und der die das für mit y de la el los las et le les " +
		"phase phases step stage task tasks part work implementation implement implementing development develop building build " +
		"setup support update updates module modules component components layer feature features system stuff etc"
	).split(" "),
);

/** When, not what: `Weeks 1-2`, `Day 3`, `2 hours`. */
const CALENDAR = /^(?:weeks?|days?|months?|hours?|hrs?|sprints?|wochen?|tage?|q[1-4])$/u;

/** The share of the longer word that two forms of one word have in common: `migrate` and `migration`. */
const SAME_STEM = 0.55;

/**
 * Whether every word of a title, but generic ones, stands in another: as the word itself, another form or the beginning
 * of it (`Config`), or as its initials (`UI` for `User Interface`). Notes in brackets and calendar words do not count.
 *
 * @param others more texts whose words may stand for those of the title
 * @returns `undefined` where nothing is left to compare
 */
export function isAbbreviation(short: string, full: string, others: readonly string[] = []): boolean | undefined {
	const words = contentWords(short);
	const all = [full, ...others].map(allWords);
	if (words.length === 0 || !all.some((each) => each.length > 0)) return undefined;
	const known = all.flat();
	const initials = all.map((each) => each.map((word) => word[0]).join(""));
	const ownInitials = allWords(short)
		.map((word) => word[0])
		.join("");
	return words.every(
		(word) =>
			known.some((other) => isForm(word, other)) ||
			(word.length >= 2 && initials.some((letters) => letters.includes(word))) ||
			// `Command Line Tool` for `CLT`: the title spells out what the other abbreviates.
			known.some(
				(other) =>
					other.length >= 2 && other.length <= 5 && ownInitials.includes(other) && other.includes(word[0] ?? ""),
			),
	);
}

function contentWords(title: string): string[] {
	const words = allWords(withoutNotes(title)).filter((word) => !GENERIC.has(word) && !CALENDAR.test(word));
	return words.some((word) => /\p{L}/u.test(word)) ? words : [];
}

/** Words of letters, or numbers; `StringSlice` is one, `I/O` two. */
function allWords(text: string): string[] {
	return (
		text
			.normalize("NFC")
			.toLowerCase()
			.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
	);
}

function withoutNotes(text: string): string {
	const bare = text.replace(/\([^()]{0,120}\)|\[[^[\]]{0,120}\]/gu, " ");
	return bare.trim() === "" ? text : bare;
}

function isForm(word: string, other: string): boolean {
	if (word === other) return true;
	const [short, long] = word.length <= other.length ? [word, other] : [other, word];
	// `Utils` is short for `Utilities`: the plural is not part of the stem.
	const stem = short.length > 4 && short.endsWith("s") ? short.slice(0, -1) : short;
	if (stem.length >= 3 && long.startsWith(stem)) return true;
	let shared = 0;
	while (shared < short.length && short[shared] === long[shared]) shared++;
	return shared >= 4 && shared >= long.length * SAME_STEM;
}
