import type { Nodes, Table } from "mdast";
import { readFieldLabel } from "./field-label.js";
import type { SectionContent } from "./fields.js";
import type { FrontMatter, Placeholder } from "../plan.js";
import { readInlineText, rangeOf, type InlineText } from "./inline-text.js";
import { flattenItems } from "./items.js";
import type { OutlineSection } from "./outline.js";
import type { ReadContext } from "./read-context.js";
import { once } from "../text/once.js";
import { isBracketSlot } from "../text/bracket-slot.js";
import { readPhaseHeading, type NumberedPhaseHeading } from "../text/phase-heading.js";
import { labelKey } from "../text/phase-label.js";
import type { LocatedText } from "../text/source-range.js";
import { readStatusPhrase } from "../text/status-phrase.js";
import type { FieldName } from "../text/vocabulary.js";
import { execAll } from "../text/exec-all.js";

type Kind = Placeholder["kind"];

/** A value that says there is none yet, alone or with a note in brackets behind it. */
const UNDECIDED =
	/^[([]?(?:TBD|TBA|TBC|T\.B\.D\.|to be (?:determined|decided|defined|announced|confirmed|filled in|done later)|fill (?:me )?in|XXX+|\?{2,}|por definir|a definir|à définir|zu definieren|noch offen|будет определено|待定|待补充|待填写)[)\]]?(?:\s{1,3}\([^()]{1,80}\))?[.!]?$/iu;
/** What is told where nothing but text can stand: as a status it is one. */
const UNWRITTEN = /^[([]?(?:TODO|FIXME)[)\]]?[.:!…]{0,3}$/u;
const DATE =
	/^[[(<]?(?:YYYY[-/.](?:MM|QX?)(?:[-/.]DD)?|DD[-/.]MM[-/.]YYYY|MM[-/.]DD[-/.]YYYY|JJJJ-MM-TT|TT\.MM\.JJJJ|AAAA-MM-DD)(?:[ T]HH:MM(?::SS)?)?[\])>]?$/u;
