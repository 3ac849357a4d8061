import {
	certaintyOf,
	DYNAMIC_SEGMENT,
	type Form,
	hasExtension,
	inspect,
	isGlob,
	isVariable,
	normalise,
	VARIABLES,
} from "./path-form.js";
import { fileName } from "./path-name.js";
import { remember } from "./remember.js";
import { DOMAINS, SYSTEM_FOLDERS } from "./path-words.js";

/** Where a text stands: a code span, the target of a link, or the plain text of a `Files:` item. */
export type PathContext = "code" | "link" | "item";

/**
 * Why a path is none of the repository's: it starts at a root, a home folder, a drive, a `file:` URL, or climbs out with `..`.
 * A link's `..` starts at the plan, so whether it climbs out is for the reader of the link to say.
 */
export type PathOutside = "absolute" | "home" | "parent" | "windows" | "file-url";

/** A path as a plan writes it. Offsets are UTF-16 indexes into the text that was read. */
export interface PathText {
	/** Normalised: `/` between segments, no `./`, no `//`, no trailing `/`, inner `..` resolved. Paths outside keep their leading part. */
	readonly path: string;
	/** The path is certain to be one by its form alone. Otherwise it may be one (`alice/project`, `./config`): ask whether it exists. */
	readonly certain: boolean;
	/** It stands for many paths: globs, braces, or a variable part. */
	readonly pattern: boolean;
	/** A part is left open: `<name>`, `{id}`, `$NAME`, `…`, `NNN`. */
	readonly variable: boolean;
	/** Written with a trailing slash. */
	readonly directory: boolean;
	/** The line numbers behind the path, `120-140`; the offsets include the `:` or `#L` before. */
	readonly lines?: { readonly text: string; readonly start: number; readonly end: number };
	/** What is named inside the file: `test_login` of `tests/login.py::test_login`. */
	readonly member?: string;
	/** `(NEW)`, `[MODIFY]`, `(deleted)`. */
	readonly note?: "new" | "modified" | "deleted";
	/** The `#fragment` of a link target, without the `#`. */
	readonly fragment?: string;
	readonly outside?: PathOutside;
	/** Range of the path itself, without lines, member and note. */
	readonly start: number;
	readonly end: number;
}

/** Longer texts are no paths (Linux allows 4,096 bytes, a plan's are below 200). */
const LONGEST_PATH = 1024;

// prettier-ignore
const NOTES: Readonly<Record<string, "new" | "modified" | "deleted">> = {
	new: "new", create: "new", created: "new", add: "new", added: "new",
	modify: "modified", modified: "modified", update: "modified", updated: "modified", change: "modified", changed: "modified",
	edit: "modified", edited: "modified", extend: "modified", extended: "modified", rewrite: "modified", rewritten: "modified",
	delete: "deleted", deleted: "deleted", remove: "deleted", removed: "deleted",
};

/**
 * Reads a whole text as one path. A path has a `/` or a known file extension; it is no command, URL, package, MIME type, route,
 * alternative, number, branch or code expression. When in doubt it is not certain, or nothing.
 * @param text a code span's or item's text, or a link's target
 * @returns undefined when the text is something else; never throws
 */
export function readPathText(text: string, context: PathContext = "code"): PathText | undefined {
	return context === "link" ? readTrimmed(text, readLinkTarget) : readWrittenText(text);
}

/** Steps, files fields and tests name the same files again and again. */
const LONGEST_REMEMBERED = 120;
const readWrittenText = remember((text) => readTrimmed(text, readWritten), LONGEST_REMEMBERED);

function readTrimmed(
	text: string,
	read: (trimmed: string, start: number) => PathText | undefined,
): PathText | undefined {
	const trimmed = text.trim();
	if (trimmed === "" || trimmed.length > LONGEST_PATH) return undefined;
	return read(trimmed, text.indexOf(trimmed));
}

interface Rest {
	readonly text: string;
	readonly start: number;
}

/** What surrounds a path; optional properties are absent, never undefined. */
type Facts = { -readonly [Key in "lines" | "member" | "note" | "fragment" | "outside"]?: NonNullable<PathText[Key]> };

function readWritten(text: string, start: number): PathText | undefined {
	const facts: Facts = {};
	const rest = takeLines(takeNote({ text, start }, facts), facts);
	const outside = outsideOf(rest.text);
	if (outside !== undefined) return readOutside(rest, outside, facts);
	const body = takeMember(rest, facts);
	const form = inspect(body.text);
	if (form === undefined) return undefined;
	const certain = certaintyOf(body.text, form);
	if (certain === undefined) return undefined;
	const path = normalise(form.segments);
	if (path === "") return undefined;
	if (path === ".." || path.startsWith("../")) facts.outside = "parent";
	return describe(path, certain, form, body, facts);
}

function describe(path: string, certain: boolean, form: Form, { text, start }: Rest, facts: Facts): PathText {
	return {
		path,
		certain,
		pattern: form.glob || form.variable,
		variable: form.variable,
		directory: form.directory,
		...facts,
		start,
		end: start + text.length,
	};
}

