import type { Tier } from "@acid-plans/model";
import fc from "fast-check";
import {
	type FieldKey,
	type PhaseDraft,
	type PlanDraft,
	type PlanSpelling,
	type SectionKey,
	tierOf,
} from "./right-plan.js";

/** Synonyms that PLAN-FORMAT names; the first is that of the template. */
const SECTIONS: Readonly<Record<SectionKey, readonly string[]>> = {
	overview: ["Overview", "Summary", "Introduction", "Background"],
	goals: ["Goals", "Objectives", "Purpose"],
	prerequisites: ["Prerequisites", "Requirements", "Dependencies"],
	breakdown: ["ACID Breakdown", "Phases", "Implementation Phases", "Breakdown"],
	successCriteria: ["Success Criteria", "Success Metrics", "Acceptance Criteria", "Definition of Done"],
	risks: ["Risks & Mitigation", "Risks", "Risk Assessment"],
	timeline: ["Timeline", "Schedule", "Estimates"],
};
const FIELDS: Readonly<Record<FieldKey, readonly string[]>> = {
	objective: ["Objective", "Goal", "Purpose", "Ziel", "Objetivo"],
	dependsOn: ["Depends on", "Dependencies", "Requires", "Blocked by", "After"],
	files: ["Files", "Create"],
	steps: ["Steps", "Tasks", "Actions", "Implementation", "Pasos", "步骤"],
	testing: ["Testing", "Verification", "Validation", "Acceptance criteria", "Expected", "Checkpoint", "Done when"],
	deliverables: ["Deliverables", "Outputs", "Results", "Artifacts", "Ergebnisse"],
	estimate: ["Estimate", "Duration", "Effort"],
};
/** Series words with their plurals. */
const SERIES: readonly (readonly [string, string])[] = [
	["Phase", "Phases"],
	["Task", "Tasks"],
	["Step", "Steps"],
	["Milestone", "Milestones"],
	["Stage", "Stages"],
	["Part", "Parts"],
	["PR", "PRs"],
	["Chunk", "Chunks"],
	["Wave", "Waves"],
	["Slice", "Slices"],
	["Fase", "Fases"],
	["Étape", "Étapes"],
	["Etapa", "Etapas"],
	["Schritt", "Schritte"],
	["Этап", "Этапы"],
	["阶段", "阶段"],
];
const SEPARATORS = [":", " —", " –", " -", ".", " ·", "："];
const STATUSES: Readonly<Record<Tier, readonly string[]>> = {
	planned: [
		"🟡 Planned",
		"Not started",
		"📋 Planned",
		"Pending",
		"Todo",
		"⬜ Not Started",
		"Approved",
		"✅ Ready for Implementation",
		"geplant",
	],
	active: [
		"🔄 In Progress",
		"In progress",
		"🟡 In Progress",
		"🚧 WIP",
		"Ongoing",
		"⏳ Started",
		"50% complete",
		"en curso",
	],
	done: ["✅ Done", "Complete", "✅ Completed", "☑️ Implemented", "🎉 Shipped", "Finished", "готово", "已完成"],
	blocked: ["⛔ Blocked", "On hold", "⏸️ Paused", "Waiting"],
	dropped: ["🚫 Dropped", "Cancelled", "Superseded", "⏭️ Deferred"],
};
const NONE = ["None", "N/A", "—", "none (it is the first)", "-"];
const THINGS = [
	"ledger",
	"café menu",
	"Größenrechner",
	"журнал",
	"数据表",
	"naïve cache",
	"price list",
	"search index",
	"login page",
	"niño parser",
	"mail queue",
	"export",
];
const NOTES = ["(Atomic)", "(`v2`)", "(Weeks 1-2)"];
/** Stand between blocks and are none of the plan's structure. */
const ASIDES = [
	"<!-- reviewed twice -->",
	"<!--\n### Phase 9: Not here\n\n**Status**: ✅ Done\n-->",
	"````markdown\n### Phase 1: In a fence\n\n```ts\nconst a = 1;\n```\n````",
	"```sh\nnpm run check\n```",
	"~~~\n## Goals\n```\n~~~",
];
const OVERVIEWS = [
	"Customers wait for their figures: naïve pages reload – “slowly”, as they say…",
	"See [the scripts](../package.json) and [the mail](mailto:ana@example.org 'title') of Ana.",
	"```markdown\n# [Feature Name] Implementation Plan\n\n### Phase 7: In a fence\n- [x] Nothing\n```",
	"````text\n```ts\nconst phase = 1;\n```\n````",
	"<!-- Phase 3 was taken out in May. -->",
	"> Somebody said: **Status**: ✅ Done is what we want.",
	"El índice ya existe. Журнал тоже. 已经有了。",
	"1. Read\n\t- Nested with a tab\n2. Write",
];

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Whether plans are to be right in any team's eyes, or in those of the template. */
export type TemplateName = "acid" | "free";

