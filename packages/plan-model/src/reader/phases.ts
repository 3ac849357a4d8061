import { appendAll } from "../text/append-all.js";
import { resolveDependencies, type PhaseIndex } from "./dependencies.js";
import { readDependencyValue } from "../text/dependency-value.js";
import { readEstimate, type Estimate } from "../text/estimate.js";
import { readFieldLabel } from "./field-label.js";
import { headingField, type SectionContent } from "./fields.js";
import type { InlineText } from "./inline-text.js";
import { flattenItems } from "./items.js";
import { once } from "../text/once.js";
import type { OutlineSection } from "./outline.js";
import { itemCommands, readCommandUses, readFilesField, readPathUses, type PathSetting } from "./path-uses.js";
import type {
	CommandUse,
	Dependency,
	Field,
	Item,
	PathUse,
	Phase,
	Section,
	Series,
	Status,
	TimelineRow,
} from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { PhaseDraft, SeriesDraft } from "./series.js";
import type { SourceRange } from "../text/source-range.js";
import { derivedStatus, fieldStatus, struckStatus, titleStatus, workOf } from "./statuses.js";
import type { FieldName } from "../text/vocabulary.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A phase whose statuses and dependencies still wait for the timelines. */
export type OpenPhase = Mutable<Omit<Phase, "commands">> & Pick<Phase, "commands">;
export interface OpenSeries extends Mutable<Omit<Series, "phases">> {
	phases: OpenPhase[];
}

/** Fields that speak of the heading they stand below: one in a sub-heading of a phase is not the phase's. */
const OWN_ONLY: ReadonlySet<FieldName | undefined> = new Set<FieldName>([
	"status",
	"dependsOn",
	"blocks",
	"estimate",
	"owner",
	"lastUpdated",
	"priority",
]);
const FILES: ReadonlySet<FieldName | undefined> = new Set<FieldName>(["files", "create", "modify", "delete"]);

/** Builds the phases of all series; `completePhases` adds what needs the other phases and the timelines. */
export function buildSeries(
	drafts: readonly SeriesDraft[],
	context: ReadContext,
	documentFields: ReadonlySet<Field>,
): OpenSeries[] {
	const bySection = new Map<OutlineSection, OpenPhase>();
	const phaseSections = new Set<OutlineSection>();
	for (const draft of drafts) for (const phase of draft.phases) if (phase.section) phaseSections.add(phase.section);
	const series: OpenSeries[] = [];
	for (const draft of drafts) {
		const open: OpenSeries = {
			word: draft.word,
			form: draft.form,
			level: draft.level,
			parent: draft.parent && context.section(draft.parent),
			parentPhase: undefined,
			phases: [],
		};
		open.phases = draft.phases.map((phase, position) =>
			buildPhase(phase, position, open, context, phaseSections, documentFields),
		);
		for (const phase of draft.phases) {
			const built = open.phases[draft.phases.indexOf(phase)];
			if (phase.section && built) bySection.set(phase.section, built);
		}
		series.push(open);
	}
	drafts.forEach((draft, index) => {
		const open = series[index];
		for (let section = draft.parent; section && open; section = section.parent) {
			const phase = bySection.get(section);
			if (!phase) continue;
			open.parentPhase = phase;
			break;
		}
	});
	return series;
}

/** The texts and items of a phase: of its own section and of sub-headings that are no phases themselves. */
interface PhaseContent {
	readonly fields: readonly Field[];
	readonly looseItems: readonly Item[];
	readonly looseParagraphs: readonly InlineText[];
	readonly looseCommandLines: SectionContent["looseCommandLines"];
	/** Of the whole subtree, phases of nested series included. */
	readonly allItems: readonly Item[];
}

