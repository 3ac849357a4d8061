/** Emoji and check marks that stand for a status. */

import type { Span } from "./span.js";
import type { Tier, Vocabulary } from "./vocabulary.js";
import { execAll } from "./exec-all.js";

/** An emoji or check mark as it stands in a text. */
export interface StatusMark extends Span {
	readonly text: string;
	/** What it means by itself; undefined for decoration and colours. */
	readonly tier: Tier | undefined;
}

const MARK =
	/(?:\p{Extended_Pictographic}|[✓✗✘☐\uFFFD])(?:[\u{FE0E}\u{FE0F}]|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;

/** Pictographs of Unicode that plans use as typography: arrows, ©, ™, ▶. */
function isTypography(mark: string): boolean {
	const code = mark.codePointAt(0) ?? 0;
	return code < 0x2300 || code === 0x25b6 || code === 0x25c0 || (code >= 0x2934 && code <= 0x2935);
}

/** All emoji and check marks of a text with what they mean, left to right. */
export function readMarks(text: string, vocabulary: Vocabulary): StatusMark[] {
	const marks: StatusMark[] = [];
	// No mark is below U+2300, and most texts have nothing above.
	if (!/[\u2300-\uFFFD]/.test(text)) return marks;
	for (const match of execAll(MARK, text)) {
		if (isTypography(match[0])) continue;
		marks.push({
			start: match.index,
			end: match.index + match[0].length,
			text: match[0],
			tier: vocabulary.markTier(match[0]),
		});
	}
	return marks;
}

/** Marks that also go with words of another tier: an hourglass waits as much as it runs, a clipboard is decoration. */
const TOLERANT_MARKS: Readonly<Record<string, readonly Tier[]>> = {
	// An empty circle or box is what is not finished yet.
	"⭕": ["active"],
	"⬜": ["active"],
	"☐": ["active"],
	"📋": ["planned", "active", "done", "blocked", "dropped"],
	"🎉": ["planned", "active", "done", "blocked", "dropped"],
	"🔄": ["planned", "blocked"],
	"⏳": ["planned", "blocked"],
	"🚧": ["blocked"],
	"🏗": ["planned"],
	"⏸": ["planned", "dropped"],
	"⏭": ["planned", "blocked"],
	"⛔": ["planned", "dropped"],
	"🛑": ["planned", "dropped"],
	"🚫": ["planned", "blocked"],
};

/** Can a mark not be true where the words are? Colours and decoration never contradict. */
export function contradicts(mark: StatusMark, wordTier: Tier, toleratesDoneMark: boolean): boolean {
	if (mark.tier === undefined || mark.tier === wordTier) return false;
	if (mark.tier === "done" && toleratesDoneMark) return false;
	const bare = mark.text.replace(/[\u{FE0E}\u{FE0F}]/gu, "");
	return !(TOLERANT_MARKS[bare]?.includes(wordTier) ?? false);
}

/** One tier for several marks; undefined where they differ. */
export function tierOfMarks(marks: readonly StatusMark[]): Tier | undefined {
	let tier: Tier | undefined;
	for (const mark of marks) {
		if (mark.tier === undefined) continue;
		if (tier !== undefined && tier !== mark.tier) return undefined;
		tier = mark.tier;
	}
	return tier;
}