/** How a document is spelled: every accepted way, as far as the template leaves a choice. */
function spellings(template: TemplateName): fc.Arbitrary<PlanSpelling> {
	const isFree = template === "free";
	return fc.record({
		word: (isFree ? oneOf(SERIES) : fc.constant(["Phase", "Phases"] as const)).map(([one, many]) => ({ one, many })),
		separator: isFree ? oneOf(SEPARATORS) : fc.constant(":"),
		level: isFree ? fc.constantFrom(1, 2, 3, 4) : fc.constant(3),
		isBoldHeading: isFree ? fc.boolean() : fc.constant(false),
		sections: fc.record(mapped(SECTIONS)),
		sectionMark: fc.constantFrom("none", "emoji", "number", "closed"),
		fields: fc.record(mapped(FIELDS)),
		hasFiles: fc.boolean(),
		filesForm: fc.constantFrom("list", "notes", "line"),
		hasEstimates: fc.boolean(),
		boxes: fc.record({
			steps: fc.boolean(),
			deliverables: fc.constantFrom("none", "task", "emoji"),
			criteria: fc.boolean(),
		}),
		timeline: isFree
			? fc.constantFrom("table", "list", "bold list", "none")
			: fc.constantFrom("table", "list", "bold list"),
		timelineColumns: fc.record({
			dependencies: fc.boolean(),
			status: fc.boolean(),
			titles: fc.boolean(),
			total: fc.boolean(),
		}),
		planStatusIn: fc.constantFrom("line", "quote", "bullet", "front matter", "nowhere"),
		owner: fc.boolean(),
		separators: fc.boolean(),
		title: fc.constantFrom("atx", "setext", "closed"),
		newline: fc.constantFrom("\n", "\r\n"),
		indent: fc.constantFrom("spaces", "tabs"),
		bullet: fc.constantFrom("-", "*", "+"),
		hasMark: fc.boolean(),
		hasFinalNewline: fc.boolean(),
	}) as fc.Arbitrary<PlanSpelling>;
}

function mapped<Key extends string>(
	table: Readonly<Record<Key, readonly string[]>>,
): Record<Key, fc.Arbitrary<string>> {
	return Object.fromEntries(
		Object.entries<readonly string[]>(table).map(([key, values]) => [key, oneOf(values)]),
	) as Record<Key, fc.Arbitrary<string>>;
}

/** Labels of a series, each the successor of the one before. */
const LABELS: readonly ((at: number) => string)[] = [
	(at) => String(at + 1),
	(at) => String(at),
	(at) => `0${at + 1}`,
	(at) => `2.${at + 1}`,
	(at) => String.fromCharCode(65 + at),
	(at) => `S${at + 1}`,
];

/** What is drawn for a phase before it is known which others it stands among. */
interface RawPhase {
	readonly title: "plain" | "code" | "colon";
	readonly tier: Tier;
	readonly statusIn: PhaseDraft["statusIn"];
	readonly status: number;
	readonly dependsOn: readonly boolean[];
	readonly dependencySpelling: PhaseDraft["dependencySpelling"];
	readonly none: string;
	readonly days: number;
	readonly substeps: readonly boolean[];
	readonly testing: "words" | "command" | "both";
	readonly phrases: PhaseDraft["phrases"];
	readonly blocks: PhaseDraft["blocks"];
	readonly note: string | undefined;
	readonly between: string | undefined;
}

