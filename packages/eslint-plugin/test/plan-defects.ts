import { daysOf, nameOf, type PhaseDraft, type PlanDraft, planText } from "./right-plan.js";

/** One thing that is wrong with a plan. */
export interface PlanDefect {
	/** Ends the sentence "a plan …". */
	readonly name: string;
	/** Rules of which one must tell of it. */
	readonly rules: readonly string[];
	/** Rules that may tell of what follows from it. */
	readonly alsoAllowed?: readonly string[];
	/** The text with the defect; `undefined`: this plan cannot have it. */
	readonly apply: (draft: PlanDraft) => string | undefined;
}

/** The plan with one of its phases changed. */
function withPhase(draft: PlanDraft, at: number, change: Partial<PhaseDraft>): PlanDraft {
	return { ...draft, phases: draft.phases.map((phase, index) => (index === at ? { ...phase, ...change } : phase)) };
}

/** The last phase, and where it stands: what is broken there breaks nothing behind it. */
function lastOf({ phases }: PlanDraft): { readonly at: number; readonly last: PhaseDraft } {
	const at = phases.length - 1;
	const last = phases[at];
	if (!last) throw new Error("A right plan has phases.");
	return { at, last };
}

/** Replaces the only occurrence of a text; `undefined` where it stands elsewhere too. */
function replaced(text: string, old: string, by: string): string | undefined {
	const parts = text.split(old);
	return parts.length === 2 ? parts.join(by) : undefined;
}

/** Before the text: the plan's own newlines. */
function lines(draft: PlanDraft, ...texts: readonly string[]): string {
	return texts.join(draft.spelling.newline);
}

/** Whether the status of a phase is written so that nobody takes it for decoration. */
const isKnown = ({ statusIn }: PhaseDraft): boolean => statusIn.line || statusIn.heading === "words behind";

