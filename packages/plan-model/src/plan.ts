import type { CommandContext } from "./text/command-text.js";
import type { Estimate } from "./text/estimate.js";
import type { InlineText } from "./reader/inline-text.js";
import type { Label } from "./text/phase-label.js";
import type { LineIndex, Located, LocatedText, SourceRange, TextEdit } from "./text/source-range.js";
import type { FieldName, SectionName, Tier } from "./text/vocabulary.js";

/** Which kind of document of a plans folder this is; PLAN-FORMAT, "Documents in a plans folder". */
export type DocumentKind = "index" | "template" | "archive" | "plan";

/** A heading of any level, ATX or setext. */
export interface Heading extends Located {
	readonly level: 1 | 2 | 3 | 4 | 5 | 6;
	readonly text: InlineText;
	/** Where the words of the heading stand, without `#` and closing marks. */
	readonly textRange: SourceRange;
	/** `"setext"` headings are underlined with `=` or `-`. */
	readonly style: "atx" | "setext";
}

/** A heading with everything up to the next heading of its level or above. */
export interface Section extends Located {
	readonly heading: Heading;
	/** The section of the template this is, by its heading, or `undefined` for a section of the team's own. */
	readonly name: SectionName | undefined;
	readonly parent: Section | undefined;
	readonly children: readonly Section[];
	/** From the end of the heading to the end of the section. */
	readonly contentRange: SourceRange;
	/** There is neither text nor a sub-heading below the heading. Comments and breaks (`---`) are no text. */
	readonly isEmpty: boolean;
	/** Its text begins with `None`, `N/A` or the like. */
	readonly saysNone: boolean;
	/** What blocks stand directly in this section (not in a sub-section), in order. */
	readonly blocks: readonly Block[];
	readonly fields: readonly Field[];
	/** The items of the lists that stand directly in this section. */
	readonly items: readonly Item[];
}

/** What kind of block stands in a section; the model keeps no syntax tree. */
export interface Block extends Located {
	readonly type: "paragraph" | "list" | "ordered-list" | "table" | "code" | "blockquote" | "html" | "break" | "other";
}

/** Where a status was written, from the strongest to the weakest evidence. */
export type StatusPlace = "line" | "heading" | "front-matter" | "table" | "item" | "boxes";

/** A status with its place. `range` is the status phrase itself. */
export interface Status extends LocatedText {
	/** `undefined`: the words are outside the vocabulary. */
	readonly tier: Tier | undefined;
	readonly place: StatusPlace;
	/** What the words say and what the emoji says, where each says something certain. */
	readonly wordTier: Tier | undefined;
	readonly markTier: Tier | undefined;
	/** Emoji and words exclude each other (`✅ In Progress`). */
	readonly contradiction: boolean;
	/** There are words, not emoji alone. */
	readonly hasWords: boolean;
	/** The line that carries the status: the whole field, heading or row. */
	readonly carrier: SourceRange;
}

/** How a field is written; PLAN-FORMAT, "Fields may be written as". `"bold-colon-outside"` is the normal form. */
export type FieldForm =
	| "bold-colon-outside"
	| "bold-colon-inside"
	| "bold-period"
	| "bold-dash"
	| "bold-alone"
	| "plain-colon"
	| "heading"
	| "table-row";

/** A labelled part of a phase or of the document's head: `**Objective**: …`. */
export interface Field extends Located {
	/** The canonical name, or `undefined` for a label the vocabulary does not know. */
	readonly name: FieldName | undefined;
	/** The label as written, without marks and colon. */
	readonly label: LocatedText;
	readonly form: FieldForm;
	/** It stands in a list item (`- **Objective**: x`), in a block quote, or beside others on one line. */
	readonly container: "none" | "list-item" | "blockquote" | "line";
	/** The text behind the label on its line; empty when the value is the block below. */
	readonly value: InlineText;
	/** The items of the lists that belong to the field. */
	readonly items: readonly Item[];
	/** Blocks that belong to the field, the paragraph of the label itself excepted. */
	readonly blocks: readonly Block[];
	/** Lines of shell fences in the field. */
	readonly commandLines: readonly LocatedText[];
	readonly isEmpty: boolean;
}

