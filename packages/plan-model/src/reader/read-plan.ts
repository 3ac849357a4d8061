import GithubSlugger from "github-slugger";
import type { Root } from "mdast";
import { readAnchors } from "./anchors.js";
import { readConflictMarkers } from "./conflict-markers.js";
import { readCountClaims } from "./count-claims.js";
import { PhaseIndex, resolveDependencies } from "./dependencies.js";
import { readDocumentFields, readDocumentStatuses, titleWords } from "./document-head.js";
import { readFrontMatter } from "./front-matter.js";
import { readHiddenParts } from "./hidden-parts.js";
import { readIndexEntries } from "./index-entries.js";
import { flattenItems } from "./items.js";
import { once } from "../text/once.js";
import { readDiagrams } from "./diagrams.js";
import { readLineCitations } from "./line-citations.js";
import { isLeftOpen } from "./left-open.js";
import { readLinks } from "./links.js";
import { readMachinePaths } from "./machine-paths.js";
import { readNearMisses } from "./near-misses.js";
import { readOutline } from "./outline.js";
import { buildSeries, completePhase, fieldDependencies, type OpenPhase, type OpenSeries } from "./phases.js";
import type { DocumentKind, Heading, Phase, Plan, Section, Series, Timeline, TimelineRow } from "../plan.js";
import { readPlanCommands } from "./plan-commands.js";
import { readPlaceholders } from "./placeholders.js";
import { readProseRanges } from "./prose.js";
import type { ReadContext } from "./read-context.js";
import { readSections } from "./sections.js";
import { readSeries } from "./series.js";
import { workOf } from "./statuses.js";
import { findSwallowed } from "./swallowed-phases.js";
import { readTimelines, type TimelineReading } from "./timelines.js";
import { createVocabulary, type SectionName, type Vocabulary } from "../text/vocabulary.js";

/** What the reader must be told, since the text alone does not say it. */
export interface ReadOptions {
	/** Relative to the root of the repository, POSIX. */
	readonly path?: string | undefined;
	/** Default `"plan"`. */
	readonly kind?: DocumentKind | undefined;
	/** Default: the built-in table of words. */
	readonly vocabulary?: Vocabulary | undefined;
}

/** Made when first asked for: whoever imports the model has a vocabulary of its own, or reads nothing yet. */
const builtIn: () => Vocabulary = once(createVocabulary);

/**
 * Reads a Markdown tree as a plan; PLAN-FORMAT is the specification.
 *
 * @param root the mdast of the whole text, with GFM and YAML front matter where the language has them
 * @param source the text the tree was parsed from
 * @returns the model; a broken plan is a plan with holes. Never throws on a document.
 */
export function readPlan(root: Root, source: string, options: ReadOptions = {}): Plan {
	const vocabulary = options.vocabulary ?? builtIn();
	const kind = options.kind ?? "plan";
	const outline = readOutline(root, source, vocabulary);
	const { context, sections } = readSections(source, outline, vocabulary, options.path, kind);
	const frontMatter =
		outline.frontMatter && readFrontMatter(outline.frontMatter.value, outline.frontMatter.range, source);
	const fields = readDocumentFields(context);
	const statuses = readDocumentStatuses(context, fields, frontMatter);
	const reading = readSeries(context);
	const series = buildSeries(reading.series, context, new Set(fields));
	const openPhases = series
		.flatMap((each) => each.phases)
		.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
	const headings = outline.sections.map((section) => section.heading);
	const index = new PhaseIndex(
		series as readonly Series[],
		once(() => phaseAnchors(headings, openPhases)),
	);
	const timelines = readTimelines(context, series as readonly Series[]).map((timeline) =>
		resolveTimeline(timeline, index, context),
	);
	const rows = rowsByPhase(timelines);
	for (const phase of openPhases) completePhase(phase, rows.get(phase) ?? [], index, context);

	const allPhases: readonly Phase[] = openPhases;
	const mainSeries = chooseMainSeries(series, context) as Series | undefined;
	const titles = headings.filter((heading) => heading.level === 1);
	const words = titles[0] && titleWords(titles[0], vocabulary);
	const dependsOn = fields.filter((field) => field.name === "dependsOn");
	// Read when first asked for: most rules need few of these, and a plan is read once for every lint of its file.
	const items = once(() =>
		[context.preamble, ...outline.sections.map((section) => context.content(section))].flatMap((content) =>
			flattenItems(content.items),
		),
	);
	const work = once(() => {
		// What is dropped will not be done here, so its boxes are nothing that is left.
		const dropped = new Set(allPhases.flatMap((phase) => (phase.status?.tier === "dropped" ? phase.items : [])));
		const deliverables = new Set(allPhases.flatMap((phase) => flattenItems(phase.deliverables)));
		return workOf(
			items().filter((item) => !dropped.has(item)),
			deliverables,
		);
	});
	const links = once(() => readLinks(root, source));
	const lineCitations = once(() => readLineCitations(root, source, links()));
	const diagrams = once(() => readDiagrams(root));
	const commands = once(() => readPlanCommands(context, allPhases));
	const anchors = once(() => readAnchors(root, source));
	const proseRanges = once(() => readProseRanges(root));
	const conflictMarkers = once(() => readConflictMarkers(root, source, context.lines));
	const hiddenParts = once(() => readHiddenParts(root, source, context.lines, vocabulary));
	const machinePaths = once(() => readMachinePaths(root, source, links()));
	const countClaims = once(() => readCountClaims(context, sections, allPhases));
	const nearMisses = once(() =>
		readNearMisses(context, {
			series: reading,
			phases: allPhases,
			timelines,
			frontMatter,
			hasStatus: statuses.length > 0,
		}),
	);
	const swallowed = once(() => findSwallowed(context, series as readonly Series[]));
	const placeholders = once(() => readPlaceholders(context, frontMatter));
	const entries = once(() => (kind === "index" ? readIndexEntries(context) : []));
	return {
		range: { start: 0, end: source.length },
		path: options.path,
		kind,
		text: source,
		lines: context.lines,
		title: titles[0],
		titles,
		titleWords: words,
		feature: words && featureOf(words.text),
		headings,
		sections,
		frontMatter,
		fields,
		statuses,
		status: statuses.find((status) => status.tier !== undefined) ?? statuses[0],
		owner: fields.find((field) => field.name === "owner"),
		lastUpdated: fields.find((field) => field.name === "lastUpdated"),
		dependencies: dependsOn.flatMap((field) => fieldDependencies(field, undefined, index, context) ?? []),
		series: series as readonly Series[],
		mainSeries,
		phases: mainSeries?.phases ?? [],
		allPhases,
		timelines,
		get items() {
			return items();
		},
		get work() {
			return work();
		},
		get links() {
			return links();
		},
		get lineCitations() {
			return lineCitations();
		},
		get diagrams() {
			return diagrams();
		},
		get commands() {
			return commands();
		},
		get anchors() {
			return anchors();
		},
		get proseRanges() {
			return proseRanges();
		},
		get isLeftOpen() {
			return isLeftOpen(root, source);
		},
		get conflictMarkers() {
			return conflictMarkers();
		},
		get hiddenParts() {
			return hiddenParts();
		},
		get machinePaths() {
			return machinePaths();
		},
		get countClaims() {
			return countClaims();
		},
		get nearMisses() {
			return nearMisses();
		},
		get swallowedPhases() {
			return swallowed().phases;
		},
		get swallowedHeadings() {
			return swallowed().headings;
		},
		get placeholders() {
			return placeholders();
		},
		get entries() {
			return entries();
		},
	};
}