/** A link target with no scheme is a path by definition; `?query` and `#fragment` are none of it. */
function readLinkTarget(text: string, start: number): PathText | undefined {
	const facts: Facts = {};
	const outside = outsideOf(text);
	if (outside === "windows" || outside === "file-url") return readOutside({ text, start }, outside, facts);
	if (/^[a-z][a-z0-9+.-]*:/iu.test(text) && !/^[\w.-]+:\d+(?:[-,:]\d+)*$/u.test(text)) return undefined;
	if (text.startsWith("//")) return undefined;
	const hash = text.indexOf("#");
	let body = hash < 0 ? text : text.slice(0, hash);
	if (hash >= 0) {
		const fragment = text.slice(hash + 1);
		const numbers = LINE_FRAGMENT.exec(fragment);
		if (numbers !== null) facts.lines = { text: lineNumbers(fragment), start: start + hash, end: start + text.length };
		facts.fragment = fragment;
	}
	const query = body.indexOf("?");
	if (query >= 0) body = body.slice(0, query);
	const rest = takeLines({ text: body, start }, facts);
	let decoded = rest.text;
	try {
		decoded = decodeURIComponent(rest.text);
	} catch {
		// A stray % is part of the name.
	}
	const segments = decoded.split("/");
	const path = normalise(segments);
	if (path === "") return undefined;
	if (outside === "home" || outside === "absolute") facts.outside = outside;
	const form: Form = { segments, glob: false, variable: isVariable(decoded), directory: decoded.endsWith("/") };
	return describe(outside === "absolute" ? `/${path}` : path, true, form, rest, facts);
}

const NOTE_AFTER = /(?<!\s)\s*[([]\s*(\p{L}{3,10})(?:[ ,:;–—-][^()[\]]{0,60})?\s*[)\]]$/u;

const NOTE_BEFORE = /^[([]\s*(\p{L}{3,10})\s*[)\]]\s+/u;

function takeNote(rest: Rest, facts: Facts): Rest {
	const before = NOTE_BEFORE.exec(rest.text);
	const noteBefore = before === null ? undefined : NOTES[(before[1] ?? "").toLowerCase()];
	if (before !== null && noteBefore !== undefined) {
		facts.note = noteBefore;
		return { text: rest.text.slice(before[0].length), start: rest.start + before[0].length };
	}
	// A note stands at the end, so only the end is looked at.
	const from = Math.max(0, rest.text.length - 96);
	const after = NOTE_AFTER.exec(rest.text.slice(from));
	const noteAfter = after === null ? undefined : NOTES[(after[1] ?? "").toLowerCase()];
	// `app/(new)` is a folder: a note stands behind a space, or behind the extension of a file.
	if (after === null || noteAfter === undefined) return rest;
	const text = rest.text.slice(0, from + after.index);
	if (!/^\s/u.test(after[0]) && !/\.\w+$/u.test(text)) return rest;
	facts.note = noteAfter;
	return { text, start: rest.start };
}

const LINE_NUMBERS = /(?::L?|#L|(?<!\s)\s+\(?(?:lines?|L)\s*)~?\d{1,7}(?:\s*[-–—,:]\s*L?\d{1,7})*\)?$/u;

const LINE_FRAGMENT = /^L\d{1,7}(?:C\d+)?(?:-L?\d{1,7}(?:C\d+)?)?$/u;

function lineNumbers(text: string): string {
	return text
		.replace(/^[^\d]+|C\d+|\)$/gu, "")
		.replace(/[–—]/gu, "-")
		.replace(/[L\s]/gu, "");
}

function takeLines(rest: Rest, facts: Facts): Rest {
	const from = Math.max(0, rest.text.length - 64);
	const match = LINE_NUMBERS.exec(rest.text.slice(from));
	if (match === null || from + match.index === 0) return rest;
	const cut = from + match.index;
	facts.lines = { text: lineNumbers(match[0]), start: rest.start + cut, end: rest.start + rest.text.length };
	return { text: rest.text.slice(0, cut), start: rest.start };
}

