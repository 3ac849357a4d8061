import { isCommandFile } from "./project-commands.js";

/**
 * Whether the rules read what is in a tracked file, and not only that it is there: scripts and targets, headings that
 * links name, patterns of what git ignores. `Repository.texts` gives no other, so a change of content in those changes no
 * finding of a plan.
 *
 * @param path of a file that is no document of a plans folder, POSIX
 */
export function isTextRead(path: string): boolean {
	return isCommandFile(path) || isMarkdownFile(path) || /(?:^|\/)\.gitignore$/u.test(path);
}

/** Whether a file has headings that a fragment may name. */
export function isMarkdownFile(path: string): boolean {
	return /\.(?:md|markdown)$/iu.test(path);
}
