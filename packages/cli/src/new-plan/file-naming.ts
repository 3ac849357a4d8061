import GithubSlugger from "github-slugger";

/** How the files of a folder are named. */
export interface FileNaming {
	/** `012-`: the digits of the number and what follows it; a date; or nothing in front. */
	readonly prefix:
		| { readonly kind: "number"; readonly width: number; readonly separator: string; readonly next: number }
		| { readonly kind: "date"; readonly separator: string }
		| undefined;
	/** Between words. */
	readonly separator: "-" | "_";
	readonly isUpper: boolean;
	/** `-plan`, where most names end so. */
	readonly suffix: string;
}

const NUMBER = /^(\d{1,6})([-_. ])(?=\D)/;
const DATE = /^\d{4}-\d{2}-\d{2}([-_. ])/;
const SUFFIX = /[-_.]plan$/i;
/** Enough for a title in words; every file system takes it, in any script. */
const MOST_CHARACTERS = 80;

/**
 * Reads from the names of plans how they are formed; what most of them do counts.
 *
 * @param names of files in one folder, with `.md`
 */
export function readNaming(names: readonly string[]): FileNaming {
	const stems = names.map((name) => name.replace(/\.md$/i, ""));
	const isMost = (count: number): boolean => count * 2 > stems.length;
	const dates = stems.flatMap((stem) => DATE.exec(stem)?.[1] ?? []);
	const numbers = stems.flatMap((stem) => {
		const [, digits = "", separator = ""] = (DATE.test(stem) ? undefined : NUMBER.exec(stem)) ?? [];
		return digits === "" ? [] : [{ digits, separator }];
	});
	const words = stems.map((stem) => stem.replace(DATE, "").replace(NUMBER, ""));
	const suffixes = words.flatMap((stem) => SUFFIX.exec(stem)?.[0] ?? []);
	const lastNumber = numbers.at(-1);
	return {
		prefix: isMost(dates.length)
			? { kind: "date", separator: dates.at(-1) ?? "-" }
			: isMost(numbers.length) && lastNumber !== undefined
				? {
						kind: "number",
						width: Math.min(...numbers.map(({ digits }) => digits.length)),
						separator: lastNumber.separator,
						next: Math.max(...numbers.map(({ digits }) => Number(digits))) + 1,
					}
				: undefined,
		separator:
			words.filter((stem) => stem.includes("_")).length > words.filter((stem) => stem.includes("-")).length ? "_" : "-",
		isUpper: isMost(words.filter((stem) => /\p{Lu}/u.test(stem) && !/\p{Ll}/u.test(stem)).length),
		suffix: isMost(suffixes.length) ? (suffixes.at(-1) ?? "") : "",
	};
}

/**
 * The name of a file for a title, as the others are named.
 *
 * @param today `YYYY-MM-DD`
 * @returns `undefined` for a title without a letter or digit
 */
export function nameFor(title: string, naming: FileNaming, today: string): string | undefined {
	const { prefix, separator, isUpper, suffix } = naming;
	const slug = new GithubSlugger()
		.slug(title.normalize("NFC"))
		.replace(/[-_]+/g, separator)
		.replace(/^[-_]+|(?<![-_])[-_]+$/g, "");
	if (!/[\p{L}\p{N}]/u.test(slug)) return undefined;
	const words = isUpper ? slug.toUpperCase() : slug;
	const front =
		prefix === undefined
			? ""
			: prefix.kind === "date"
				? `${today}${prefix.separator}`
				: `${String(prefix.next).padStart(prefix.width, "0")}${prefix.separator}`;
	const end = SUFFIX.test(words) ? "" : suffix;
	return `${front}${shorten(words, separator)}${end}.md`;
}

/** At the end of a word, if there is one. */
function shorten(words: string, separator: string): string {
	const characters = [...words];
	if (characters.length <= MOST_CHARACTERS) return words;
	const cut = characters.slice(0, MOST_CHARACTERS).join("");
	const end = cut.lastIndexOf(separator);
	return end > 0 ? cut.slice(0, end) : cut;
}