const rawPhase: fc.Arbitrary<RawPhase> = fc.record({
	title: fc.constantFrom("plain", "code", "colon"),
	tier: fc.constantFrom("planned", "planned", "active", "done", "done", "blocked", "dropped"),
	statusIn: fc.record({
		heading: fc.constantFrom(undefined, "mark before", "mark behind", "words behind"),
		line: fc.boolean(),
	}),
	status: fc.nat(),
	dependsOn: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
	dependencySpelling: fc.constantFrom("list", "and", "range", "notes", "titles", "items"),
	none: oneOf(NONE),
	days: fc.integer({ min: 1, max: 5 }),
	substeps: fc.array(fc.boolean(), { minLength: 2, maxLength: 3 }),
	testing: fc.constantFrom("words", "command", "both"),
	phrases: fc.constantFrom("outside", "inside", "period", "plain", "bullet", "heading", "quote", "line", "table"),
	blocks: fc.constantFrom("outside", "inside", "period", "plain", "bullet", "heading"),
	note: fc.option(oneOf(NOTES), { nil: undefined }),
	between: fc.option(oneOf(ASIDES), { nil: undefined }),
}) as fc.Arbitrary<RawPhase>;

/** Plans that are right by construction, in every spelling that the template accepts. */
export function rightPlans(template: TemplateName): fc.Arbitrary<PlanDraft> {
	return fc
		.record({
			things: fc.shuffledSubarray(THINGS, { minLength: 6, maxLength: 6 }),
			phases: fc.array(rawPhase, { minLength: 2, maxLength: 5 }),
			labels: template === "free" ? oneOf(LABELS) : fc.constantFrom(LABELS[0], LABELS[1]),
			spelling: spellings(template),
			status: fc.nat(),
			overview: fc.shuffledSubarray(OVERVIEWS, { minLength: 1, maxLength: 4 }),
			declares: fc.boolean(),
			isOrdered: fc.boolean(),
		})
		.map(({ things, phases: raw, labels, spelling, status, overview, declares, isOrdered }) => {
			const phases: PhaseDraft[] = [];
			for (const [at, each] of raw.entries())
				phases.push(phaseOf(each, at, phases, things[at] ?? "page", labels?.(at) ?? "", declares, isOrdered));
			const tier = tierOf({ phases });
			return {
				title: `${capital(things[5] ?? "page")} Implementation Plan`,
				status: pick(STATUSES[tier], status),
				phases,
				spelling,
				overview,
				goals: [`The ${things[0]} is read in one place`, "Every page shows the same figures"],
			};
		});
}

function phaseOf(
	raw: RawPhase,
	at: number,
	before: readonly PhaseDraft[],
	thing: string,
	label: string,
	declares: boolean,
	isOrdered: boolean,
): PhaseDraft {
	const wanted = declares ? before.flatMap((_, index) => (raw.dependsOn[index] === true ? [index] : [])) : [];
	// What was dropped will never be there, so nothing waits for it.
	const dependsOn = wanted.filter((index) => before[index]?.tier !== "dropped");
	const waitsFor = (isOrdered || dependsOn.length === 0 ? before : dependsOn.map((index) => before[index])).map(
		(other) => other?.tier,
	);
	const isFree = waitsFor.every((tier) => tier === "done" || tier === "dropped");
	const tier = raw.tier === "dropped" || isFree ? raw.tier : "planned";
	const files = [`src/part-${at}/page.ts`, `src/part-${at}/page.test.ts`];
	const title = { plain: `Read the ${thing}`, code: `The \`${thing}\` table`, colon: `${capital(thing)}: its reader` }[
		raw.title
	];
	return {
		label,
		title,
		tier,
		// A dropped phase that nobody says is dropped is open.
		statusIn: tier === "dropped" && raw.statusIn.heading === undefined ? { ...raw.statusIn, line: true } : raw.statusIn,
		status: pick(STATUSES[tier], raw.status),
		dependsOn,
		dependencySpelling: raw.dependencySpelling,
		none: raw.none,
		days: raw.days,
		objective: `Show the ${thing} on one page`,
		steps: raw.substeps.map((has, index) => ({
			text: index === 0 ? `Create \`${files[0]}\`` : `Write part ${index} of the ${thing}`,
			steps: has ? [`Name the columns of the ${thing}`, "Sort them by day"] : [],
		})),
		testing: [
			...(raw.testing === "command" ? [] : [`The ${thing} shows ten rows`]),
			...(raw.testing === "words" ? [] : ["`npm test` passes", "Run `npm run check`"]),
		],
		deliverables: files.map((file) => `\`${file}\``),
		files,
		phrases: raw.phrases,
		blocks: raw.blocks,
		note: raw.note,
		between: raw.between,
	};
}

function pick<T>(values: readonly T[], at: number): T {
	return values[at % values.length] as T;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
