import type { Tier } from "@acid-plans/model";

/** How the fields of a phase are written; PLAN-FORMAT, "Fields may be written as". */
export type FieldSpelling =
	"outside" | "inside" | "period" | "plain" | "bullet" | "heading" | "quote" | "line" | "table";

/** How a dependency on several phases is told. */
export type DependencySpelling = "list" | "and" | "range" | "notes" | "titles" | "items";

/** A step, with its own steps. */
export interface StepDraft {
	readonly text: string;
	readonly steps: readonly string[];
}

/** A phase as it is meant; nothing in it contradicts another part of its plan. */
export interface PhaseDraft {
	readonly label: string;
	readonly title: string;
	/** How far it is. */
	readonly tier: Tier;
	/** Where that is written; nowhere: the boxes alone tell. */
	readonly statusIn: {
		readonly heading: "mark before" | "mark behind" | "words behind" | undefined;
		readonly line: boolean;
	};
	/** How the status line and the row of the timeline put it. */
	readonly status: string;
	/** Places of the phases that it depends on. */
	readonly dependsOn: readonly number[];
	/** A phase of another plan that it depends on, as it is written. */
	readonly elsewhere?: string | undefined;
	/** Titles of tasks, a series of its own below the phase. */
	readonly tasks?: readonly string[] | undefined;
	readonly dependencySpelling: DependencySpelling;
	readonly none: string;
	readonly days: number;
	readonly objective: string;
	readonly steps: readonly StepDraft[];
	readonly testing: readonly string[];
	readonly deliverables: readonly string[];
	readonly files: readonly string[];
	/** How the short fields are written, and how those that hold lists are. */
	readonly phrases: FieldSpelling;
	readonly blocks: Exclude<FieldSpelling, "quote" | "line" | "table">;
	/** Behind the title, in brackets: no status. */
	readonly note: string | undefined;
	/** Stands between the fields and means nothing. */
	readonly between: string | undefined;
}

/** What is the same all over a plan. */
export interface PlanSpelling {
	readonly word: { readonly one: string; readonly many: string };
	/** Between label and title, the space before it included. */
	readonly separator: string;
	readonly level: 1 | 2 | 3 | 4;
	readonly isBoldHeading: boolean;
	readonly sections: Readonly<Record<SectionKey, string>>;
	/** Around the headings of sections. */
	readonly sectionMark: "none" | "emoji" | "number" | "closed";
	readonly fields: Readonly<Record<FieldKey, string>>;
	readonly hasFiles: boolean;
	readonly filesForm: "list" | "notes" | "line";
	readonly hasEstimates: boolean;
	/** Which lists have boxes. */
	readonly boxes: {
		readonly steps: boolean;
		readonly deliverables: "none" | "task" | "emoji";
		readonly criteria: boolean;
	};
	readonly timeline: "table" | "list" | "bold list" | "none";
	readonly timelineColumns: {
		readonly dependencies: boolean;
		readonly status: boolean;
		readonly titles: boolean;
		readonly total: boolean;
	};
	/** Where the status of the plan is written. */
	readonly planStatusIn: "line" | "quote" | "bullet" | "front matter" | "nowhere";
	readonly owner: boolean;
	readonly separators: boolean;
	readonly title: "atx" | "setext" | "closed";
	readonly newline: "\n" | "\r\n";
	readonly indent: "spaces" | "tabs";
	readonly bullet: "-" | "*" | "+";
	readonly hasMark: boolean;
	readonly hasFinalNewline: boolean;
}

export type SectionKey =
	"overview" | "goals" | "prerequisites" | "breakdown" | "successCriteria" | "risks" | "timeline";
export type FieldKey = "objective" | "dependsOn" | "files" | "steps" | "testing" | "deliverables" | "estimate";

/** A plan as it is meant. */
export interface PlanDraft {
	readonly title: string;
	readonly status: string;
	readonly phases: readonly PhaseDraft[];
	readonly spelling: PlanSpelling;
	/** The paragraphs and fences of the overview. */
	readonly overview: readonly string[];
	readonly goals: readonly string[];
	/** Titles of another series, with its word, in a section of its own. */
	readonly rollout?: { readonly word: string; readonly titles: readonly string[] } | undefined;
}

const MARKS: Readonly<Record<Tier, string>> = { planned: "📋", active: "🔄", done: "✅", blocked: "⛔", dropped: "🚫" };
const WORDS: Readonly<Record<Tier, string>> = {
	planned: "(planned)",
	active: "— IN PROGRESS",
	done: "✅ COMPLETED",
	blocked: "— ON HOLD",
	dropped: "— DEFERRED",
};
const SECTION_EMOJI = "🎯";

