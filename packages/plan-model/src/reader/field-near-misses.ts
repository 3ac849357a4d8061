import type { SectionContent } from "./fields.js";
import { readFieldLabel } from "./field-label.js";
import type { InlineText } from "./inline-text.js";
import { flattenItems } from "./items.js";
import { readPhaseHeading } from "../text/phase-heading.js";
import { labelKey } from "../text/phase-label.js";
import { misreadReference } from "./phase-near-misses.js";
import type { Field, NearMiss, Phase, Series } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { LocatedText, TextEdit } from "../text/source-range.js";
import { readStatusPhrase } from "../text/status-phrase.js";
import { normaliseName } from "../text/name-matching.js";
import type { FieldName, NearestName } from "../text/vocabulary.js";
import { execAll } from "../text/exec-all.js";

/** Fields that rules read; a slip in a note costs nothing. */
const READ_BY_RULES: ReadonlySet<FieldName | undefined> = new Set<FieldName>([
	"objective",
	"steps",
	"testing",
	"deliverables",
	"dependsOn",
	"files",
	"status",
]);

/** Labels, statuses and dependencies that cannot be read as such; only where nothing else can be meant. */
export function fieldNearMisses(context: ReadContext, phases: readonly Phase[], hasStatus: boolean): NearMiss[] {
	const misses = new Map<number, NearMiss>();
	const add = (found: readonly NearMiss[]): void => {
		for (const miss of found) if (!misses.has(miss.range.start)) misses.set(miss.range.start, miss);
	};
	add(underlinedFields(context));
	add(misspeltFields(context, phases));
	for (const phase of phases) add(misreadReferences(phase, context));
	const phaseOf = new Map<Phase["section"], Phase>();
	for (const phase of phases) if (!phaseOf.has(phase.section)) phaseOf.set(phase.section, phase);
	for (const section of [undefined, ...context.outline.sections]) {
		const content = section ? context.content(section) : context.preamble;
		const phase = section && phaseOf.get(context.section(section));
		const isHead = section === undefined || section === context.outline.sections[0];
		if (!phase && (!isHead || hasStatus)) continue;
		const isWanted = (name: FieldName | undefined): boolean =>
			READ_BY_RULES.has(name) && (phase ? !phase.fields.some((field) => field.name === name) : name === "status");
		const hasPlainLabels = phase?.fields.some((field) => field.form === "plain-colon") === true;
		for (const item of flattenItems(content.items)) add(lazyLabels(item.paragraphs, isWanted, hasPlainLabels, context));
		add(unmarkedLabels(content, isWanted, context));
		if (!phase) for (const field of content.fields) add(misspeltStatus(field, context));
	}
	return [...misses.values()];
}

function fieldMiss(
	part: LocatedText,
	name: FieldName | undefined,
	reason: string,
	hint: string,
	edit: TextEdit | undefined,
): NearMiss {
	const looksLike = name === "status" ? "status" : name === "dependsOn" ? "dependency" : "field";
	return { ...part, looksLike, reason, hint, edit, label: undefined, field: name };
}

/** `**Deliverables**: x` right above `---`; read as a field, and shown by every renderer as a heading. */
function underlinedFields(context: ReadContext): NearMiss[] {
	return context.outline.underlinedFields.map(({ label, underline }) => {
		const edit = { range: { start: underline, end: underline }, text: context.lines.newline };
		return fieldMiss(
			label.label,
			label.name,
			"the `---` on the next line turns it into a heading",
			"Put an empty line before `---`",
			edit,
		);
	});
}

/**
 * A label that is nearly a field's name, stands once in the document and is missing right where the sibling phases have
 * that field. A label that comes back is a team's own ("File changes"), however close it is to another. What stands
 * behind `Stauts` and `Depend on` may make it certain without siblings.
 */