/** The box, or the bullet's ✅, of a list item. */
export interface Box extends Located {
	readonly checked: boolean;
	/** `[x]`, or an emoji that stands for it (`- ✅ …`, `- ☐ …`). */
	readonly kind: "task" | "emoji";
	/** `[~]`, `[-]` and the like: neither open nor done. */
	readonly other: boolean;
}

/** An item of a list: a step, a deliverable, a check. */
export interface Item extends Located {
	/** The first paragraph, without the box. */
	readonly text: InlineText;
	/** All paragraphs of the item, the first included. */
	readonly paragraphs: readonly InlineText[];
	readonly box: Box | undefined;
	/** The number in front of an item of an ordered list. */
	readonly number: number | undefined;
	readonly children: readonly Item[];
	readonly parent: Item | undefined;
	/** The item is struck through, deferred, optional, not selected or the like: no work of this plan. */
	readonly excluded: boolean;
	/** A status behind the text of the item (`… ✅`, `… (in progress)`). */
	readonly status: Status | undefined;
	/** Labelled items right below this one (`- Status: DONE`, `- Files: …`). */
	readonly fields: readonly Field[];
	/** The status that such a line says. */
	readonly statusBelow: Status | undefined;
}

/** What a phase does to a path it names. */
export type PathAction = "create" | "change" | "delete" | "read";

/** A path that a plan names, with what is to happen to it. */
export interface PathUse extends Located {
	/** POSIX, relative to the root of the repository as far as the text tells. */
	readonly path: string;
	/** It has glob characters. */
	readonly pattern: boolean;
	readonly directory: boolean;
	readonly action: PathAction;
	/** From an explicit `Files`/`Create`/`Modify`/`Delete` field, from a deliverable, a step or elsewhere. */
	readonly source: "files" | "deliverables" | "steps" | "testing" | "other";
	/** The verb or label that decided the action, for messages. */
	readonly reason: string;
	/** `:120-140` behind the path. */
	readonly lines: LocatedText | undefined;
	/** Why the path cannot be one of this repository. */
	readonly outside: "absolute" | "home" | "parent" | "windows" | "file-url" | undefined;
	/** The item that names it belongs to work that is ticked (`- [x]`, `- ✅`). */
	readonly done: boolean | undefined;
}

/** A command in Testing or Steps: a code span, or a line of a shell fence. */
export interface CommandUse extends LocatedText {
	readonly source: "steps" | "testing" | "other";
	/** A code span, or a line of a shell fence. */
	readonly context: CommandContext;
}

/** One dependency of a phase or of a plan. `range` holds the very characters of the reference. */
export interface Dependency extends LocatedText {
	/** What it points at. */
	readonly target: DependencyTarget;
	/** Where it stands: a field of the phase, or a row of the timeline. */
	readonly place: "field" | "timeline";
	/** The range reference it was expanded from (`Phases 1-4`), as written. */
	readonly expandedFrom: LocatedText | undefined;
}

export type DependencyTarget =
	/** A phase of this plan. */
	| { readonly kind: "phase"; readonly phase: Phase }
	/** It names a phase as this plan's own series does, and the plan has none of that label. */
	| { readonly kind: "unknown-phase"; readonly word: string; readonly label: Label }
	/** Another plan, and perhaps a phase of it: for the workspace to resolve. */
	| {
			readonly kind: "plan";
			readonly link: string | undefined;
			readonly title: string;
			readonly anchor: string | undefined;
			readonly word: string | undefined;
			readonly label: Label | undefined;
	  }
	/** Free text, an issue number, something outside that cannot be known. */
	| { readonly kind: "text" };

/** One unit of the plan: a transaction. `range` reaches from its heading to the end of its content. */
export interface Phase extends Located {
	/** The series it belongs to. */
	readonly series: Series;
	/** Its place in the series, from 0. */
	readonly position: number;
	/** `Phase`, `Task`, `Fase` …; empty for bare numbers. */
	readonly word: string;
	readonly label: Label;
	/** The label as written with its place: the smallest honest range for a finding about the number. */
	readonly labelRange: SourceRange;
	/** `Phase 3`: word and label as a reader would say it. */
	readonly name: string;
	readonly title: LocatedText;
	/** `undefined` when the phase is an item of a task list. */
	readonly heading: Heading | undefined;
	readonly section: Section | undefined;
	readonly item: Item | undefined;
	/** Where the heading (or the item's first line) stands: for findings about the phase as a whole. */
	readonly headingRange: SourceRange;
	/** Facts of the heading: `(Atomic)`, `(optional)`. */
	readonly isAtomicMarked: boolean;
	readonly isOptional: boolean;

