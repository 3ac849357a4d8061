import { LOOKS_BACK } from "./index-words.js";

const PARTS = /[:：–—|()[\]]|\s-\s/u;

/**
 * Whether a title calls its document one that looks back: a log, a close-out, a hand-off. One part of the title must end
 * in such words (`Importer: close-out`, `Session log — 2026-04-23`): a `Hand-off queue` is something to be built.
 */
export function looksBack(title: string): boolean {
	return title.split(PARTS).some((part) => {
		const words = part.toLowerCase().match(/\p{L}[\p{L}\p{M}-]*/gu) ?? [];
		return [1, 2].some((count) => words.length >= count && LOOKS_BACK.has(words.slice(-count).join(" ")));
	});
}