/** The title without the number of the plan and without `Implementation Plan`; `Umsetzungsplan` is one word and stays. */
function featureOf(title: string): string {
	const feature = title
		.replace(/^\s*(?:implementation )?plan(?: \d+)?\s*[:：—–-]\s*/iu, "")
		.replace(/^\s*\d{1,4}\s*[:：.—–-]\s*/u, "")
		.trim();
	const shorter = feature.replace(/(?<![\p{L}\p{M}\p{N}])(?:implementation )?plan$/iu, "");
	return shorter === feature
		? feature
		: shorter
				.trimEnd()
				.replace(/[:：—–-]$/u, "")
				.trimEnd();
}

function phaseAnchors(headings: readonly Heading[], phases: readonly OpenPhase[]): Map<string, Phase> {
	const slugger = new GithubSlugger();
	const byHeading = new Map<Heading, OpenPhase>();
	for (const phase of phases) if (phase.heading) byHeading.set(phase.heading, phase);
	const anchors = new Map<string, Phase>();
	for (const heading of headings) {
		const slug = slugger.slug(heading.text.text);
		const phase = byHeading.get(heading);
		if (!phase) continue;
		anchors.set(slug, phase);
		const written = /\{#([\w-]+)\}\s*$/u.exec(heading.text.text)?.[1];
		if (written !== undefined) anchors.set(written, phase);
	}
	return anchors;
}

function resolveTimeline(timeline: TimelineReading, index: PhaseIndex, context: ReadContext): Timeline {
	const rows = timeline.rows.map(({ dependencyCell, ...row }): TimelineRow => {
		if (!dependencyCell) return { ...row, dependencies: undefined, saysNoDependencies: false };
		const [phase] = row.phases;
		const { text, value } = dependencyCell;
		const dependencies = resolveDependencies(text, phase, index, "timeline", context.vocabulary, value);
		return { ...row, dependencies, saysNoDependencies: value.none };
	});
	return { ...timeline, rows };
}

function rowsByPhase(timelines: readonly Timeline[]): Map<Phase, TimelineRow[]> {
	const rows = new Map<Phase, TimelineRow[]>();
	for (const timeline of timelines) {
		for (const row of timeline.rows) {
			if (row.role !== "phase") continue;
			for (const phase of row.phases) {
				const list = rows.get(phase);
				if (list) list.push(row);
				else rows.set(phase, [row]);
			}
		}
	}
	return rows;
}

/** The series in the breakdown section, else the longest that stands in no phase; headings before task lists. */
function chooseMainSeries(series: readonly OpenSeries[], context: ReadContext): OpenSeries | undefined {
	const top = series.filter((each) => each.parentPhase === undefined && each.form === "heading");
	const inBreakdown = top.filter((each) => isWithin(each.parent, BREAKDOWN));
	// Phases below Timeline or Success Criteria repeat those of the breakdown, or are a schedule's.
	const elsewhere = top.filter((each) => !isWithin(each.parent, VIEWS));
	const candidates =
		[inBreakdown, elsewhere, top].find((each) => each.length > 0) ??
		series.filter((each) => each.parentPhase === undefined);
	let best: OpenSeries | undefined;
	for (const each of candidates) {
		// A task list is a series of its own only where the document has no other.
		if (each.form === "list" && context.outline.sections.length > 0 && each.phases.length < 2) continue;
		if (!best || each.phases.length > best.phases.length) best = each;
	}
	return best;
}

const BREAKDOWN: ReadonlySet<SectionName | undefined> = new Set<SectionName>(["breakdown"]);
const VIEWS: ReadonlySet<SectionName | undefined> = new Set<SectionName>([
	"timeline",
	"successCriteria",
	"risks",
	"prerequisites",
]);

function isWithin(section: Section | undefined, names: ReadonlySet<SectionName | undefined>): boolean {
	for (let each = section; each; each = each.parent) if (names.has(each.name)) return true;
	return false;
}