function misspeltFields(context: ReadContext, phases: readonly Phase[]): NearMiss[] {
	const uses = new Map<string, number>();
	for (const phase of phases)
		for (const { label, name } of phase.fields) if (!name) uses.set(label.text, (uses.get(label.text) ?? 0) + 1);
	const misses: NearMiss[] = [];
	const phasesWith = new Map<Series, Map<FieldName | undefined, number>>();
	for (const phase of phases) {
		const names = new Set(phase.fields.map((field) => field.name));
		for (const field of phase.fields) {
			if (field.name !== undefined || (uses.get(field.label.text) ?? 0) > 1) continue;
			const near = slipOf(field, context);
			if (!near || names.has(near.name)) continue;
			let counts = phasesWith.get(phase.series);
			if (!counts) phasesWith.set(phase.series, (counts = countFields(phase.series)));
			const siblings = phase.series.phases.length - 1;
			const withField = counts.get(near.name) ?? 0;
			const isUsual = withField > 0 && withField * 2 >= siblings;
			if (
				isUsual ||
				(near.name === "status" && saysStatus(field, context)) ||
				(near.name === "dependsOn" && namesSibling(field, phase, context))
			) {
				misses.push(misspelt(field, near.name, context));
			}
		}
	}
	return misses;
}

/** Of how many phases of a series each field is one; counted once, since each phase may have a slip of its own. */
function countFields({ phases }: Series): Map<FieldName | undefined, number> {
	const counts = new Map<FieldName | undefined, number>();
	for (const phase of phases)
		for (const name of new Set(phase.fields.map((field) => field.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
	return counts;
}

/** The field that a label is a slip of. Short words and other first letters make other words: `Date` is no `Gate`. */
function slipOf({ label }: Field, context: ReadContext): NearestName<FieldName> | undefined {
	const near = context.vocabulary.nearestField(label.text);
	const [first = ""] = normaliseName(label.text);
	return near && near.wording.length > 4 && near.wording.startsWith(first) ? near : undefined;
}

function misspelt({ label }: Field, name: FieldName, context: ReadContext): NearMiss {
	const title = context.vocabulary.fieldTitle(name);
	return fieldMiss(label, name, `"${label.text}" is no field that is known`, `Write "${title}"`, {
		range: label.range,
		text: title,
	});
}

/** `**Stauts**: 🟡 Planned` in the head of the plan. */
function misspeltStatus(field: Field, context: ReadContext): NearMiss[] {
	if (field.name !== undefined || slipOf(field, context)?.name !== "status" || !saysStatus(field, context)) return [];
	return [misspelt(field, "status", context)];
}

function saysStatus(field: Field, context: ReadContext): boolean {
	const phrase = readStatusPhrase(field.value.text, context.vocabulary);
	return phrase.tier !== undefined && phrase.isPlain;
}

function namesSibling(field: Field, phase: Phase, context: ReadContext): boolean {
	const named = readPhaseHeading(field.value.text, context.vocabulary);
	return named?.kind === "phase" && named.title.text === "" && hasLabel(phase, labelKey(named.label));
}

/** How often each label stands in a series: thousands of phases may each ask. */
const labelsOf = new WeakMap<Series, ReadonlyMap<string, number>>();

/** Whether another phase of the series has this label. */
function hasLabel({ series, label }: Phase, key: string): boolean {
	let counts = labelsOf.get(series);
	if (!counts) {
		const counted = new Map<string, number>();
		for (const phase of series.phases)
			counted.set(labelKey(phase.label), (counted.get(labelKey(phase.label)) ?? 0) + 1);
		labelsOf.set(series, (counts = counted));
	}
	return (counts.get(key) ?? 0) > (labelKey(label) === key ? 1 : 0);
}

/**
 * `**Testing**: x` right below a list, without an empty line between: Markdown takes it for more text of the last item.
 * An indented one is meant to be the item's. `Testing: x` may be the rest of a sentence, unless the phase writes its other
 * labels so.
 */
function lazyLabels(
	paragraphs: readonly InlineText[],
	isWanted: (name: FieldName | undefined) => boolean,
	hasPlainLabels: boolean,
	context: ReadContext,
): NearMiss[] {
	return paragraphs.flatMap((paragraph) => {
		let isCuredWithPrevious = false;
		return paragraph
			.lines()
			.slice(1)
			.flatMap((line) => {
				const label = readFieldLabel(line, context.vocabulary, { unknown: false });
				if (!label || !isWanted(label.name) || (label.form === "plain-colon" && !hasPlainLabels)) return [];
				const before = context.source.charCodeAt(label.outerStart - 1);
				if (before !== 10 && before !== 13) return [];
				const edit = { range: { start: label.outerStart, end: label.outerStart }, text: context.lines.newline };
				const miss = fieldMiss(
					label.label,
					label.name,
					"without an empty line before it, it belongs to the list item above",
					"Put an empty line before it",
					edit,
				);
				const found = [{ ...miss, isCuredWithPrevious }];
				// The empty line frees the labels of the lines below, too.
				isCuredWithPrevious = true;
				return found;
			});
	});
}

/** `**Objective** Keep positions`, `Status – In Progress`: a label that no colon follows, below another field, too. */
function unmarkedLabels(
	content: SectionContent,
	isWanted: (name: FieldName | undefined) => boolean,
	context: ReadContext,
): NearMiss[] {
	return content.paragraphs.flatMap((paragraph) =>
		paragraph.lines().flatMap((line) => {
			if (readFieldLabel(line, context.vocabulary, { unknown: false })) return [];
			const [first] = line.runs;
			if (first?.strong && first.kind === "text") {
				const name = context.vocabulary.field(line.text.slice(0, first.end));
				const value = line.text.slice(first.end).trimStart();
				// "**Testing** is done by hand" is a sentence.
				if (
					name === undefined ||
					!isWanted(name) ||
					!/^[\p{Lu}\p{N}\p{Extended_Pictographic}]/u.test(value) ||
					/[:：]\s*$/u.test(line.text)
				)
					return [];
				const part = line.located(0, first.end);
				const marks = context.source.slice(part.range.end, part.range.end + 2);
				const at = part.range.end + 2;
				const edit = marks === "**" || marks === "__" ? { range: { start: at, end: at }, text: ":" } : undefined;
				return [fieldMiss(part, name, "no colon follows it", `Write "**${part.text}**: ${shortened(value)}"`, edit)];
			}
			const label = /^([\p{L}\p{M}]{3,12})(\s*[–—=-]\s*|\s+)(?=\S)/u.exec(line.text);
			const name = label?.[1] === undefined ? undefined : context.vocabulary.field(label[1]);
			if (!label?.[1] || name !== "status" || !isWanted(name)) return [];
			const value = line.text.slice(label[0].length);
			const phrase = readStatusPhrase(value, context.vocabulary);
			if (phrase.tier === undefined || !phrase.isPlain || phrase.isChoice || value.length > 40) return [];
			const part = line.located(0, label[1].length);
			const gap = line.rangeOf(label[1].length, label[0].length);
			return [
				fieldMiss(part, name, "no colon follows it", `Write "${part.text}: ${value}"`, { range: gap, text: ": " }),
			];
		}),
	);
}

/** `Depends on: Phase One`, `Phase1`, `Fase 1` for a phase that the series has. */
function misreadReferences(phase: Phase, context: ReadContext): NearMiss[] {
	const { dependsOn } = phase;
	if (!dependsOn) return [];
	const known = phase.dependencies.filter((dependency) => dependency.target.kind !== "text");
	return [dependsOn.value, ...dependsOn.items.map((item) => item.text)].flatMap((text) => {
		const misses: NearMiss[] = [];
		for (const match of execAll(/[^,;&+\n]+/gu, text.text)) {
			const trimmed = match[0].trimStart();
			const start = match.index + match[0].length - trimmed.length;
			// A colon behind it makes the reference read as a heading.
			const heading = readPhaseHeading(`${trimmed.trimEnd()}:`, context.vocabulary);
			if (heading?.kind !== "near-miss") continue;
			const miss = misreadReference(text, start, heading, "dependency", (label) => hasLabel(phase, labelKey(label)));
			if (!miss || known.some(({ range }) => range.start < miss.range.end && range.end > miss.range.start)) continue;
			misses.push(miss);
		}
		return misses;
	});
}

function shortened(value: string): string {
	return value.length > 24 ? `${value.slice(0, 23).trimEnd()}…` : value;
}