/** Every kind of defect that a right plan can get by one change. */
export const PLAN_DEFECTS: readonly PlanDefect[] = [
	{
		name: "skips a number",
		rules: ["phase-numbering"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			return planText(withPhase(draft, at, { label: String(Number(last.label) + 2) }));
		},
	},
	{
		name: "has a number twice",
		rules: ["phase-numbering"],
		alsoAllowed: [
			"timeline-agreement",
			"valid-dependencies",
			"status-order",
			"no-dependency-cycles",
			"status-agreement",
		],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			const before = draft.phases[at - 1];
			// A phase that was dropped may keep its number beside the one that took its place.
			if (!before || before.tier === "dropped" || last.tier === "dropped") return undefined;
			return planText(withPhase(draft, at, { label: before.label }));
		},
	},
	{
		name: "has a phase without a number",
		rules: ["no-ignored-content"],
		alsoAllowed: [
			"phase-numbering",
			"timeline-agreement",
			"valid-dependencies",
			"require-phase-fields",
			"no-duplicate-sections",
			"all-or-nothing",
			"section-content",
			"status-agreement",
		],
		apply: (draft) => {
			const { last } = lastOf(draft);
			return replaced(
				planText(draft),
				`${nameOf(draft.spelling, last)}: ${last.title}`,
				`${draft.spelling.word.one}: ${last.title}`,
			);
		},
	},
	{
		name: "depends on a phase that it does not have",
		rules: ["valid-dependencies"],
		alsoAllowed: ["timeline-agreement"],
		apply: (draft) => {
			if (!draft.phases.some(({ dependsOn }, at) => at !== 1 && dependsOn.length > 0)) return undefined;
			return planText(withPhase(draft, 1, { dependsOn: [], none: `${draft.spelling.word.one} 9` }));
		},
	},
	{
		name: "depends on a later phase",
		rules: ["valid-dependencies"],
		alsoAllowed: ["timeline-agreement", "status-order", "no-dependency-cycles"],
		apply: (draft) => {
			// Where the later phase waits for this one, it is a circle.
			if (!draft.phases.some(({ dependsOn }) => dependsOn.length > 0) || draft.phases[1]?.dependsOn.includes(0))
				return undefined;
			return planText(withPhase(draft, 0, { dependsOn: [1], dependencySpelling: "list" }));
		},
	},
	{
		name: "goes round in a circle",
		rules: ["no-dependency-cycles"],
		alsoAllowed: ["timeline-agreement", "status-order", "valid-dependencies"],
		apply: (draft) =>
			draft.phases[1]?.dependsOn.includes(0)
				? planText(withPhase(draft, 0, { dependsOn: [1], dependencySpelling: "list" }))
				: undefined,
	},
	{
		name: "has a done phase that waits for an open one",
		rules: ["status-order"],
		alsoAllowed: ["status-agreement", "timeline-agreement"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			if (
				last.dependsOn.length === 0 ||
				last.tier !== "planned" ||
				!last.dependsOn.some((on) => draft.phases[on]?.tier !== "done")
			)
				return undefined;
			const open = last.dependsOn
				.map((on) => draft.phases[on])
				.find((phase) => phase !== undefined && phase.tier !== "done");
			if (!open || !isKnown(open)) return undefined;
			return planText(
				withPhase(draft, at, { tier: "done", status: "✅ Done", statusIn: { heading: undefined, line: true } }),
			);
		},
	},
	{
		name: "says two things of a phase",
		rules: ["status-agreement"],
		alsoAllowed: ["status-order", "all-or-nothing"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			if (last.tier !== "planned") return undefined;
			return planText(withPhase(draft, at, { status: "✅ Done", statusIn: { heading: "words behind", line: true } }));
		},
	},
	{
		name: "is done although a phase is open",
		rules: ["status-agreement"],
		alsoAllowed: ["all-or-nothing"],
		apply: (draft) => {
			const isOpen = draft.phases.some(
				(phase) => isKnown(phase) && (phase.tier === "planned" || phase.tier === "active"),
			);
			return isOpen && draft.spelling.planStatusIn !== "nowhere"
				? planText({ ...draft, status: "✅ Done" })
				: undefined;
		},
	},
	{
		name: "has a status whose mark says another thing than its words",
		rules: ["valid-status"],
		apply: (draft) =>
			draft.spelling.planStatusIn === "line" ? planText({ ...draft, status: "✅ In Progress" }) : undefined,
	},
	{
		name: "has a status that nobody knows",
		rules: ["valid-status"],
		apply: (draft) => (draft.spelling.planStatusIn === "line" ? planText({ ...draft, status: "Complted" }) : undefined),
	},
	{
		name: "has a ticked box over an open one",
		rules: ["all-or-nothing"],
		alsoAllowed: ["status-order"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			if (!draft.spelling.boxes.steps || (last.tier !== "planned" && last.tier !== "active")) return undefined;
			const marked = planText(
				withPhase(draft, at, {
					steps: [...last.steps, { text: "Look at the whole", steps: ["Look at the left half"] }],
				}),
			);
			return replaced(marked, "[ ] Look at the whole", "[x] Look at the whole");
		},
	},
	{
		name: "has a done phase with an open box",
		rules: ["all-or-nothing"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			if (!draft.spelling.boxes.steps || last.tier !== "done" || !isKnown(last)) return undefined;
			const marked = planText(
				withPhase(draft, at, { steps: [...last.steps, { text: "Look at the whole", steps: [] }] }),
			);
			return replaced(marked, "[x] Look at the whole", "[ ] Look at the whole");
		},
	},
	{
		name: "has a done phase that left nothing behind",
		rules: ["existing-deliverables"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			if (last.tier !== "done" || !isKnown(last)) return undefined;
			const path = "src/never/there.ts";
			return planText(
				withPhase(draft, at, {
					deliverables: [...last.deliverables, `\`${path}\``],
					files: draft.spelling.hasFiles ? [...last.files, path] : last.files,
				}),
			);
		},
	},
	{
		name: "has a row of the timeline with another title",
		rules: ["timeline-agreement"],
		apply: (draft) => {
			const { last } = lastOf(draft);
			const { spelling } = draft;
			// In brackets it may be a remark on the phase.
			if (!spelling.timelineColumns.titles || spelling.timeline === "list") return undefined;
			const [before, title] = [spelling.timeline === "table" ? "|" : spelling.bullet, `${nameOf(spelling, last)}: `];
			return replaced(planText(draft), `${before} ${title}${last.title}`, `${before} ${title}Paint the kitchen`);
		},
	},
	{
		name: "has a timeline that does not add up",
		rules: ["timeline-agreement"],
		apply: (draft) => {
			if (!draft.spelling.timelineColumns.total) return undefined;
			const days = daysOf(draft);
			const text = planText(draft);
			return text.includes("**Total**")
				? text.replace(/(\*\*Total\*\*(?:: | \| \*\*))\d+ days/, `$1${days + 40} days`)
				: undefined;
		},
	},
	{
		name: "has template text left in it",
		rules: ["no-placeholders"],
		apply: (draft) => planText(withPhase(draft, lastOf(draft).at, { objective: "TBD" })),
	},
	{
		name: "has text in the wrong charset",
		rules: ["no-mojibake"],
		apply: (draft) => planText({ ...draft, goals: [...draft.goals, "The cafÃ© is open"] }),
	},
	{
		name: "swallows a phase",
		rules: ["no-swallowed-phases"],
		alsoAllowed: [
			"require-sections",
			"timeline-agreement",
			"valid-dependencies",
			"phase-numbering",
			"require-phase-fields",
			"status-agreement",
			"all-or-nothing",
			"no-ignored-content",
			"section-content",
		],
		apply: (draft) => {
			if (draft.phases.some(({ between }) => between !== undefined)) return undefined;
			return planText(withPhase(draft, 0, { between: "```ts\nconst open = true;" }));
		},
	},
	{
		name: "has a section twice",
		rules: ["no-duplicate-sections"],
		apply: (draft) => {
			const text = planText(draft);
			const heading = `## ${draft.spelling.sections.goals}`;
			return draft.spelling.sectionMark === "none"
				? `${text.trimEnd()}${lines(draft, "", "", heading, "", "- Again", "")}`
				: undefined;
		},
	},
	{
		name: "has a field twice",
		rules: ["no-duplicate-sections"],
		alsoAllowed: ["timeline-agreement"],
		apply: (draft) => {
			const { last } = lastOf(draft);
			if (last.phrases !== "outside" || last.blocks === "heading") return undefined;
			const field = `**${draft.spelling.fields.objective}**: ${last.objective}`;
			return replaced(planText(draft), field, lines(draft, field, "", field));
		},
	},
	{
		name: "lacks a section",
		rules: ["require-sections"],
		apply: (draft) =>
			draft.spelling.sectionMark === "none"
				? replaced(
						planText(draft),
						`## ${draft.spelling.sections.risks}${draft.spelling.newline}`,
						draft.spelling.newline,
					)
				: undefined,
	},
	{
		name: "has an empty section",
		rules: ["section-content"],
		apply: (draft) => replaced(planText(draft), `${draft.spelling.bullet} The repository builds`, ""),
	},
	{
		name: "lacks a field",
		rules: ["require-phase-fields"],
		apply: (draft) => {
			const { last } = lastOf(draft);
			if (last.phrases !== "outside" || last.blocks === "heading" || last.tier === "dropped") return undefined;
			return replaced(
				planText(draft),
				`**${draft.spelling.fields.objective}**: ${last.objective}${draft.spelling.newline}`,
				"",
			);
		},
	},
	{
		name: "has an optional step",
		rules: ["no-conditional-scope"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			if (last.tier === "done" || last.tier === "dropped") return undefined;
			return planText(
				withPhase(draft, at, { steps: [...last.steps, { text: "Paint the page (optional)", steps: [] }] }),
			);
		},
	},
	{
		name: "has two phases at once that create one file",
		rules: ["no-write-conflicts"],
		apply: (draft) => {
			const open = draft.phases.flatMap((phase, at) =>
				phase.tier === "planned" && phase.dependsOn.length === 0 ? [at] : [],
			);
			const [first, second] = open;
			const hasEdges = draft.phases.some(({ dependsOn }) => dependsOn.length > 0);
			if (first === undefined || second === undefined || !hasEdges) return undefined;
			const path = draft.phases[first]?.files[0] ?? "";
			const steps = [{ text: `Create \`${path}\``, steps: [] }];
			return planText(withPhase(draft, second, { files: [path], steps, deliverables: [`\`${path}\``] }));
		},
	},
	{
		name: "has a title that ends otherwise",
		rules: ["plan-title"],
		apply: (draft) => planText({ ...draft, title: "How we read the mail queue" }),
	},
	{
		name: "has a phase under another word",
		rules: ["phase-heading"],
		alsoAllowed: [
			"phase-numbering",
			"timeline-agreement",
			"valid-dependencies",
			"no-ignored-content",
			"require-phase-fields",
			"no-duplicate-sections",
			"status-agreement",
		],
		apply: (draft) =>
			planText({ ...draft, spelling: { ...draft.spelling, word: { one: "Milestone", many: "Milestones" } } }),
	},
	{
		name: "goes on under another word",
		rules: ["phase-heading"],
		alsoAllowed: ["timeline-agreement"],
		apply: (draft) => {
			const { last } = lastOf(draft);
			return replaced(
				planText(draft),
				`${nameOf(draft.spelling, last)}: ${last.title}`,
				`Milestone ${last.label}: ${last.title}`,
			);
		},
	},
	{
		name: "has phases at another level",
		rules: ["phase-heading"],
		apply: (draft) => planText({ ...draft, spelling: { ...draft.spelling, level: 4 } }),
	},
	{
		name: "keeps what a merge left",
		rules: ["no-conflict-markers"],
		apply: (draft) => planText({ ...draft, overview: ["<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> topic"] }),
	},
	{
		name: "hides a status behind a character that nobody sees",
		rules: ["no-hidden-characters"],
		alsoAllowed: ["no-ignored-content"],
		apply: (draft) =>
			draft.spelling.planStatusIn === "line"
				? replaced(planText(draft), `**Status**: ${draft.status}`, `**Sta\u200Btus**: ${draft.status}`)
				: undefined,
	},
	{
		name: "names a path of one machine",
		rules: ["no-machine-paths"],
		apply: (draft) => planText({ ...draft, overview: ["Look at `/Users/ana/projects/page/src/a.ts` first."] }),
	},
	{
		name: "links to what is not there",
		rules: ["valid-links"],
		apply: (draft) => planText({ ...draft, overview: ["See [the notes](notes-of-may.md) and [the end](#the-end)."] }),
	},
	{
		name: "names a command that the repository does not have",
		rules: ["existing-commands"],
		apply: (draft) => {
			const { at, last } = lastOf(draft);
			return last.tier === "planned" ? planText(withPhase(draft, at, { testing: ["Run `npm run fly`"] })) : undefined;
		},
	},
];
