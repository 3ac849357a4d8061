import { styleText } from "node:util";
import { type BabelCodeFrameOptions, codeFrameColumns } from "@babel/code-frame";
import type { Finding, FindingRange } from "../report/finding.js";
import type { FormatInput } from "./format.js";
import { printable, withoutCommands } from "../terminal/printable.js";

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** Lines shown in front of and behind the place. */
const AROUND = 1;
/** A paragraph on one line is cut to this width, around the place. */
const WIDTH = 160;
const BEFORE_PLACE = 40;

/** For people: each finding with its lines, the range underlined, and what helps. */
export function format({ findings, textOf, colour }: FormatInput): string {
	// `validateStream` would look at the standard output, which need not be the target.
	const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
	const lines = new Map<string, readonly string[]>();
	const text = findings
		.map((finding) => {
			let own = lines.get(finding.file);
			if (own === undefined) lines.set(finding.file, (own = textOf(finding.file).split(/\r\n|[\n\r]/)));
			return `${describe(finding, own, paint)}\n\n`;
		})
		.join("");
	return withoutCommands(text);
}

function describe(finding: Finding, lines: readonly string[], paint: Paint): string {
	const { file, rule, severity, message, range, fix, suggestions, reason, url } = finding;
	const { line, column } = range.start;
	const head = [
		paint("underline", `${printable(file)}:${line}:${column}`),
		paint(severity === "error" ? "red" : "yellow", severity),
		...(rule === null ? [] : [paint("dim", rule)]),
	];
	const help = [
		...(reason === null ? [] : [`${reason}.`]),
		...(url === null ? [] : [url]),
		...(fix === null ? [] : ["`acid-plans check --fix` mends this."]),
		...suggestions.map(({ description }) => `Possible: ${printable(description)}`),
	];
	return [
		head.join("  "),
		printable(message),
		...paintFrame(frameOf(lines, range), paint),
		...help.map((text) => `  ${paint("cyan", "help:")} ${text}`),
	].join("\n");
}

/** The lines around a place. Of a range over many lines the first one is shown: it says where, the message says what. */
function frameOf(lines: readonly string[], { start, end }: FindingRange): string[] {
	const source = lines[start.line - 1];
	if (source === undefined || (lines.length === 1 && source === "")) return [];
	const first = Math.max(1, start.line - AROUND);
	const cut = start.column > WIDTH - BEFORE_PLACE ? start.column - BEFORE_PLACE : 0;
	const shown = lines.slice(first - 1, start.line + AROUND).map((line, index) => {
		const from = first + index === start.line ? cut : 0;
		return printable(`${from > 0 ? "…" : ""}${line.slice(from, from + WIDTH)}${line.length > from + WIDTH ? "…" : ""}`);
	});
	const last = end.line === start.line ? end.column : source.length + 1;
	const moved = cut > 0 ? cut - 1 : 0;
	const from = start.column - moved;
	const to = Math.min(Math.max(last - moved, from), WIDTH + 2);
	const options: BabelCodeFrameOptions & { readonly startLine: number } = {
		linesAbove: AROUND,
		linesBelow: AROUND,
		// Of the library, not yet of its types: only the lines shown are handed over, however long the plan is.
		startLine: first,
	};
	const frame = codeFrameColumns(
		shown.join("\n"),
		{ start: { line: start.line, column: from }, end: { line: start.line, column: to } },
		options,
	);
	return frame.split("\n");
}

/** The library's own colours are for JavaScript. */
function paintFrame(frame: readonly string[], paint: Paint): string[] {
	return frame.map((line) => {
		const bar = line.indexOf("|");
		const source = line.slice(bar + 1);
		if (/^[ \t]*\^+$/.test(source) && !/\d/.test(line.slice(0, bar)))
			return paint("dim", line.slice(0, bar + 1)) + paint("red", source);
		return paint(line.startsWith(">") ? "bold" : "dim", line.slice(0, bar + 1)) + source;
	});
}