/** What is left to do of a plan: the status that its phases add up to. */
export function tierOf({ phases }: Pick<PlanDraft, "phases">): Tier {
	const tiers = phases.map(({ tier }) => tier).filter((tier) => tier !== "dropped");
	if (tiers.length > 0 && tiers.every((tier) => tier === "done")) return "done";
	return tiers.every((tier) => tier === "planned") ? "planned" : "active";
}

/** The text of a plan, in the spelling that it asks for. */
export function planText(draft: PlanDraft): string {
	const { spelling, phases } = draft;
	const sectionLevel = Math.min(2, spelling.level);
	const blocks: string[] = [...headOf(draft)];
	let number = 0;
	const section = (key: SectionKey, content: readonly string[]): void => {
		number += 1;
		const title = spelling.sections[key];
		const marked = {
			none: title,
			emoji: `${SECTION_EMOJI} ${title}`,
			number: `${number}. ${title}`,
			closed: `${title} ${"#".repeat(sectionLevel)}`,
		}[spelling.sectionMark];
		blocks.push(`${"#".repeat(sectionLevel)} ${marked}`, ...content);
	};
	section("overview", draft.overview);
	section("goals", [listOf(draft.goals, spelling)]);
	section("prerequisites", [listOf(["The repository builds"], spelling)]);
	if (spelling.level > 2) section("breakdown", []);
	phases.forEach((phase, at) => {
		if (at > 0 && spelling.separators) blocks.push("---");
		blocks.push(...phaseBlocks(draft, phase));
	});
	if (draft.rollout) {
		const { word, titles } = draft.rollout;
		const mark = "#".repeat(sectionLevel);
		blocks.push(`${mark} Rollout`);
		for (const [at, title] of titles.entries())
			blocks.push(`${mark}# ${word} ${at + 1}: ${title}`, "It follows when the one before was seen for a week.");
	}
	const isDone = tierOf(draft) === "done";
	const box = spelling.boxes.criteria ? (isDone ? "[x] " : "[ ] ") : "";
	section("successCriteria", [
		listOf([`${box}Readers see the same figures on every page`, `${box}No page is slower than before`], spelling),
	]);
	section("risks", [listOf(["The old export is slow: it is run at night"], spelling)]);
	if (spelling.timeline !== "none") section("timeline", timelineOf(draft));
	const text = blocks.join("\n\n") + (spelling.hasFinalNewline ? "\n" : "");
	return (spelling.hasMark ? "\uFEFF" : "") + text.replaceAll("\n", spelling.newline);
}

/** Word and label of a phase as a reader says them. */
export function nameOf({ word }: PlanSpelling, { label }: PhaseDraft): string {
	return `${word.one} ${label}`;
}

/** How many days the timeline of a plan comes to. */
export function daysOf(draft: Pick<PlanDraft, "phases">): number {
	return draft.phases.reduce((sum, { days }) => sum + days, 0);
}

function headOf({ title, status, spelling }: PlanDraft): string[] {
	const front =
		spelling.planStatusIn === "front matter"
			? ["---", `status: ${status}`, ...(spelling.owner ? ["owner: ana"] : []), "---"].join("\n")
			: undefined;
	const heading = { atx: `# ${title}`, setext: `${title}\n${"=".repeat(12)}`, closed: `# ${title} #` }[spelling.title];
	const owner = spelling.owner ? "**Owner**: Ana Müller" : undefined;
	const lines: Record<PlanSpelling["planStatusIn"], string | undefined> = {
		line: [`**Status**: ${status}`, owner].filter(Boolean).join(" | "),
		quote: [`> **Status**: ${status}`, owner && `> ${owner}`].filter(Boolean).join("\n"),
		bullet: [`${spelling.bullet} **Status**: ${status}`, owner && `${spelling.bullet} ${owner}`]
			.filter(Boolean)
			.join("\n"),
		"front matter": undefined,
		nowhere: owner,
	};
	return [front, heading, lines[spelling.planStatusIn]].filter((block) => block !== undefined);
}

function phaseHeading(draft: PlanDraft, phase: PhaseDraft): string {
	const { spelling } = draft;
	const { heading } = phase.statusIn;
	const name = `${nameOf(spelling, phase)}${spelling.separator} ${phase.title}`;
	const parts = [
		heading === "mark before" && MARKS[phase.tier],
		spelling.isBoldHeading ? `**${name}**` : name,
		phase.note,
		heading === "mark behind" && MARKS[phase.tier],
		heading === "words behind" && WORDS[phase.tier],
	];
	return `${"#".repeat(spelling.level)} ${parts.filter(Boolean).join(" ")}`;
}

