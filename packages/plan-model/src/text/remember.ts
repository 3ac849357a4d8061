import type { Vocabulary } from "./vocabulary.js";

/** How many texts are remembered; a hostile document cannot make it grow without end. */
const MOST = 4096;

/** V8 makes a slice of a shorter text a string of its own. */
const SHORTEST_SLICE = 13;

/**
 * A function that remembers what it gave for a short text. Labels, headings and cells come back in every phase and
 * every plan: of the headings and cells of 239 real plans six in ten had been read before.
 *
 * @param read a pure function; what it gives is shared, and nobody may change it
 * @param longest a longer text is read each time
 */
export function remember<Result>(read: (text: string) => Result, longest: number): (text: string) => Result {
	const known = new Map<string, Result>();
	return (text) => {
		if (text.length > longest) return read(text);
		const found = known.get(text);
		if (found !== undefined || known.has(text)) return found as Result;
		const own = ownText(text);
		const result = read(own);
		if (known.size >= MOST) known.clear();
		known.set(own, result);
		return result;
	};
}

/** As `remember`, for a function that asks a vocabulary. */
export function rememberByVocabulary<Result>(
	read: (text: string, vocabulary: Vocabulary) => Result,
	longest: number,
): (text: string, vocabulary: Vocabulary) => Result {
	const readers = new WeakMap<Vocabulary, (text: string) => Result>();
	return (text, vocabulary) => {
		let reader = readers.get(vocabulary);
		if (!reader) {
			reader = remember((each) => read(each, vocabulary), longest);
			readers.set(vocabulary, reader);
		}
		return reader(text);
	};
}

/** The same text as a string of its own: a slice keeps the whole document that it was cut from. */
function ownText(text: string): string {
	return text.length < SHORTEST_SLICE ? text : (JSON.parse(JSON.stringify(text)) as string);
}