function gather(
	section: OutlineSection,
	context: ReadContext,
	phaseSections: ReadonlySet<OutlineSection>,
	documentFields: ReadonlySet<Field>,
): PhaseContent {
	const fields: Field[] = [];
	const looseItems: Item[] = [];
	const looseParagraphs: InlineText[] = [];
	const looseCommandLines: SectionContent["looseCommandLines"][number][] = [];
	const allItems: Item[] = [];
	// Sections nest at most six deep: a call per level is no danger to the stack.
	const visit = (part: OutlineSection, isOwn: boolean, isInner: boolean): void => {
		const content = context.content(part);
		appendAll(allItems, flattenItems(content.items));
		if (isOwn || isInner) {
			for (const field of content.fields) {
				if (documentFields.has(field) || (!isOwn && OWN_ONLY.has(field.name))) continue;
				fields.push(field);
			}
			appendAll(looseItems, content.looseItems);
			appendAll(looseParagraphs, content.looseParagraphs);
			appendAll(looseCommandLines, content.looseCommandLines);
		}
		for (const child of part.children) {
			const field = (isOwn || isInner) && !phaseSections.has(child) ? subHeadingField(child, context) : undefined;
			if (field) {
				fields.push(field);
				visit(child, false, field.range === child.heading.range);
			} else
				visit(
					child,
					false,
					(isOwn || isInner) &&
						!phaseSections.has(child) &&
						!context.vocabulary.isNoWorkSection(child.heading.text.text),
				);
		}
	};
	visit(section, true, true);
	return { fields, looseItems, looseParagraphs, looseCommandLines, allItems };
}

/** Fields whose value may stand in the heading itself: `#### Objective: Keep positions`. */
const SAID_IN_HEADING: ReadonlySet<FieldName | undefined> = new Set<FieldName>(["objective", "dependsOn", "estimate"]);

/** `#### Objective` above its value, or with it. */
function subHeadingField(section: OutlineSection, context: ReadContext): Field | undefined {
	const { text } = section.heading;
	const name = context.vocabulary.field(text.text);
	if (name !== undefined) {
		// `### Tasks:` has the label without the colon.
		const end = text.text.length - (/(?<!\s)\s*[:：]\s*$/u.exec(text.text)?.[0].length ?? 0);
		return headingField(text.located(0, end), name, section.range, subtree(section, context));
	}
	const label = readFieldLabel(text, context.vocabulary, { unknown: false });
	if (!label || !SAID_IN_HEADING.has(label.name)) return undefined;
	const value = text.slice(label.valueStart);
	// What stands below such a heading is the work: the heading says its value by itself.
	return value.text === ""
		? undefined
		: { ...headingField(label.label, label.name, section.heading.range, []), value, isEmpty: false };
}

function subtree(section: OutlineSection, context: ReadContext): SectionContent[] {
	return [context.content(section), ...section.children.flatMap((child) => subtree(child, context))];
}

function itemContent(item: Item): PhaseContent {
	const fields = item.fields;
	return {
		fields,
		looseItems: item.children.filter((child) => !fields.some((field) => field.range.start === child.range.start)),
		looseParagraphs: [],
		looseCommandLines: [],
		allItems: flattenItems([item]),
	};
}

