import { appendAll } from "../text/append-all.js";
import type { Root } from "mdast";
import { readCodeBlocks } from "./code-blocks.js";
import { findHiddenCharacters, type HiddenCharacter } from "../text/hidden-characters.js";
import { readPhaseHeading } from "../text/phase-heading.js";
import type { HiddenPart } from "../plan.js";
import type { LineIndex } from "../text/source-range.js";
import { readHeadingStatus, readStatusPhrase } from "../text/status-phrase.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** Something that a line says to whoever reads the plan. */
interface LinePart {
	readonly hides: HiddenPart["hides"];
	/** Two parts with one key are the same for the reader. */
	readonly key: string;
	readonly text: string;
}

/** Quote marks, bullets and numbers in front of a line. No `\s`: it takes U+FEFF for white space. */
const CONTAINERS = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/u;
const BOX = /^\[[ xX]\](?=[ \t])/u;
const HEADING = /^#{1,6}[ \t](.*)$/u;
const LABEL =
	/^(?:\p{Extended_Pictographic}\u{FE0F}?[ \t]?)?(?:\*{1,3}|_{1,3})?([^*_:：|]{1,48})(\*{0,3}|_{0,3})([:：]?)(\*{0,3}|_{0,3})([^]*)$/u;
/** These draw a line in another order than it is read in (Unicode TR36, 2.4; "Trojan Source", CVE-2021-42574). */
const REORDERS: ReadonlySet<number> = new Set([0x202a, 0x202b, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068]);

/**
 * Finds hidden characters that keep a phase, a section, a field, a status or a box from being read: the line says
 * something else without them. In prose they do no harm and are left alone. Both readings are made of the line itself,
 * since a character before the `#` leaves no heading in the tree.
 */
export function readHiddenParts(root: Root, source: string, lines: LineIndex, vocabulary: Vocabulary): HiddenPart[] {
	const characters = findHiddenCharacters(source);
	if (characters.length === 0) return [];
	const byLine = new Map<number, HiddenCharacter[]>();
	const blocks = readCodeBlocks(root);
	let block = 0;
	for (const character of characters) {
		while ((blocks[block]?.range.end ?? Infinity) <= character.start) block++;
		if ((blocks[block]?.range.start ?? Infinity) <= character.start) continue;
		const { line } = lines.position(character.start);
		const others = byLine.get(line);
		if (others) others.push(character);
		else byLine.set(line, [character]);
	}
	const parts: HiddenPart[] = [];
	for (const [line, hidden] of byLine) {
		const start = lines.start(line);
		const written = source.slice(start, lines.start(line + 1)).replace(/(?<![\r\n])[\r\n]+$/u, "");
		const cleaned = without(written, hidden, start);
		const before = new Set(readLine(written, vocabulary).map((part) => part.key));
		const after = readLine(cleaned, vocabulary);
		const part =
			after.find(({ key }) => !before.has(key)) ??
			(hidden.some(({ codePoint }) => REORDERS.has(codePoint)) ? after[0] : undefined);
		const [first] = hidden;
		if (!part || !first) continue;
		parts.push({
			range: { start: first.start, end: hidden.at(-1)?.end ?? first.end },
			characters: hidden.map(({ start, end }) => ({ range: { start, end } })),
			names: [...new Set(hidden.map(({ name }) => name))],
			hides: part.hides,
			part: part.text,
		});
	}
	return parts;
}

function without(line: string, hidden: readonly HiddenCharacter[], start: number): string {
	let text = "";
	let from = 0;
	for (const character of hidden) {
		text += line.slice(from, character.start - start);
		from = character.end - start;
	}
	return text + line.slice(from);
}

/** What a line says: a grammar of single lines, coarser than Markdown's. */
function readLine(line: string, vocabulary: Vocabulary): LinePart[] {
	const containers = CONTAINERS.exec(line)?.[0] ?? "";
	let text = line.slice(containers.length);
	const parts: LinePart[] = [];
	const box = /[-*+.)][ \t]+$/u.test(containers) ? BOX.exec(text)?.[0] : undefined;
	if (box !== undefined) {
		parts.push({ hides: "box", key: `box ${box.toLowerCase()}`, text: box });
		text = text.slice(box.length).replace(/^[ \t]+/u, "");
	}
	const heading = HEADING.exec(text)?.[1];
	if (heading !== undefined)
		return [...parts, ...readHeadingLine(withoutClosing(heading.replace(/^[ \t]+|[*_`]+/gu, "")), vocabulary)];
	if (text.startsWith("|")) {
		for (const cell of text.split("|")) appendAll(parts, statusPart(cell.replace(/[*_`]+/gu, "").trim(), vocabulary));
		return parts;
	}
	const [, label = "", behind = "", colon = "", close = "", value = ""] = LABEL.exec(text) ?? [];
	if (colon === "" && behind === "" && close === "") return parts;
	const name = vocabulary.field(label);
	if (name === undefined) return parts;
	parts.push({ hides: "field", key: `field ${name}`, text: label.trim() });
	if (name === "status") appendAll(parts, statusPart(value.replace(/[*_`]+/gu, "").trim(), vocabulary));
	return parts;
}

/** Without the `#` that may close a heading; a loop, since a pattern for it takes quadratic time. */
function withoutClosing(text: string): string {
	let end = text.length;
	while (end > 0 && " \t".includes(text.charAt(end - 1))) end--;
	let at = end;
	while (at > 0 && text.charAt(at - 1) === "#") at--;
	return at > 0 && " \t".includes(text.charAt(at - 1)) ? text.slice(0, at - 1) : text.slice(0, end);
}

function readHeadingLine(text: string, vocabulary: Vocabulary): LinePart[] {
	const parts: LinePart[] = [];
	const phase = readPhaseHeading(text, vocabulary);
	if (phase?.kind === "phase") parts.push({ hides: "phase", key: `phase ${phase.series} ${phase.label.text}`, text });
	const section = vocabulary.section(text);
	if (section !== undefined) parts.push({ hides: "section", key: `section ${section}`, text });
	const field = vocabulary.field(text);
	if (field !== undefined) parts.push({ hides: "field", key: `field ${field}`, text });
	const status = readHeadingStatus(text, vocabulary);
	if (status?.tier !== undefined) parts.push({ hides: "status", key: `status ${status.tier}`, text });
	return parts;
}

function statusPart(text: string, vocabulary: Vocabulary): LinePart[] {
	const { tier } = readStatusPhrase(text, vocabulary);
	return tier === undefined ? [] : [{ hides: "status", key: `status ${tier}`, text }];
}
