import type { InlineRun, InlineText } from "./inline-text.js";
import type { FieldForm } from "../plan.js";
import type { LocatedText } from "../text/source-range.js";
import type { FieldName, Vocabulary } from "../text/vocabulary.js";

/** The label at the start of a line, and where its value begins. */
export interface FieldLabel {
	readonly name: FieldName | undefined;
	readonly label: LocatedText;
	readonly form: FieldForm;
	/** Offsets in the text of the line. */
	readonly start: number;
	readonly valueStart: number;
	/** Offset in the document at which the label begins, its marks (`**`) included. */
	readonly outerStart: number;
}

/** A label is short; a bold sentence that ends in a colon is none. */
const LONGEST_LABEL = 48;
const COLON = /[:：]/u;

/**
 * Reads `**Objective**: x`, `**Objective:** x`, `**Objective.** x`, `**Objective** — x`, `**Objective**` alone, or
 * `Objective: x` at the start of a line; PLAN-FORMAT, "Fields may be written as".
 *
 * @param options `unknown`: bold labels that the vocabulary does not know count too (a team's own field)
 * @returns `undefined` when the line starts with no label
 */
export function readFieldLabel(
	line: InlineText,
	vocabulary: Vocabulary,
	options: { readonly unknown: boolean },
): FieldLabel | undefined {
	const start = skipMarks(line.text);
	const run = line.runs.find((candidate) => candidate.start <= start && start < candidate.end);
	if (!run || run.kind === "code" || run.link) return undefined;
	return run.strong
		? readBoldLabel(line, start, run, vocabulary, options.unknown)
		: readPlainLabel(line, start, vocabulary);
}

function readBoldLabel(
	line: InlineText,
	start: number,
	first: InlineRun,
	vocabulary: Vocabulary,
	unknown: boolean,
): FieldLabel | undefined {
	let end = first.end;
	for (const run of line.runs) {
		if (run.start < end || run.start === run.end) continue;
		if (!run.strong || run.start !== end) break;
		end = run.end;
	}
	const newline = line.text.indexOf("\n", start);
	if (newline >= 0 && newline < end) return undefined;
	const bold = line.text.slice(start, end);
	const colon = bold.search(COLON);
	const rest = line.text.slice(end);
	const gap = rest.length - rest.trimStart().length;
	const next = rest.charAt(gap);

	const make = (
		labelEnd: number,
		valueStart: number,
		form: FieldForm,
		acceptsUnknown: boolean,
	): FieldLabel | undefined => {
		const text = line.text.slice(start, labelEnd).trim();
		if (text === "" || text.length > LONGEST_LABEL) return undefined;
		const name = vocabulary.field(text);
		if (name === undefined && !(unknown && acceptsUnknown && isShortLabel(text))) return undefined;
		return {
			name,
			label: line.located(start, labelEnd),
			form,
			start,
			valueStart,
			outerStart: line.offsetAt(start) - 2,
		};
	};

	if (colon >= 0) {
		const isLast = bold.slice(colon + 1).trim() === "";
		return make(start + colon, start + colon + 1, "bold-colon-inside", isLast);
	}
	if (COLON.test(next)) return make(end, end + gap + 1, "bold-colon-outside", true);
	if (/\.\s*$/u.test(bold)) return make(end - (bold.length - bold.trimEnd().length) - 1, end, "bold-period", false);
	if (/^\s*[—–]/u.test(rest) || /^\s+-\s/u.test(rest)) return make(end, end + gap + 1, "bold-dash", false);
	const lineEnd = rest.search(/\n/u);
	if ((lineEnd < 0 ? rest : rest.slice(0, lineEnd)).trim() === "") return make(end, end, "bold-alone", false);
	return undefined;
}

function readPlainLabel(line: InlineText, start: number, vocabulary: Vocabulary): FieldLabel | undefined {
	const colon = line.text.slice(start, start + LONGEST_LABEL).search(COLON);
	if (colon <= 0) return undefined;
	const text = line.text.slice(start, start + colon);
	if (text.includes("\n")) return undefined;
	// `https://…` and `12:30` are no labels.
	const after = line.text.charAt(start + colon + 1);
	if (after !== "" && line.text.charAt(start + colon) === ":" && !/\s/u.test(after)) return undefined;
	const end = start + colon;
	if (line.runs.some((run) => run.start < end && run.end > start && (run.kind === "code" || run.link)))
		return undefined;
	const name = vocabulary.field(text);
	if (name === undefined) return undefined;
	return {
		name,
		label: line.located(start, end),
		form: "plain-colon",
		start,
		valueStart: end + 1,
		outerStart: line.offsetAt(start),
	};
}

/** A team's own label: a few words, no sentence. */
function isShortLabel(text: string): boolean {
	return text.length <= 40 && text.split(/\s+/u).length <= 4 && !/[.!?,;`]/u.test(text);
}

/** Emoji, check marks and white space in front of a label. */
function skipMarks(text: string): number {
	// Nearly every line begins with a letter.
	if (/^[A-Za-z]/.test(text)) return 0;
	const match = /^(?:[\s\u{FE0F}\u{200D}]|\p{Extended_Pictographic}|[✓✔☐☑✅•*])+/u.exec(text);
	return match ? match[0].length : 0;
}