function phaseBlocks(draft: PlanDraft, phase: PhaseDraft): string[] {
	const { spelling } = draft;
	const { fields } = spelling;
	const phrases: [label: string, value: string][] = [[fields.objective, phase.objective]];
	const isList = phase.dependencySpelling === "items" && (phase.dependsOn.length > 0 || phase.elsewhere !== undefined);
	if (hasDependencies(draft) && !isList) phrases.push([fields.dependsOn, dependencyText(draft, phase)]);
	const status: [string, string][] = phase.statusIn.line ? [["Status", phase.status]] : [];
	const estimate: [string, string][] = spelling.hasEstimates ? [[fields.estimate, daysText(phase.days)]] : [];
	const blocks: [label: string, list: string][] = [];
	if (isList) blocks.push([fields.dependsOn, listOf(dependencyText(draft, phase).split(", "), spelling)]);
	if (spelling.hasFiles) blocks.push([fields.files, filesOf(phase, spelling)]);
	blocks.push(
		[fields.steps, stepsOf(phase, spelling)],
		[fields.testing, listOf(phase.testing, spelling)],
		[fields.deliverables, deliverablesOf(phase, spelling)],
	);
	const isHeadings = phase.blocks === "heading" || phase.phrases === "heading";
	const mark = "#".repeat(spelling.level + 1);
	const written = isHeadings
		? [
				...[...status, ...estimate].map(([label, value]) => `**${label}**: ${value}`),
				...phrases.flatMap(([label, value]) => [`${mark} ${label}`, value]),
				...blocks.flatMap(([label, list]) => [`${mark} ${label}`, list]),
			]
		: [
				...writePhrases([...phrases, ...status, ...estimate], phase.phrases, spelling),
				...writeBlocks(blocks, phase.blocks, spelling),
			];
	if (phase.between !== undefined) written.splice(1, 0, phase.between);
	for (const [at, title] of (phase.tasks ?? []).entries())
		written.push(
			`${mark} Task ${phase.label}.${at + 1}: ${title}`,
			`It is done when the ${title.toLowerCase()} is seen.`,
		);
	return [phaseHeading(draft, phase), ...written];
}

function writePhrases(fields: readonly [string, string][], form: FieldSpelling, { bullet }: PlanSpelling): string[] {
	const bold = fields.map(([label, value]) => `**${label}**: ${value}`);
	switch (form) {
		case "inside":
			return fields.map(([label, value]) => `**${label}:** ${value}`);
		case "period":
			return fields.map(([label, value]) => `**${label}.** ${value}`);
		case "plain":
			return fields.map(([label, value]) => `${label}: ${value}`);
		case "bullet":
			return [bold.map((field) => `${bullet} ${field}`).join("\n")];
		case "quote":
			return [bold.map((field) => `> ${field}`).join("\n")];
		case "line":
			return [bold.join(" | ")];
		case "table":
			return [
				["| Field | Value |", "| --- | --- |", ...fields.map(([label, value]) => `| **${label}** | ${value} |`)].join(
					"\n",
				),
			];
		default:
			return bold;
	}
}

function writeBlocks(
	fields: readonly [string, string][],
	form: PhaseDraft["blocks"],
	spelling: PlanSpelling,
): string[] {
	switch (form) {
		case "inside":
			return fields.flatMap(([label, list]) => [`**${label}:**`, list]);
		case "period":
			return fields.flatMap(([label, list]) => [`**${label}.**`, list]);
		case "plain":
			return fields.flatMap(([label, list]) => [`${label}:`, list]);
		case "bullet":
			return [
				fields.map(([label, list]) => `${spelling.bullet} **${label}**:\n${indented(list, spelling)}`).join("\n"),
			];
		default:
			return fields.flatMap(([label, list]) => [`**${label}**:`, list]);
	}
}

function indented(text: string, { indent }: PlanSpelling): string {
	const margin = indent === "tabs" ? "\t" : "  ";
	return text
		.split("\n")
		.map((line) => (line === "" ? "" : margin + line))
		.join("\n");
}

function listOf(items: readonly string[], { bullet }: PlanSpelling): string {
	return items.map((item) => `${bullet} ${item}`).join("\n");
}

/** Whether the steps and deliverables at a place are done: all of them, none, or the first. */
function isTicked(tier: Tier, at: number): boolean {
	return tier === "done" || ((tier === "active" || tier === "blocked") && at === 0);
}

function stepsOf({ steps, tier }: PhaseDraft, { boxes, indent, bullet }: PlanSpelling): string {
	const hasBoxes = boxes.steps && tier !== "dropped";
	const margin = indent === "tabs" ? "\t" : "   ";
	return steps
		.flatMap((step, at) => {
			const box = hasBoxes ? (isTicked(tier, at) ? "[x] " : "[ ] ") : "";
			return [`${at + 1}. ${box}${step.text}`, ...step.steps.map((each) => `${margin}${bullet} ${box}${each}`)];
		})
		.join("\n");
}

