import { appendAll } from "../text/append-all.js";
import { readFieldLabel } from "./field-label.js";
import type { FrontMatterReading } from "./front-matter.js";
import { InlineText, rangeOf } from "./inline-text.js";
import type { OutlineSection } from "./outline.js";
import type { Field, Heading, Status } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import { fieldStatus, readStatus, titleStatus } from "./statuses.js";
import type { LocatedText } from "../text/source-range.js";
import { readHeadingStatus } from "../text/status-phrase.js";
import type { Vocabulary } from "../text/vocabulary.js";
import { fileName } from "../text/path-name.js";

/**
 * The fields of the document as a whole: below its title, in an overview or status section before the first phase,
 * or in a footer behind the last `---`. A status line elsewhere speaks of what it stands below.
 */
export function readDocumentFields(context: ReadContext): Field[] {
	const { sections } = context.outline;
	const fields: Field[] = context.preamble.fields.filter(isTopLevel);
	let isHead = true;
	for (const section of sections) {
		const heading = context.phaseHeading(section);
		if (heading?.kind === "phase" && section.heading.level > 1) break;
		if (!isHead) break;
		if (section.heading.level === 1 && section === sections[0])
			appendAll(fields, context.content(section).fields.filter(isTopLevel));
		else if (speaksOfDocument(section, context)) appendAll(fields, context.content(section).fields.filter(isTopLevel));
		else if (section !== sections[0] && section.heading.level === 1) isHead = false;
	}
	const last = sections.at(-1);
	const footer = last && footerStart(last);
	if (last && footer !== undefined) {
		fields.push(
			...context.content(last).fields.filter((field) => field.range.start >= footer && !fields.includes(field)),
		);
	}
	return fields;
}

/** A label inside a list item below another item speaks of that item; `readSectionContent` gives top items only. */
function isTopLevel(field: Field): boolean {
	return field.form !== "heading";
}

/** `## Status`, `## Document information`, `## Overview`: their status is the plan's. */
function speaksOfDocument(section: OutlineSection, context: ReadContext): boolean {
	const text = section.heading.text.text;
	if (context.vocabulary.section(text) === "overview") return true;
	return /^[\s\p{Emoji}]*(?:plan |project |document |overall |current )?(?:status|metadata|information|info|details)\b[:\s]*$/iu.test(
		text,
	);
}

/** Where the footer begins: behind the last `---` of the last section, if nothing but short lines follows it. */
function footerStart(section: OutlineSection): number | undefined {
	const at = section.nodes.findLastIndex((node) => node.type === "thematicBreak");
	if (at < 0) return undefined;
	const rest = section.nodes.slice(at + 1);
	if (rest.length === 0 || rest.length > 4 || section.children.length > 0) return undefined;
	if (rest.some((node) => node.type !== "paragraph" && node.type !== "html")) return undefined;
	const node = section.nodes[at];
	return node && rangeOf(node).end;
}

/**
 * The title that the name of a file suggests: `plans/012-cache_layer-plan.md` → `Cache Layer`.
 *
 * @returns `undefined` where the name has no words
 */
export function titleOfFile(path: string): string | undefined {
	const name = fileName(path).replace(/\.md$/u, "");
	const words = name.split(/[-_\s.]+/u).filter((word) => !/^(?:\d*|plan|implementation)$/iu.test(word));
	if (words.length === 0) return undefined;
	return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

/** The words of a title, without the status marks before and behind them. */
export function titleWords(heading: Heading, vocabulary: Vocabulary): LocatedText {
	const { text } = heading;
	let start = 0;
	let end = text.text.length;
	for (const { cut, position } of readHeadingStatus(text.text, vocabulary)?.parts ?? []) {
		if (position === "before") start = Math.max(start, cut.end);
		else end = Math.min(end, cut.start);
	}
	return text.located(start, Math.max(start, end));
}

/** Every written status of the plan, in the order of its weight: a line, a heading, the front matter. */
export function readDocumentStatuses(
	context: ReadContext,
	fields: readonly Field[],
	frontMatter: FrontMatterReading | undefined,
): Status[] {
	const statuses: Status[] = [];
	for (const field of fields) {
		if (field.name !== "status") continue;
		const status = fieldStatus(field, context.vocabulary);
		if (status) statuses.push(status);
	}
	for (const section of context.outline.sections) {
		const status = sectionStatus(section, context);
		if (status) statuses.push(status);
	}
	const title = context.outline.sections.find((section) => section.heading.level === 1);
	if (title && context.phaseHeading(title)?.kind !== "phase") {
		const text = title.heading.text;
		const status = titleStatus(text, readHeadingStatus(text.text, context.vocabulary), "heading", title.heading.range);
		if (status) statuses.push(status);
	}
	const value = frontMatter?.entries.get("status")?.values[0];
	if (value) {
		const text = new InlineText(
			value.text,
			[
				{
					kind: "text",
					start: 0,
					end: value.text.length,
					range: value.range,
					outer: value.range,
					strong: false,
					emphasis: false,
					deleted: false,
					link: undefined,
					exact: value.range.end - value.range.start === value.text.length,
				},
			],
			value.range,
		);
		const status = readStatus(text, "front-matter", value.range, context.vocabulary);
		if (status) statuses.push(status);
	}
	return statuses;
}

/** `## Status: ✅ Complete`, or `## Status` above a line that says it; at level 2 and directly below the title only. */
function sectionStatus(section: OutlineSection, context: ReadContext): Status | undefined {
	if (section.heading.level > 2 || (section.parent && section.parent.heading.level > 1)) return undefined;
	const { text } = section.heading;
	const label = readFieldLabel(text, context.vocabulary, { unknown: false });
	if (label?.name === "status") {
		return readStatus(text.slice(label.valueStart), "line", section.heading.range, context.vocabulary);
	}
	if (context.vocabulary.field(text.text) !== "status") return undefined;
	const [paragraph] = context.content(section).looseParagraphs;
	return paragraph && readStatus(paragraph, "line", paragraph.range, context.vocabulary);
}