const DATE_ENTRY = /^[[(]?(?:YYYY-MM-DD|DD\.MM\.YYYY|MM\/DD\/YYYY)[\])]?(?=\s?[:：—–]|\s-\s)/u;
const NUMBER =
	/(?<![\p{L}\p{N}#/&-])#(?:TBD|TBA|TODO|X{2,4}|N{2,4}|\?{1,3})(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_/.-])0{2,}X{2,}(?![\p{L}\p{N}_/.-])|(?<![\p{L}\p{N}_/.-])X[.,]XXX(?![\p{L}\p{N}_/.-])/gu;
/** `[Feature Name]`: words with a capital, one of which names what is to be filled in. */
const BRACKET = /\[(?=[\p{Lu}])[^[\]\n]{2,80}\](?![([:])/gu;
/** Words of the template of PLAN-FORMAT and of its like, where they are all that an item or value says. */
const TEMPLATE_TEXTS: ReadonlySet<string> = new Set(
	[
		"Brief description of the feature and its purpose",
		"Required knowledge/skills",
		"Required knowledge/skills, dependencies that must be in place, tools needed",
		"Dependencies that must be in place",
		"Tools needed",
		"Clear, single-purpose objective",
		"How to verify this phase works",
		"Concrete outputs",
		"How to know when the implementation is complete",
		"Potential issues and how to handle them",
		"Estimated duration for each phase",
		"Phase 1: estimated duration for each phase",
	].map((text) => text.toLowerCase()),
);
const NUMBERED_EXAMPLE =
	/^(?:goal|step|task|criterion|success criterion|deliverable|output|risk|requirement|prerequisite|dependency|objective|feature|ziel|schritt|aufgabe|objetivo|paso|tarea|étape|цель|шаг)\s[1-9]$/iu;
const ELLIPSIS = /^(?:…|\.{3,})$/u;
/** A comment that tells the author what to write. */
const GUIDANCE =
	/^(?:describe|explain|insert|specify|provide|briefly|fill|list|replace|write|outline|summari[sz]e|state|define|your)\s|^(?:what|how|why|who|which|when)\s[^?]{3,200}\?|\{\{[A-Z_ ]+\}\}|\[PLACEHOLDER|(?<![\p{L}])(?:fill (?:this |these )?in|replace (?:this|with)|delete (?:this|these)|remove (?:this|these) (?:comment|line|section|block|when|once|before)|template text)(?![\p{L}])|^(?:TODO|TBD|FIXME)(?![\p{L}])/iu;
/** A date, a result or a reviewer's mark is known only afterwards: `TBD` in it is the truth. */
const KNOWN_AFTERWARDS =
	/(?<![\p{L}])(?:actual|complet\p{L}*|finish\p{L}*|ended?|results?|outcome|after|measured|merged|landed|closed|commit|sha|fertig|ist)(?![\p{L}])/iu;
const EXPLAINS_FORMAT = /(?<![\p{L}])(?:format|pattern|naming|schema|syntax|convention)(?![\p{L}])/iu;

/**
 * Template text that was left in: brackets to be filled, `TBD` as a value, `YYYY-MM-DD` as a date, `#TBD` as a
 * number, comments that tell the author what to write, the template's own words, `…` as a whole phase. `TODO` and the
 * like as the subject of a sentence are none, nor is anything in code.
 */
export function readPlaceholders(context: ReadContext, frontMatter: FrontMatter | undefined): Placeholder[] {
	const found = new PlaceholderFinder(context);
	for (const { key, values } of frontMatter?.entries.values() ?? [])
		for (const value of values) found.value(value, key.text);
	found.content(context.preamble);
	for (const section of context.outline.sections) {
		found.heading(section);
		found.content(context.content(section), isReference(context.vocabulary.field(section.heading.text.text)));
		for (const node of section.nodes) found.comment(node);
	}
	for (const node of context.outline.preamble) found.comment(node);
	return found.inOrder();
}

class PlaceholderFinder {
	readonly #context: ReadContext;
	readonly #found = new Map<number, Placeholder>();
	readonly #phaseNames: () => ReadonlySet<string>;

	constructor(context: ReadContext) {
		this.#context = context;
		this.#phaseNames = once(
			() =>
				new Set(
					context.outline.sections.flatMap((section) => {
						const heading = context.phaseHeading(section);
						return heading?.kind === "phase" ? [nameOf(heading)] : [];
					}),
				),
		);
	}

	inOrder(): Placeholder[] {
		return [...this.#found.values()].sort((a, b) => a.range.start - b.range.start);
	}

	/** The whole value of a field, or of front matter. */
	value(value: LocatedText, label: string): boolean {
		const text = value.text.trim();
		if (text === "") return false;
		const isStatus = this.#context.vocabulary.field(label) === "status";
		if (UNDECIDED.test(text)) return KNOWN_AFTERWARDS.test(label) || this.#add("value", value);
		if (UNWRITTEN.test(text)) return !isStatus && this.#add("value", value);
		if (DATE.test(text)) return EXPLAINS_FORMAT.test(label) || this.#add("date", value);
		if (this.#isSlot(text)) return this.#add("text", value);
		return TEMPLATE_TEXTS.has(text.toLowerCase()) && this.#add("text", value);
	}

	heading(section: OutlineSection): void {
		const { text } = section.heading;
		const words = text.withoutCode;
		for (const match of execAll(BRACKET, words)) {
			const end = match.index + match[0].length;
			// A slot in a heading stands by itself: `app/[Name]/page` is a path.
			const isAlone =
				/^(?:$|[\s:：,.)—–-])/u.test(words.slice(end)) &&
				(match.index === 0 || /[\s(:：—–-]/u.test(words[match.index - 1] ?? ""));
			if (isAlone && !this.#saysStatus(section, match[0]) && this.#isSlot(match[0]))
				this.#add("text", text.located(match.index, end));
		}
		this.#numbers(text);
		const content = this.#context.content(section);
		const [paragraph] = content.looseParagraphs;
		// A comment is none of the content: one that disables a rule must not hide what it stands above.
		const blocks = content.blocks.filter(
			({ type, range }) => !(type === "html" && this.#context.source.startsWith("<!--", range.start)),
		);
		if (paragraph && blocks.length === 1 && section.children.length === 0 && ELLIPSIS.test(paragraph.text))
			this.#add("text", paragraph);
	}

	/** @param namesPhases the heading above asks what this waits for */
	content(content: SectionContent, namesPhases = false): void {
		for (const field of content.fields) this.value(field.value.lines()[0] ?? field.value, field.label.text);
		const references = new Set(
			content.fields.filter(({ name }) => isReference(name)).flatMap(({ items }) => flattenItems(items)),
		);
		for (const item of flattenItems(content.items)) {
			for (const paragraph of item.paragraphs) this.#numbers(paragraph);
			if (item.children.length > 0 || item.paragraphs.length > 1) continue;
			const label = readFieldLabel(item.text, this.#context.vocabulary, { unknown: true });
			if (label) this.value(item.text.slice(label.valueStart), label.label.text);
			else this.#whole(item.text, namesPhases || references.has(item));
		}
		for (const paragraph of content.looseParagraphs)
			for (const line of paragraph.lines()) this.#whole(line, namesPhases);
		for (const paragraph of content.paragraphs) this.#numbers(paragraph);
		for (const table of content.tables) this.#table(table);
	}

	comment(node: Nodes): void {
		if (node.type !== "html") return;
		const range = rangeOf(node);
		const match = /^\s{0,3}<!--([\s\S]*)-->\s*$/u.exec(node.value);
		const text = match?.[1]?.trim() ?? "";
		if (text === "" || text.length > 2000 || !GUIDANCE.test(text)) return;
		this.#add("comment", { text: text.split("\n", 1)[0] ?? text, range });
	}

	/** An item or a line of text that says nothing else; as what something waits for, `Task 1` is a task of this plan. */
	#whole(line: InlineText, namesPhases: boolean): void {
		const text = line.withoutCode.trim();
		if (UNDECIDED.test(text) || UNWRITTEN.test(text)) this.#add("value", line);
		else if (DATE.test(text)) this.#add("date", line);
		else if (
			this.#isSlot(text) ||
			TEMPLATE_TEXTS.has(text.toLowerCase()) ||
			(!namesPhases && NUMBERED_EXAMPLE.test(text))
		)
			this.#add("text", line);
		else {
			const entry = DATE_ENTRY.exec(text);
			if (entry) this.#add("date", line.located(0, entry[0].length));
		}
	}

	/** A row is one finding, however many of its cells are open. */
	#table(table: Table): void {
		const [head, ...rows] = table.children;
		const titles = head?.children.map((cell) => this.#cell(cell).text) ?? [];
		for (const row of rows) {
			for (const [index, node] of row.children.entries()) {
				const cell = this.#cell(node);
				const before = this.#found.size;
				const title = titles[index] ?? "";
				if (UNDECIDED.test(cell.text) && /(?<![\p{L}])(?:date|pr)(?![\p{L}])/iu.test(title)) continue;
				if (!UNWRITTEN.test(cell.text)) this.value(cell, title);
				if (this.#found.size > before) break;
			}
		}
	}

	/** `[Phase 1]` in a plan that has a Phase 1 is a reference. */
	#isSlot(text: string): boolean {
		if (!isBracketSlot(text)) return false;
		const named = readPhaseHeading(text.slice(1, -1), this.#context.vocabulary);
		return named?.kind !== "phase" || named.title.text !== "" || !this.#phaseNames().has(nameOf(named));
	}

	/** `### Phase 3: Import [TODO]` says how far it is. */
	#saysStatus({ heading }: OutlineSection, bracket: string): boolean {
		return heading.level > 1 && readStatusPhrase(bracket.slice(1, -1), this.#context.vocabulary).isPlain;
	}

	#cell(cell: Table["children"][number]["children"][number]): InlineText {
		const range = rangeOf(cell);
		return readInlineText(cell.children, this.#context.source, { start: range.start, end: range.start });
	}

	#numbers(text: InlineText): void {
		for (const match of execAll(NUMBER, text.withoutCode))
			this.#add("number", text.located(match.index, match.index + match[0].length));
	}

	#add(kind: Kind, { text, range }: LocatedText): true {
		if (!this.#found.has(range.start)) this.#found.set(range.start, { kind, text: text.trim(), range });
		return true;
	}
}

function isReference(name: FieldName | undefined): boolean {
	return name === "dependsOn" || name === "blocks";
}

function nameOf({ series, label }: NumberedPhaseHeading): string {
	return `${series} ${labelKey(label)}`;
}