function deliverablesOf({ deliverables, tier }: PhaseDraft, spelling: PlanSpelling): string {
	const kind = tier === "dropped" ? "none" : spelling.boxes.deliverables;
	// Where the steps have boxes too, the last thing to be delivered stays open until the phase is done.
	const boxOf = (at: number): string => {
		const ticked = isTicked(tier, spelling.boxes.steps ? at + 1 : at);
		if (kind === "task") return ticked ? "[x] " : "[ ] ";
		return kind === "emoji" ? (ticked ? "✅ " : "⬜ ") : "";
	};
	return listOf(
		deliverables.map((each, at) => boxOf(at) + each),
		spelling,
	);
}

function filesOf({ files }: PhaseDraft, spelling: PlanSpelling): string {
	if (spelling.filesForm === "list")
		return listOf(
			files.map((file) => `Create: \`${file}\``),
			spelling,
		);
	return listOf(
		files.map((file) => (spelling.filesForm === "notes" ? `\`${file}\` (NEW)` : `\`${file}\``)),
		spelling,
	);
}

export function hasDependencies({ phases }: Pick<PlanDraft, "phases">): boolean {
	return phases.some(({ dependsOn, elsewhere }) => dependsOn.length > 0 || elsewhere !== undefined);
}

function dependencyText(draft: PlanDraft, phase: PhaseDraft): string {
	if (phase.elsewhere === undefined) return ownDependencies(draft, phase);
	return phase.dependsOn.length === 0 ? phase.elsewhere : `${ownDependencies(draft, phase)}, ${phase.elsewhere}`;
}

function ownDependencies({ phases, spelling }: PlanDraft, phase: PhaseDraft): string {
	const on = phase.dependsOn.map((at) => phases[at]).filter((other) => other !== undefined);
	const names = on.map((other) => nameOf(spelling, other));
	const [first, ...others] = on;
	if (!first) return phase.none;
	const last = others.at(-1);
	const isRange =
		last !== undefined && /^\d$/.test(first.label) && Number(last.label) - Number(first.label) === others.length;
	switch (phase.dependencySpelling) {
		case "and":
			return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join();
		case "range":
			return isRange ? `${spelling.word.many} ${first.label}-${last.label}` : names.join(", ");
		case "notes":
			return names.map((name) => `${name} (its figures)`).join(", ");
		case "titles":
			return on.map((other) => `${nameOf(spelling, other)}: ${other.title}`).join(", ");
		default:
			return names.join(", ");
	}
}

function daysText(days: number): string {
	return days === 1 ? "1 day" : `${days} days`;
}

function timelineOf(draft: PlanDraft): string[] {
	const { phases, spelling } = draft;
	const { timelineColumns: columns } = spelling;
	const total = daysText(daysOf(draft));
	const titled = (phase: PhaseDraft): string =>
		columns.titles ? `${nameOf(spelling, phase)}: ${phase.title}` : nameOf(spelling, phase);
	if (spelling.timeline !== "table") {
		const mark = spelling.timeline === "bold list" ? "**" : "";
		const rows = phases.map((phase) => {
			const name = nameOf(spelling, phase);
			if (!columns.titles) return `${mark}${name}${mark}: ${daysText(phase.days)}`;
			return mark === ""
				? `${name} (${phase.title}): ${daysText(phase.days)}`
				: `${name}: ${phase.title} (${daysText(phase.days)})`;
		});
		return [listOf([...rows, ...(columns.total ? [`**Total**: ${total}`] : [])], spelling)];
	}
	const withDependencies = columns.dependencies && hasDependencies(draft);
	const isStatusKnown =
		columns.status && phases.every(({ statusIn }) => statusIn.line || statusIn.heading !== undefined);
	const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
	const cells = (name: string, duration: string, dependencies: string, status: string): string =>
		row([name, duration, ...(withDependencies ? [dependencies] : []), ...(isStatusKnown ? [status] : [])]);
	return [
		[
			cells(spelling.word.one, "Duration", "Dependencies", "Status"),
			cells("---", "---", "---", "---"),
			...phases.map((phase) =>
				cells(
					titled(phase),
					daysText(phase.days),
					dependencyText(draft, { ...phase, dependencySpelling: "list" }),
					phase.status,
				),
			),
			...(columns.total ? [cells("**Total**", `**${total}**`, "", "")] : []),
		].join("\n"),
	];
}

/** What git tracks beside the plans: what done and begun phases created, and the scripts that their tests run. */
export function trackedFiles(
	{ phases }: PlanDraft,
	tiers: readonly Tier[] = ["active", "done", "blocked", "dropped"],
): Readonly<Record<string, string>> {
	const written = phases.filter(({ tier }) => tiers.includes(tier)).flatMap(({ files }) => files);
	return {
		"package.json": JSON.stringify({ scripts: { test: "vitest", check: "tsc" } }),
		...Object.fromEntries(written.map((file) => [file, ""])),
	};
}