	readonly fields: readonly Field[];
	readonly objective: Field | undefined;
	readonly testing: Field | undefined;
	readonly deliverablesField: Field | undefined;
	readonly stepsField: Field | undefined;
	readonly dependsOn: Field | undefined;
	/** Steps: the items of the Steps field; without one, the items that belong to no field. */
	readonly steps: readonly Item[];
	readonly deliverables: readonly Item[];
	/** Every item below the phase, nested ones flattened in order, those of a nested series (tasks) included. */
	readonly items: readonly Item[];
	/** The items whose boxes stand for work: task boxes anywhere in the phase, ✅ and ⬜ in its deliverables. */
	readonly work: readonly Item[];
	readonly estimate: Estimate | undefined;
	readonly estimateRange: SourceRange | undefined;

	/** Every status that is written for this phase, in the order of PLAN-FORMAT "Status". */
	readonly statuses: readonly Status[];
	/** The phase's own status: the first of `statuses`, else derived from its boxes, else `undefined`. */
	readonly status: Status | undefined;
	readonly dependencies: readonly Dependency[];
	/** The phase has a dependency line or row, `None` included. */
	readonly declaresDependencies: boolean;
	/** Its dependency line says in words that there are none; free text does not. */
	readonly saysNoDependencies: boolean;

	/** Paths the phase creates, changes or deletes; an explicit Files field alone, where there is one. */
	readonly writes: readonly PathUse[];
	readonly reads: readonly PathUse[];
	/** All paths with their action, Files field or not. */
	readonly paths: readonly PathUse[];
	readonly commands: readonly CommandUse[];
}

/** Sibling phases: same parent heading, same level, same word. */
export interface Series {
	readonly word: string;
	/** `"heading"` series stand in headings, `"list"` series in task lists. */
	readonly form: "heading" | "list";
	readonly level: number;
	/** The section that holds the series; `undefined` at the top of the document. */
	readonly parent: Section | undefined;
	/** The phase inside which the series stands (tasks of a phase). */
	readonly parentPhase: Phase | undefined;
	readonly phases: readonly Phase[];
}

/** A row of the timeline: a table row or a list item that names a phase. */
export interface TimelineRow extends Located {
	readonly text: LocatedText;
	/** The phases it names; a row may stand for a range (`Phases 1-3`). */
	readonly labels: readonly Label[];
	readonly labelRange: SourceRange;
	readonly word: string;
	/** What follows the label (`Phase 1: Basic Autoencoder`), or the title column. */
	readonly title: LocatedText | undefined;
	readonly phases: readonly Phase[];
	readonly estimate: Estimate | undefined;
	readonly estimateRange: SourceRange | undefined;
	readonly status: Status | undefined;
	/** `undefined`: there is no such column. */
	readonly dependencies: readonly Dependency[] | undefined;
	readonly dependenciesRange: SourceRange | undefined;
	/** The column says in words that there are none; an empty cell and free text do not. */
	readonly saysNoDependencies: boolean;
	/** `"other"`: work that is no phase of the series (`Buffer`, a part of a phase), but counts in the total. */
	readonly role: "phase" | "other" | "subtotal" | "total";
}

/** What a timeline says that all of it takes. */
export interface TimelineTotal {
	readonly text: LocatedText;
	readonly estimate: Estimate;
	/** Where the amount stands. */
	readonly estimateRange: SourceRange;
}

/** The timeline or schedule of a plan: durations, dependencies and status by phase. */
export interface Timeline extends Located {
	readonly section: Section | undefined;
	/** `"schedule"` tables stand in a Timeline section or carry durations; `"status"` tables carry only a status. */
	readonly form: "table" | "list";
	/** The series the rows name. */
	readonly series: Series | undefined;
	readonly hasDurations: boolean;
	readonly rows: readonly TimelineRow[];
	/** `**Total**: 10 weeks` in or right below the table. */
	readonly totals: readonly TimelineTotal[];
}