function buildPhase(
	draft: PhaseDraft,
	position: number,
	series: OpenSeries,
	context: ReadContext,
	phaseSections: ReadonlySet<OutlineSection>,
	documentFields: ReadonlySet<Field>,
): OpenPhase {
	const { section: outline, item } = draft;
	const text = outline?.heading.text ?? item?.text;
	if (!text) throw new Error("A phase stands in a heading or in an item.");
	const content = outline ? gather(outline, context, phaseSections, documentFields) : itemContent(item as Item);
	const { fields } = content;
	const first = (...names: FieldName[]): Field | undefined =>
		fields.find((field) => field.name !== undefined && names.includes(field.name));

	const section: Section | undefined = outline && context.section(outline);
	const range: SourceRange = outline?.range ?? item?.range ?? text.range;
	const headingRange: SourceRange = outline ? outline.heading.range : { start: range.start, end: text.range.end };
	const stepsField = first("steps");
	const deliverablesField = first("deliverables");
	const testing = fields.find((field) => field.name === "testing") ?? first("test");
	const steps = stepsField ? stepsField.items : content.looseItems;
	const deliverables = deliverablesField?.items ?? [];
	const estimateField = first("estimate");
	const estimate: Estimate | undefined =
		(estimateField && readEstimate(estimateField.value.text)) ?? draft.facts.estimate;

	const commands = once(() => commandsOf(content, stepsField, testing));
	const phase: OpenPhase = {
		series: series as Series,
		position,
		range,
		word: draft.word,
		label: draft.label,
		labelRange: text.rangeOf(draft.label.start, draft.label.last?.end ?? draft.label.end),
		name: text.text.slice(draft.name.start, draft.name.end).trim(),
		title: text.located(draft.title.start, draft.title.end),
		heading: section?.heading,
		section,
		item,
		headingRange,
		isAtomicMarked: draft.facts.atomic !== undefined,
		isOptional: draft.facts.optional !== undefined,
		fields,
		objective: first("objective"),
		testing,
		deliverablesField,
		stepsField,
		dependsOn: first("dependsOn"),
		steps,
		deliverables,
		items: content.allItems,
		work: workOf(content.allItems, new Set(flattenItems(deliverables))),
		estimate,
		estimateRange:
			estimate &&
			(estimateField && readEstimate(estimateField.value.text)
				? estimateField.value.rangeOf(estimate.start, estimate.end)
				: text.rangeOf(estimate.start, estimate.end)),
		statuses: writtenStatuses(fields, text, draft, headingRange, context),
		status: undefined,
		dependencies: [],
		declaresDependencies: false,
		saysNoDependencies: false,
		writes: [],
		reads: [],
		paths: [],
		get commands() {
			return commands();
		},
	};
	phase.paths = pathsOf(phase, content, context);
	const listed = phase.paths.filter((path) => path.source === "files");
	const writes = (listed.length > 0 ? listed : phase.paths).filter((path) => path.action !== "read");
	phase.writes = writes;
	const written = new Set(writes.map((path) => path.path));
	phase.reads = phase.paths.filter((path) => path.action === "read" && !written.has(path.path));
	return phase;
}

function writtenStatuses(
	fields: readonly Field[],
	text: InlineText,
	draft: PhaseDraft,
	headingRange: SourceRange,
	context: ReadContext,
): Status[] {
	const statuses: Status[] = [];
	// Several status lines below one heading speak of the parts between them, unless the first stands right below it.
	const lines = fields.filter((field) => field.name === "status");
	const line = lines.length === 1 || lines[0] === fields[0] ? lines[0] : undefined;
	for (const [index, own] of line ? lines.entries() : []) {
		const before = lines[index - 1];
		// Two lines with nothing between them speak of the same thing.
		if (before && context.source.slice(before.range.end, own.range.start).trim() !== "") break;
		const status = fieldStatus(own, context.vocabulary);
		if (status) statuses.push(status);
	}
	const heading =
		titleStatus(text, draft.facts.status, draft.item ? "item" : "heading", headingRange) ??
		struckStatus(text, headingRange);
	if (heading) statuses.push(heading);
	return statuses;
}

/** Adds what needs the other phases: dependencies, statuses of timeline rows, the phase's own status. */
export function completePhase(
	phase: OpenPhase,
	rows: readonly TimelineRow[],
	index: PhaseIndex,
	context: ReadContext,
): void {
	const own = phase.dependsOn ? fieldDependencies(phase.dependsOn, phase, index, context) : undefined;
	const timeline = rows.find((row) => row.dependencies !== undefined);
	// A timeline's dependencies count where the phase has no line of its own; PLAN-FORMAT, "Isolated".
	phase.dependencies = own ?? timeline?.dependencies ?? [];
	phase.declaresDependencies = own !== undefined || timeline !== undefined;
	phase.saysNoDependencies =
		phase.dependsOn !== undefined && readDependencyValue(phase.dependsOn.value.text, context.vocabulary).none;
	phase.statuses = [
		...phase.statuses,
		...rows.flatMap((row) => (row.status && row.phases.length === 1 ? [row.status] : [])),
	];
	phase.status =
		phase.statuses.find((status) => status.tier !== undefined) ??
		phase.statuses[0] ??
		derivedStatus(phase.item && phase.work.includes(phase.item) ? [phase.item] : phase.work, phase.headingRange);
}

