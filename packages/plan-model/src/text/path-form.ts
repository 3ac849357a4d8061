/** The shape of a text that may be a path, and how certain it is that it is one. */

import {
	ALTERNATIVES,
	BRANCH_WORDS,
	DOMAINS,
	EXTENSION_PARTS,
	FILE_EXTENSIONS,
	FILE_NAMES,
	LETTER_EXTENSIONS,
	MIME_TYPES,
	NOT_FILES,
	ROOT_FOLDERS,
	TIME_ZONES,
	WORD_EXTENSIONS,
} from "./path-words.js";

export interface Form {
	readonly segments: readonly string[];
	readonly glob: boolean;
	readonly variable: boolean;
	readonly directory: boolean;
}

/** Letters, digits and what file names hold in practice. Quotes, operators, backslashes and pictures are not among them. */
const PATH_CHARACTERS = /^[\p{L}\p{M}\p{N}_\-.+@~$%#=,!()[\]{}*?<>…^/]+$/u;

/** The segments of a text that has no character a path would not have. */
export function inspect(text: string): Form | undefined {
	const compact = withoutInnerSpaces(text);
	if (compact === undefined) return undefined;
	const plain = /^[\w.-]+(?:\\[\w.-]+)+\\?$/u.test(compact) ? backslashed(compact) : compact;
	if (plain === undefined || !PATH_CHARACTERS.test(plain) || !/[\p{L}\p{N}*…]/u.test(plain)) return undefined;
	if (/^[+=,#!%^)\]}>-]/u.test(plain) && !/^(?:\+\w|#\w+\/)/u.test(plain)) return undefined;
	const segments = splitSegments(plain);
	if (segments === undefined || !segments.every(isSegment) || segments[0]?.includes("=") === true) return undefined;
	return { segments, glob: isGlob(plain), variable: isVariable(plain), directory: /(?<=[^/])\/$/u.test(plain) };
}

/** A Windows user's relative path is recognised by its file; `\d+\w` is a regular expression. */
function backslashed(text: string): string | undefined {
	const plain = text.replaceAll("\\", "/");
	return hasExtension(lastSegment(plain), false) ? plain : undefined;
}

/** Spaces stand in `{a.py, b.py}` and `<feature name>` only. */
function withoutInnerSpaces(text: string): string | undefined {
	if (!/\s/u.test(text)) return text;
	let out = "";
	let braces = 0;
	let angles = 0;
	for (const character of text) {
		if (character === "{") braces++;
		else if (character === "}") braces--;
		else if (character === "<") angles++;
		else if (character === ">") angles--;
		if (/\s/u.test(character)) {
			if (angles > 0) out += "-";
			else if (braces <= 0 || !/[{,]$/u.test(out)) return undefined;
		} else out += character;
	}
	return out;
}

/** At each `/` that is not inside braces or angle brackets; undefined when those do not close. */
function splitSegments(text: string): string[] | undefined {
	const segments: string[] = [];
	let braces = 0;
	let isOpen = false;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "{") braces++;
		else if (character === "}" && --braces < 0) return undefined;
		else if (character === "<") {
			if (isOpen) return undefined;
			isOpen = true;
		} else if (character === ">") {
			if (!isOpen) return undefined;
			isOpen = false;
		} else if (character === "/" && braces === 0 && !isOpen) {
			segments.push(text.slice(from, at));
			from = at + 1;
		}
	}
	segments.push(text.slice(from));
	return braces === 0 && !isOpen ? segments : undefined;
}

/** What a segment may not be: a call, a generic type, an assignment at the start, an option chain, a tag. */
function isSegment(segment: string): boolean {
	if (
		/[()]/u.test(segment) &&
		!/^(?:\(\.{1,3}\))*\(?[\p{L}\p{N}_.-]+(?:[)[\]][\p{L}\p{N}_.[\]-]*)?$/u.test(
			segment.replace(/^(?:\(\.{1,3}\))+/u, ""),
		)
	)
		return false;
	if (/[()]/u.test(segment) && /^[^(]+\(/u.test(segment)) return false;
	if (/\?\.|\?\?|!$|^!|=>|==/u.test(segment)) return false;
	if (/</u.test(segment) && !/^(?:[^<>]*[-_.@[\]{}*])?<[^<>/]+>(?:[^<>]*<[^<>]+>)*[^<>]*$/u.test(segment)) return false;
	if (/[[\]]/u.test(segment) && !/^[^[\]]*(?:\[\[?[^[\]]+\]\]?[^[\]]*)+$/u.test(segment)) return false;
	if (/=/u.test(segment) && !/^[a-z_]+=[^=]+$/u.test(segment)) return false;
	return !/,[^{},]*(?:\{|$)/u.test(segment);
}

export const DYNAMIC_SEGMENT: RegExp = /\[\[?(?:\.\.\.)?[A-Za-z_]\w+\]\]?/gu;

/** `[id]` and `[...slug]` are names of route files, `[0-9]`, `[!a]` and `[ab]*` without a name are globs. */
export function isGlob(text: string): boolean {
	return /[*?]|\[[^[\]]*\]|\{(?:[^{}.,]|\.(?!\.))*(?:,|\.\.)[^{}]*\}/u.test(text.replace(DYNAMIC_SEGMENT, ""));
}

/** `{1..3}` is a glob, `{id}` a variable. */
const SEQUENCE = /\{(?:[^{}.]|\.(?!\.))*\.\.[^{}]*\}/gu;

export const VARIABLES: RegExp =
	/<[^<>]+>|\{\{[^{}]*\}\}|\$?\{[^{},]*\}|\$[A-Z_][A-Z0-9_]*|^\$[A-Za-z_][\w.]*(?=\/)|…|(?<=^|\/)\.\.\.(?=\/|$)|(?<![A-Za-z])(?:N{2,}|X{3,}|YYYY(?:-?MM(?:-?DD)?)?)(?![A-Za-z])/gu;

export function isVariable(text: string): boolean {
	return text.replace(SEQUENCE, "").search(VARIABLES) >= 0;
}

export function lastSegment(text: string): string {
	return text.slice(text.lastIndexOf("/") + 1);
}

/**
 * @param name one segment
 * @param behindSlash whether a folder stands before, which makes `app.log` a file
 */
export function hasExtension(name: string, behindSlash: boolean): boolean {
	if (FILE_NAMES.has(name) || /^\.env\.[\w.-]+$/u.test(name) || /^Dockerfile\.[\w.-]+$/u.test(name)) return true;
	const dot = name.lastIndexOf(".");
	if (dot <= 0 || dot === name.length - 1) return false;
	const extension = name.slice(dot + 1);
	const stem = name.slice(0, dot);
	const isShouted = stem === stem.toUpperCase() && extension === extension.toUpperCase();
	const key = isShouted ? extension.toLowerCase() : extension;
	if (FILE_EXTENSIONS.has(key)) return true;
	return behindSlash && (WORD_EXTENSIONS.has(key) || extensionsInBraces(extension));
}

/** `file.{ts,tsx}` */
function extensionsInBraces(extension: string): boolean {
	return (
		/^\{[\w,]+\}$/u.test(extension) &&
		extension
			.slice(1, -1)
			.split(",")
			.every((one) => FILE_EXTENSIONS.has(one))
	);
}

const NUMBER = /^[a-z~<>≥≤#$€£]{0,2}\d[\d.,:]*[%a-z]{0,3}$/iu;

/** true: a path by its form; false: perhaps one; undefined: something else. */
export function certaintyOf(text: string, form: Form): boolean | undefined {
	const named = form.segments.filter((segment) => segment !== "" && segment !== ".");
	const names = named.filter((segment) => segment !== "..");
	const first = names[0] ?? "";
	const last = names.at(-1) ?? "";
	if (names.length === 0) return undefined;
	const isRelative = /^\.{1,2}\//u.test(text);
	const hasFile = hasExtension(last, true) || hasExtension(last.replace(/\*$/u, ""), true) || bracesHoldFiles(last);
	if (form.segments.length === 1) return bareCertainty(text, form);
	if (form.segments.slice(1, -1).includes("")) return undefined;
	// `@scope/package` and the alias `@/components`
	if (text.startsWith("@") || /@v?\d/u.test(last)) return undefined;
	if (
		!isRelative &&
		/^[\w-]+(?:\.[\w-]+)*\.([a-z]{2,6})(?::\d+)?$/iu.test(first) &&
		DOMAINS.has(first.slice(first.lastIndexOf(".") + 1)) &&
		!hasExtension(first, false)
	)
		return undefined;
	if (/^(?:localhost|\d+\.\d+\.\d+\.\d+)$/u.test(first)) return undefined;
	// `client.ts/server.ts` names two files
	if (names.slice(0, -1).some((name) => !name.startsWith(".") && hasExtension(name, false))) return undefined;
	if (names.every((name) => NUMBER.test(name)) || names.every((name) => /^<[^<>]*>$/u.test(name))) return undefined;
	if (hasFile) return true;
	if (MIME_TYPES.has(first) && names.length === 2 && !form.directory) return undefined;
	if (BRANCH_WORDS.has(first.toLowerCase()) && (!form.directory || names.length === 1)) return undefined;
	if (TIME_ZONES.has(first) && names.length > 1 && !form.directory) return undefined;
	if (ALTERNATIVES.has(text.toLowerCase())) return undefined;
	if ([...first].length === 1 && !/[*…]/u.test(first)) return undefined;
	if (names.every((name) => /^[\p{Lu}\d_-]+$/u.test(name)) && !form.directory) return undefined;
	if (names.some((name) => /^[…*.]+$/u.test(name)) && names.every((name) => /^[…*.?]+$/u.test(name))) return undefined;
	// `Ash.create/1`, `Future.all/race`: a function and its arity, two methods
	if (names.length === 2 && (/^\d+$/u.test(last) || /^\w+(?:\.\w+)+$/u.test(first))) return undefined;
	if (form.directory) return !/^(?:w|s|n|y|and|or|https?)$/iu.test(first) && !/[$%=]$/u.test(last);
	if (isRelative) return false;
	if (first.startsWith(".") && /^\.[\w-]+$/u.test(first)) return true;
	// `app/(auth)/[id]` are folders of a router.
	if (names.some((name) => /^\([\w.-]+\)$|^\[\[?[\w.]+\]\]?$/u.test(name))) return true;
	if (ROOT_FOLDERS.has(first)) return !/^v\d/u.test(last) && !NUMBER.test(last);
	// An unknown extension below two folders: `auto/lib/ast.at`
	return names.length >= 3 && /^[\p{L}\p{N}_-]+\.[a-z]\w{0,9}$/u.test(last) && !/\./u.test(names.slice(0, -1).join(""));
}

function bareCertainty(name: string, form: Form): boolean | undefined {
	if (FILE_NAMES.has(name) || /^\.env\.[\w.-]+$/u.test(name)) return true;
	if (NOT_FILES.has(name.toLowerCase())) return undefined;
	if (name.startsWith(".") && isOnlyExtension(name)) return undefined;
	if (/^[@#$%=]/u.test(name)) return undefined;
	if (hasExtension(name, false)) return !name.startsWith("*");
	if (bracesHoldFiles(name) || (form.glob && extensionsInBraces(name.slice(name.lastIndexOf(".") + 1)))) return false;
	const dot = name.indexOf(".");
	return dot > 1 &&
		/^[a-z][a-z0-9_-]+$/u.test(name.slice(0, dot)) &&
		LETTER_EXTENSIONS.has(name.slice(dot + 1)) &&
		!/^(?:self|this|ctx|req|res|args|props|state|opts|options|params|data|point|node|item|obj|row|event|msg)$/u.test(
			name.slice(0, dot),
		)
		? false
		: undefined;
}

/** `.test.ts`, `.figma.tsx`: dot files hold settings (`.mcp.json`, `.eslintrc.cjs`), so with any other kind of file the extension itself is meant. */
function isOnlyExtension(name: string): boolean {
	const parts = name.slice(1).split(".");
	if (parts.every((part) => EXTENSION_PARTS.has(part) || FILE_EXTENSIONS.has(part))) return true;
	return (
		!/^(?:jsonc?|ya?ml|toml|md|ini|lock|example)$/u.test(parts.at(-1) ?? "") && !/(?:rc|config)$/u.test(parts[0] ?? "")
	);
}

/** `{split.py,adaptive.py}` */
function bracesHoldFiles(name: string): boolean {
	const match = /^[\w.-]*\{([^{}]+)\}$/u.exec(name);
	return (
		match?.[1] !== undefined && match[1].includes(",") && match[1].split(",").every((one) => hasExtension(one, false))
	);
}

export function normalise(segments: readonly string[]): string {
	const path: string[] = [];
	for (const segment of segments) {
		if (segment === "" || segment === ".") continue;
		if (segment === ".." && path.length > 0 && path.at(-1) !== "..") path.pop();
		else path.push(segment);
	}
	return path.join("/");
}