/** A link, image or link definition of the document. */
export interface Link extends LocatedText {
	readonly kind: "link" | "image" | "definition";
	/** The target as written, decoded. */
	readonly url: string;
	readonly urlRange: SourceRange;
}

/** Something that looks like a part of a plan and could not be read as one. */
export interface NearMiss extends LocatedText {
	readonly looksLike: "phase" | "field" | "status" | "dependency" | "timeline-row" | "section" | "front-matter";
	/** Why it does not count, as the end of "…, but ". */
	readonly reason: string;
	/** How to write it so that it counts. */
	readonly hint: string;
	/** Makes it count, where how to write it is certain. */
	readonly edit: TextEdit | undefined;
	/** The label of the phase that it would be, or whose row it would be. */
	readonly label: Label | undefined;
	/** The field that it would be. */
	readonly field: FieldName | undefined;
	/** What makes the one before it count makes this one count, too. */
	readonly isCuredWithPrevious?: boolean;
}

/** The lines that a merge left in the text, one conflict or the rest of one. */
export interface ConflictMarkers extends Located {
	/** What stands behind `<<<<<<<`; `undefined` where only the end is left. `range` is that of the first marker. */
	readonly ours: string | undefined;
	/** What stands behind `>>>>>>>`; `undefined` where there is no end. */
	readonly theirs: string | undefined;
	readonly separatorLine: number | undefined;
	readonly endLine: number | undefined;
}

/** A character that is not seen and keeps a part of the plan from being read as what it looks like. */
export interface HiddenPart extends Located {
	/** The characters to delete: all of the line, since together they hide. */
	readonly characters: readonly Located[];
	/** Unicode names of the characters, each once. */
	readonly names: readonly string[];
	readonly hides: "phase" | "section" | "field" | "status" | "box";
	/** The part as it would be read without the characters. */
	readonly part: string;
}

/** A path that exists on one person's machine. */
export interface MachinePath extends LocatedText {
	readonly place: "link" | "code" | "prose" | "shell";
	/** The name of the home folder; `undefined` for another file of the machine (`file:///etc/hosts`). */
	readonly user: string | undefined;
	/** The path below the home folder, with `/` between the segments. */
	readonly below: string;
}

/** A number of units that the text says the plan has: `across 7 phases`. `range` is that of the number. */
export interface CountClaim extends LocatedText {
	readonly count: number;
	/** The word of the series, in the singular and in lower case. */
	readonly word: string;
	/** Number and word as written. */
	readonly phrase: string;
}

/** Template text that was left in a plan. */
export interface Placeholder extends LocatedText {
	/**
	 * `text`: words of a template, or a bracket to be filled; `value`: `TBD` and the like; `date`: `YYYY-MM-DD`;
	 * `number`: `#TBD`; `comment`: guidance for the author.
	 */
	readonly kind: "text" | "value" | "date" | "number" | "comment";
}

/** Line numbers behind a path: `:120-140` of `src/a.ts:120-140`. */
export interface LineCitation extends LocatedText {
	/** The path as written, without the lines. */
	readonly path: string;
}

/** A heading of the plan's own series inside a fence that was closed wrongly or never. */
export interface SwallowedPhase extends LocatedText {
	readonly word: string;
	readonly label: Label;
	/** The opening line of the fence that swallows it, or of the one before that put all fences behind it out of step. */
	readonly fence: SourceRange;
	readonly fenceLine: number;
	readonly isOutOfStep: boolean;
	/** Closing the fence here ends the accident: an insertion, where one place is certain. */
	readonly close: { readonly offset: number; readonly text: string } | undefined;
}

/** A heading of any kind inside such a fence, phases included. */
export interface SwallowedHeading extends LocatedText, Pick<SwallowedPhase, "fence" | "fenceLine" | "isOutOfStep"> {
	/** Which section it would be. */
	readonly name: SectionName | undefined;
}