/** The dependencies of a `Depends on` field; `undefined` when the field is empty. */
export function fieldDependencies(
	field: Field,
	phase: Phase | undefined,
	index: PhaseIndex,
	context: ReadContext,
): Dependency[] | undefined {
	if (field.isEmpty) return undefined;
	const texts = [field.value, ...flattenItems(field.items).map((item) => item.text)].filter((text) => text.text !== "");
	return texts.flatMap((text) => resolveDependencies(text, phase, index, "field", context.vocabulary));
}

function pathsOf(phase: Phase, content: PhaseContent, context: ReadContext): PathUse[] {
	const folder = folderOf(context.path);
	const uses: PathUse[] = [];
	const read = (text: InlineText, setting: PathSetting): void => {
		appendAll(uses, readPathUses(text, setting, context.vocabulary, folder));
	};
	const readItems = (items: readonly Item[], setting: Omit<PathSetting, "done">): void => {
		for (const item of flattenItems(items)) {
			if (item.excluded) continue;
			const done = item.box && !item.box.other ? item.box.checked : undefined;
			for (const paragraph of item.paragraphs) read(paragraph, { ...setting, done });
		}
	};
	for (const field of phase.fields) {
		if (FILES.has(field.name)) appendAll(uses, readFilesField(field, context.vocabulary, folder));
		else if (field.name === "deliverables") {
			read(field.value, { source: "deliverables", fallback: "change", done: undefined });
			readItems(field.items, { source: "deliverables", fallback: "change" });
		} else if (field.name === "steps") {
			read(field.value, { source: "steps", fallback: "read", done: undefined });
			readItems(field.items, { source: "steps", fallback: "read" });
		} else if (field.name === "testing" || field.name === "test") {
			read(field.value, { source: "testing", fallback: "read", always: "read", done: undefined });
			readItems(field.items, { source: "testing", fallback: "read", always: "read" });
		} else {
			read(field.value, { source: "other", fallback: "read", always: "read", done: undefined });
			readItems(field.items, { source: "other", fallback: "read", always: "read" });
		}
	}
	readItems(content.looseItems, { source: "steps", fallback: "read" });
	for (const paragraph of content.looseParagraphs)
		read(paragraph, { source: "other", fallback: "read", done: undefined });
	if (phase.item) read(phase.item.text, { source: "steps", fallback: "read", done: phase.item.box?.checked });
	return uses.sort((a, b) => a.range.start - b.range.start);
}

function commandsOf(content: PhaseContent, stepsField: Field | undefined, testing: Field | undefined): CommandUse[] {
	const uses: CommandUse[] = [];
	for (const field of content.fields) {
		const source = field === testing || field.name === "test" ? "testing" : field === stepsField ? "steps" : "other";
		appendAll(uses, readCommandUses(field.value, source));
		appendAll(uses, itemCommands(field.items, source));
		for (const line of field.commandLines) uses.push({ ...line, source, context: "shell" });
	}
	appendAll(uses, itemCommands(content.looseItems, "steps"));
	for (const line of content.looseCommandLines) uses.push({ ...line, source: "steps", context: "shell" });
	return uses.sort((a, b) => a.range.start - b.range.start);
}

/** The folder of a document, `""` at the root of the repository. */
export function folderOf(path: string | undefined): string {
	const slash = path?.lastIndexOf("/") ?? -1;
	return path !== undefined && slash >= 0 ? path.slice(0, slash) : "";
}