const MEMBER = /^(.*?\.[A-Za-z]\w{0,9})(?:::|:|#)([\p{L}_][\p{L}\p{N}_.:[\]-]*(?:\(\))?)$/u;

function takeMember(rest: Rest, facts: Facts): Rest {
	const match = MEMBER.exec(rest.text);
	const file = match?.[1];
	if (file === undefined || match?.[2] === undefined || !hasExtension(fileName(file), false)) return rest;
	facts.member = match[2];
	return { text: file, start: rest.start };
}

function outsideOf(text: string): PathOutside | undefined {
	if (/^file:\/\//iu.test(text)) return "file-url";
	if (
		/^[A-Za-z]:[\\/]/u.test(text) ||
		/^\\\\[\w.-]+\\/u.test(text) ||
		/^%(?:USERPROFILE|APPDATA|LOCALAPPDATA|TEMP|HOMEPATH)%/iu.test(text)
	)
		return "windows";
	if (/^(?:~|\$HOME|\$\{HOME\})\//u.test(text)) return "home";
	if (text.startsWith("/")) return "absolute";
	return undefined;
}

function readOutside(rest: Rest, outside: PathOutside, facts: Facts): PathText | undefined {
	const { text } = rest;
	// A command behind an absolute program, or prose: only a drive's path may hold spaces.
	if (outside !== "windows" && outside !== "file-url" && /[\s"'`|;&=()]/u.test(text)) return undefined;
	if (/["`|;\n\r]/u.test(text)) return undefined;
	const plain = (outside === "file-url" ? text.slice("file://".length) : text).replaceAll("\\", "/");
	const segments = plain.split("/").filter((segment) => segment !== "");
	const form: Form = { segments, glob: isGlob(plain), variable: isVariable(plain), directory: plain.endsWith("/") };
	facts.outside = outside;
	const described = (certain: boolean): PathText =>
		describe(plain.replace(/(?<=[^/]|^\/)\/+$/u, ""), certain, form, rest, facts);
	switch (outside) {
		case "file-url":
			return segments.length > 0 && /[\p{L}\p{N}]/u.test(plain) ? described(true) : undefined;
		case "windows":
			return segments.length > 1 ? described(!/\.(?:exe|bat|cmd|ps1)\s/iu.test(plain)) : undefined;
		case "home":
			return segments.length > 1 ? described(true) : undefined;
		default: {
			const [first = "", ...more] = segments;
			if (SYSTEM_FOLDERS.has(first) && more.length > 0) {
				// `/home/settings` may be a route; three levels of it, or a capital `/Users`, are a machine's.
				const isRoute =
					/^[:{]/u.test(more[0] ?? "") ||
					(/^(?:home|media|dev|system)$/u.test(first) && more.length === 1 && !form.directory);
				return isRoute ? undefined : described(true);
			}
			const last = segments.at(-1) ?? "";
			const isServed = /\.(?:html?|json|xml|png|jpe?g|svg|ico|css|js|pdf|txt|webp|php)$/u.test(last);
			return more.length > 0 && hasExtension(last, true) && !isServed && !DOMAINS.has(first)
				? described(false)
				: undefined;
		}
	}
}

/**
 * The path as a glob in picomatch's sense: what is no glob in it is escaped (`app/\(auth\)/\[id\]`), an open part matches anything,
 * a folder keeps its trailing slash.
 */
export function pathGlob({ path, variable, pattern, directory }: PathText): string {
	const end = directory ? "/" : "";
	if (!pattern) return path.replace(/[\\()[\]{}*?!+@|^$"]/gu, "\\$&") + end;
	const opened = variable
		? path.replace(VARIABLES, (part, at: number) => {
				const isSegment =
					(at === 0 || path[at - 1] === "/") && /^(?:\/|$)/u.test(path.slice(at + part.length, at + part.length + 1));
				if (/^\{[^{}]*\.\./u.test(part)) return part;
				return isSegment && /^(?:…|\.\.\.)$/u.test(part) ? "**" : "*";
			})
		: path;
	return (
		opened.replace(DYNAMIC_SEGMENT, (part) => part.replace(/[[\]]/gu, "\\$&")).replace(/[()!+@|^$"]/gu, "\\$&") + end
	);
}

/**
 * Reads the paths that an item of a files field lists in plain text, up to the first word that is none: `src/a.ts, src/b.ts (NEW) - why`.
 * Empty when the item does not start with a path. Never throws.
 */
export function readPathList(text: string): PathText[] {
	const paths: PathText[] = [];
	for (const { text: word, start } of listWords(text)) {
		if (/^(?:and|&|\+|und|et|y|e|→|->|=>)$/u.test(word)) continue;
		const path = readPathText(word, "item");
		if (path === undefined) break;
		paths.push({
			...path,
			...(path.lines === undefined
				? {}
				: { lines: { ...path.lines, start: path.lines.start + start, end: path.lines.end + start } }),
			start: path.start + start,
			end: path.end + start,
		});
	}
	return paths;
}

/** Words between spaces, commas and semicolons outside braces; a bracketed note stays with the word before. */
function* listWords(text: string): Generator<Rest> {
	const length = Math.min(text.length, 16 * LONGEST_PATH);
	let from = -1;
	let braces = 0;
	for (let at = 0; at <= length; at++) {
		const character = at === length ? " " : (text[at] ?? " ");
		if (character === "{") braces++;
		else if (character === "}") braces = Math.max(0, braces - 1);
		const isBreak = at === length || (braces === 0 && /[\s,;]/u.test(character));
		if (!isBreak) {
			if (from < 0) from = at;
			continue;
		}
		if (from < 0) continue;
		const note = character === " " ? /^ [([][^()[\]\n]{1,40}[)\]]/u.exec(text.slice(at, at + 48)) : null;
		const isNote =
			note !== null &&
			/^ .\s*\p{L}+/u.test(note[0]) &&
			NOTES[/\p{L}+/u.exec(note[0])?.[0].toLowerCase() ?? ""] !== undefined;
		const end = isNote ? at + note[0].length : at;
		const word = text.slice(from, end).replace(/[.:]$/u, "");
		yield { text: word, start: from };
		from = -1;
		if (isNote) at = end - 1;
	}
}
