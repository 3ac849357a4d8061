import { fileName } from "@acid-plans/model";
import type { PathChange } from "@acid-plans/model/node";
import { globsMayFit } from "./glob-words.js";

/**
 * Files in which the commands live that plans name: a script may vanish though no plan names the file.
 */
const COMMAND_FILES = /^(?:package\.json|turbo\.jsonc?|(?:gnu)?makefile|\.?justfile|.*\.(?:mk|just))$/;

/** With more changes than this, asking costs more than checking. */
const MOST_CHANGES = 500;

/**
 * Whether a text among these may name one of the changed paths. It errs on the side of checking: what decides is the
 * name of a file, of a folder that came or went, or a glob that fits, wherever in the text it stands, in any letter
 * case and spelling: a name may be encoded in a link, escaped in Markdown, or quoted for a shell. Reading each plan to be
 * certain would cost as much as the check itself.
 *
 * @param texts documents as they will be after the commit
 * @param folders folders that came into being or went with these changes
 */
export function mayName(
	texts: Iterable<string>,
	changes: readonly PathChange[],
	folders: ReadonlySet<string>,
): boolean {
	if (changes.length > MOST_CHANGES) return true;
	const paths = changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
	const names = new Set<string>();
	/** Names without the ending that a link may leave out. */
	const stems = new Set<string>();
	/** What `make` builds from a file of another ending without a rule that says so. */
	const made = new Set<string>();
	for (const path of [...paths, ...folders]) {
		const written = fileName(path).toLowerCase();
		const name = written.normalize("NFC");
		if (COMMAND_FILES.test(name) || withoutQuotes(name) === "") return true;
		// As it is, and as it is read from a text in which it is encoded or quoted.
		names.add(written).add(withoutQuotes(name));
		if (PAGE.test(name)) stems.add(name.replace(PAGE, ""));
		if (SOURCE_OF_MAKE.test(name)) made.add(name.replace(SOURCE_OF_MAKE, ""));
	}
	const moved = changes
		.filter(({ kind }) => kind !== "changed")
		.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
	const hasFittingGlob = globsMayFit(moved);
	for (const text of texts) {
		if (OTHER_REFERENCE.test(text)) return true;
		const lower = text.toLowerCase();
		const decoded = decodedText(text);
		const words = withoutQuotes(decoded);
		for (const name of names) if (lower.includes(name) || words.includes(name)) return true;
		for (const stem of stems) if (endsLinkTarget(lower, stem) || endsLinkTarget(decoded, stem)) return true;
		if (made.size > 0 && /\bmake\b/.test(words)) for (const name of made) if (words.includes(name)) return true;
		if (hasFittingGlob(text)) return true;
	}
	return false;
}

/** The endings from which `make` knows how to build a file, in lower case. */
const SOURCE_OF_MAKE = /\.(?:c|cc|cpp|p|f|s|sh|y|l|tex|texinfo)$/;

/** The character references that a name may hold, and others that are no part of one. */
const REFERENCES: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", nbsp: " ", quot: '"' };
/** A character reference by a name that this module does not know: any character may be meant. */
const OTHER_REFERENCE = /&(?!(?:amp|apos|gt|lt|nbsp|quot);)[a-z][a-z\d]{1,30};/i;

/** A text without percent encoding and character references, in one letter case and Unicode form. */
function decodedText(text: string): string {
	return text
		.replace(
			/&(?:([a-z]{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
			(all, name?: string, decimal?: string, hex?: string) => {
				if (name !== undefined) return REFERENCES[name.toLowerCase()] ?? all;
				const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
				return code <= 0x10ffff ? String.fromCodePoint(code) : all;
			},
		)
		.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
			try {
				return decodeURIComponent(bytes);
			} catch {
				return bytes;
			}
		})
		.normalize("NFC")
		.toLowerCase();
}

/** Without what escapes or quotes a part of a name in Markdown and in shells. */
function withoutQuotes(text: string): string {
	return text.replace(/[\\"']/g, "");
}

/** Documents that a link may name without their ending, or with that of the page that a site makes of them. */
const PAGE = /\.mdx?$/;

/** Whether a text has a word where the target of a link ends: `(../guide)`, `[guide]: guide#steps`, `<guide.html>`. */
function endsLinkTarget(text: string, word: string): boolean {
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		const end = at + word.length;
		const closes = /[)>#?\s"']/.test(text[end] ?? "\n") || text.startsWith(".html", end);
		// In a sentence a word stands between spaces; a target follows a bracket, a colon or a folder.
		const opens = /[/(<"']/.test(text[at - 1] ?? "") || /:[ \t]+$/.test(text.slice(Math.max(0, at - 3), at));
		if (opens && closes) return true;
	}
	return false;
}

/** Folders of the changed paths in which no tracked file is left, or none was before. */
export function foldersThatCameOrWent(tracked: Iterable<string>, changes: readonly PathChange[]): ReadonlySet<string> {
	const added = new Set(changes.filter(({ kind }) => kind === "added" || kind === "renamed").map(({ path }) => path));
	const candidates = new Set<string>();
	for (const { kind, path, from } of changes) {
		if (kind === "changed") continue;
		for (const each of from === undefined ? [path] : [path, from])
			for (const folder of foldersOf(each)) candidates.add(folder);
	}
	/** Candidates that hold a file now, and those that held one already before. */
	const now = new Set<string>();
	const before = new Set<string>();
	for (const path of tracked) {
		for (const folder of foldersOf(path)) {
			if (!candidates.has(folder)) continue;
			now.add(folder);
			if (!added.has(path)) before.add(folder);
		}
	}
	for (const { kind, path, from } of changes) {
		if (kind === "deleted") for (const folder of foldersOf(path)) before.add(folder);
		if (from !== undefined) for (const folder of foldersOf(from)) before.add(folder);
	}
	return new Set([...candidates].filter((folder) => now.has(folder) !== before.has(folder)));
}

function* foldersOf(path: string): Generator<string> {
	for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) yield path.slice(0, end);
}
