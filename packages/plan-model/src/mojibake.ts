/** A run of text decoded with the wrong charset, or lost characters. Offsets are UTF-16 indexes. */
export interface Mojibake {
	readonly start: number;
	readonly end: number;
	/** What was meant; undefined when it is lost (U+FFFD). */
	readonly original?: string;
}

/** Finds text that was UTF-8 and was read as windows-1252 or Latin-1, once or several times, and runs of U+FFFD. Never throws. */
export function findMojibake(text: string): Mojibake[] {
	void text;
	return [];
}
