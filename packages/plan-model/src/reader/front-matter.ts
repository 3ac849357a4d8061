import { createRequire } from "node:module";
import type { Document, Node, YAMLParseError } from "yaml";
import type { FrontMatter } from "../plan.js";
import type { LocatedText, SourceRange, TextEdit } from "../text/source-range.js";

/** Why front matter, or the rest of it, says nothing. */
export interface FrontMatterProblem {
	/** The line at which reading ends. */
	readonly at: LocatedText;
	/** The end of "It looks like front matter, but …". */
	readonly reason: string;
	/** What to do. */
	readonly hint: string;
	/** Does it, where that is certain. */
	readonly edit: TextEdit | undefined;
}

/** The front matter with what could not be read in it. */
export interface FrontMatterReading extends FrontMatter {
	/** The first place at which the text is no YAML; `undefined` when all of it was read. */
	readonly problem: FrontMatterProblem | undefined;
}

type Yaml = typeof import("yaml");

const load = createRequire(import.meta.url);

/** Loading the library costs more than reading many plans, and few plans have front matter: it waits for the first. */
function loadYaml(): Yaml {
	return load("yaml") as Yaml;
}

/**
 * Reads the keys at the top level whose values are scalars or lists of scalars; anything deeper is left out. Scalars
 * are given as they are written (`2026-01-05`, `007`), not as YAML types them.
 *
 * @param value the YAML between the fences
 * @param range where the node stands, fences included
 */
export function readFrontMatter(value: string, range: SourceRange, source: string): FrontMatterReading {
	const entries = new Map<string, { readonly key: LocatedText; readonly values: readonly LocatedText[] }>();
	const fence = source.slice(range.start, range.end).indexOf("\n");
	const base = fence < 0 ? range.start : range.start + fence + 1;
	// Places are exact only where the node's value is what stands in the source.
	const isExact = source.startsWith(value, base);
	const located = (text: string, start: number, end: number): LocatedText => ({
		text,
		range: isExact ? { start: base + start, end: base + end } : range,
	});
	const { isMap, isScalar, isSeq, parseDocument } = loadYaml();

	const problemAt = (offset: number, ...[reason, hint, fixed]: Advice): FrontMatterProblem => {
		const { start, end } = lineAt(value, offset);
		const at = located(value.slice(start, end), start, end);
		const edit = fixed === undefined || !isExact ? undefined : { range: at.range, text: fixed };
		return { at, reason, hint, edit };
	};

	let document: Document;
	try {
		document = parseDocument(value, { schema: "failsafe", logLevel: "silent", uniqueKeys: false, strict: false });
	} catch (error) {
		// The library gives errors in the document; one that it throws is a limit of its own.
		const reason = error instanceof Error ? error.message : String(error);
		return { range, entries, problem: problemAt(0, `YAML cannot be read here (${reason})`, ANY_LINE) };
	}
	const [error] = document.errors;
	let problem = error && problemAt(error.pos[0], ...advice(error, value));
	if (!problem && !isMap(document.contents) && value.trim() !== "")
		problem = problemAt(
			value.search(/\S/u),
			document.contents === null ? "to YAML it is a comment" : "it is no table of keys and values",
			ANY_LINE,
		);

	const scalar = (node: unknown): LocatedText | undefined => {
		if (!isScalar(node) || !node.range) return undefined;
		const text =
			node.value === null || node.value === undefined ? "" : String(node.value as string | number | boolean | bigint);
		return located(text, node.range[0], node.range[1]);
	};
	if (isMap<Node, Node | null>(document.contents)) {
		for (const pair of document.contents.items) {
			const key = scalar(pair.key);
			if (!key || key.text === "" || entries.has(key.text)) continue;
			const single = scalar(pair.value);
			if (single) entries.set(key.text, { key, values: single.text === "" ? [] : [single] });
			else if (isSeq(pair.value)) {
				const values = pair.value.items.map(scalar);
				if (values.every((each) => each !== undefined)) entries.set(key.text, { key, values });
			} else if (!pair.value) entries.set(key.text, { key, values: [] });
		}
	}
	return { range, entries, problem };
}

/** Reason, hint, and the line as it should be. */
type Advice = readonly [reason: string, hint: string, fixed?: string | undefined];

const ANY_LINE = "Write each line as `key: value`, and a line `---` behind the last one";

function advice({ code, message, pos }: YAMLParseError, value: string): Advice {
	const words = message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/u, "") ?? code;
	const reason = `YAML cannot be read from here on (${words})`;
	const { start, end } = lineAt(value, pos[0]);
	const line = value.slice(start, end);
	const [, key = "", space = "", rest = ""] = /^([\w-]+):(\s*)(\S.*)$/u.exec(line) ?? [];
	const isQuoted = /^["'[{&*!|>]/u.test(rest);
	if (rest !== "" && space === "") {
		const fixed = `${key}: ${rest}`;
		return [reason, `Write a space behind the colon: \`${fixed}\``, fixed];
	}
	if (rest !== "" && !isQuoted && (code === "BLOCK_AS_IMPLICIT_KEY" || code === "BAD_SCALAR_START")) {
		// A line that goes on below is more than its own words.
		const goesOn = /^[ \t]*\r?\n[ \t]+\S/u.test(value.slice(end));
		const fixed = `${key}: ${rest.includes('"') || rest.includes("\\") ? `'${rest.replaceAll("'", "''")}'` : `"${rest}"`}`;
		return [reason, `Put the value in quotation marks: \`${fixed}\``, goesOn ? undefined : fixed];
	}
	if (code === "TAB_AS_INDENT") return [reason, "Indent with spaces"];
	return [reason, ANY_LINE];
}

/** The line around an offset, without white space at its end. */
function lineAt(text: string, offset: number): SourceRange {
	const start = text.lastIndexOf("\n", offset - 1) + 1;
	const newline = text.indexOf("\n", offset);
	return { start, end: start + text.slice(start, newline < 0 ? text.length : newline).trimEnd().length };
}