/** A plan, an index, a template or an archived plan as the rules see it. Built once per tree; never throws. */
export interface Plan extends Located {
	/** Relative to the root of the repository, POSIX; `undefined` for a text without a file. */
	readonly path: string | undefined;
	readonly kind: DocumentKind;
	readonly text: string;
	readonly lines: LineIndex;

	/** The first heading of level 1. */
	readonly title: Heading | undefined;
	/** Every heading of level 1. */
	readonly titles: readonly Heading[];
	/** The title without status marks. */
	readonly titleWords: LocatedText | undefined;
	/** The title without status marks, numbers of the plan (`001:`) and `Implementation Plan`. */
	readonly feature: string | undefined;
	readonly headings: readonly Heading[];
	/** Every section, each before its children, in the order of the document. */
	readonly sections: readonly Section[];
	readonly frontMatter: FrontMatter | undefined;
	/** Fields of the document's head or foot (not of a phase). */
	readonly fields: readonly Field[];
	readonly statuses: readonly Status[];
	readonly status: Status | undefined;
	readonly owner: Field | undefined;
	readonly lastUpdated: Field | undefined;
	/** Dependencies of the plan as a whole. */
	readonly dependencies: readonly Dependency[];

	readonly series: readonly Series[];
	/** In the breakdown section, else the longest; what the template's rules speak of. */
	readonly mainSeries: Series | undefined;
	/** The phases of the main series. */
	readonly phases: readonly Phase[];
	/** The phases of every series, in the order of the document. */
	readonly allPhases: readonly Phase[];
	/** All timelines and status tables whose rows name phases. */
	readonly timelines: readonly Timeline[];
	/** Every list item of the document outside index entries, nested ones flattened in order. */
	readonly items: readonly Item[];
	/** The items whose boxes stand for work of the plan, in its phases that are not dropped and outside of phases. */
	readonly work: readonly Item[];
	readonly links: readonly Link[];
	/** Line numbers behind paths, in code spans and link targets anywhere in the document. */
	readonly lineCitations: readonly LineCitation[];
	/** Fences in a language of diagrams, and images other than badges. */
	readonly diagrams: readonly Located[];
	/** The commands of all phases, and those of lists, fields and shell fences outside of them. */
	readonly commands: readonly CommandUse[];
	/** What a fragment of a link can name in this document: slugs of headings, names in HTML. */
	readonly anchors: readonly string[];
	/** Prose runs outside code: for rules about characters. */
	readonly proseRanges: readonly SourceRange[];
	/** Code or HTML at the end is not closed: what is added at the end becomes a part of it. */
	readonly isLeftOpen: boolean;
	readonly conflictMarkers: readonly ConflictMarkers[];
	readonly hiddenParts: readonly HiddenPart[];
	readonly machinePaths: readonly MachinePath[];
	/** What the text outside the phases says of their number. */
	readonly countClaims: readonly CountClaim[];
	readonly nearMisses: readonly NearMiss[];
	readonly swallowedPhases: readonly SwallowedPhase[];
	readonly swallowedHeadings: readonly SwallowedHeading[];
	readonly placeholders: readonly Placeholder[];
	/** For an index: what it lists. */
	readonly entries: readonly IndexEntry[];
}

/** YAML at the top of the document. Values are scalars or lists of scalars; anything deeper is left out. */
export interface FrontMatter extends Located {
	readonly entries: ReadonlyMap<string, { readonly key: LocatedText; readonly values: readonly LocatedText[] }>;
}

/** A line of an index that lists a plan. */
export interface IndexEntry extends Located {
	/** The words of the link, or the file's name. */
	readonly title: LocatedText;
	/** As written: relative to the index. */
	readonly url: string;
	readonly urlRange: SourceRange;
	/** The entry names the file by a link, a code span or bare. */
	readonly form: "link" | "code" | "text";
	/** Title is real words, not the file's name or number. */
	readonly hasTitle: boolean;
	readonly status: Status | undefined;
	/** The heading that groups it, with the tier its words say. */
	readonly group: { readonly section: Section; readonly tier: Tier | undefined } | undefined;
	readonly description: LocatedText | undefined;
	readonly container: "list-item" | "table-row" | "heading" | "paragraph";
}
