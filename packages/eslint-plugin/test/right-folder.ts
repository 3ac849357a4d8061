import type { Tier } from "@acid-plans/model";
import fc from "fast-check";
import { nameOf, type PlanDraft, planText, tierOf, trackedFiles } from "./right-plan.js";
import { rightPlans, type TemplateName } from "./right-plan-arbitrary.js";

/** A plans folder in which nothing contradicts anything: documents by path, and what git tracks besides. */
export interface RightFolder {
	readonly documents: Readonly<Record<string, string>>;
	readonly tracked: Readonly<Record<string, string>>;
}

/** How one plan names a phase of another. */
const REFERENCES = {
	link: (file: string, title: string, name: string): string => `[${title}](${file}) ${name}`,
	file: (file: string, _: string, name: string): string => `${file} ${name}`,
	title: (_: string, title: string, name: string): string => `${title} ${name}`,
};

/** How an index lists plans; PLAN-FORMAT, "The index". */
type IndexForm = "list" | "grouped" | "table" | "headings" | "nested";

interface Entry {
	readonly file: string;
	readonly title: string;
	readonly status: string;
	readonly tier: Tier;
}

const GROUPS: Readonly<Record<Tier, string>> = {
	planned: "Planned",
	active: "Active Plans",
	done: "Completed Plans",
	blocked: "On Hold",
	dropped: "Cancelled",
};

function indexText(entries: readonly Entry[], form: IndexForm): string {
	const line = ({ file, title, status }: Entry): string => `- [${title}](${file}) - ${status} - what readers see`;
	const blocks: Record<IndexForm, () => readonly string[]> = {
		list: () => ["## Plans", entries.map(line).join("\n")],
		grouped: () =>
			[...new Set(entries.map(({ tier }) => tier))].flatMap((tier) => [
				`## ${GROUPS[tier]}`,
				entries
					.filter((entry) => entry.tier === tier)
					.map(line)
					.join("\n"),
			]),
		table: () => [
			[
				"| Plan | Status |",
				"| --- | --- |",
				...entries.map(({ file, title, status }) => `| [${title}](${file}) | ${status} |`),
			].join("\n"),
		],
		headings: () => entries.flatMap(({ file, title, status }) => [`### [${title}](${file})`, `**Status**: ${status}`]),
		nested: () => [
			entries.map(({ file, title, status }) => `- [${title}](${file})\n  - **Status**: ${status}`).join("\n"),
		],
	};
	return `${["# Plans", ...blocks[form]()].join("\n\n")}\n`;
}

/** The draft under another title, with files of its own. */
function renamed(draft: PlanDraft, name: string): PlanDraft {
	const own = (text: string): string => text.replaceAll("src/part-", `src/${name.toLowerCase()}-`);
	return {
		...draft,
		title: `${name} Implementation Plan`,
		phases: draft.phases.map((phase) => ({
			...phase,
			files: phase.files.map(own),
			deliverables: phase.deliverables.map(own),
			steps: phase.steps.map((step) => ({ ...step, text: own(step.text) })),
		})),
	};
}

/** The draft with everything in it done, as an archived plan is. */
function finished(draft: PlanDraft): PlanDraft {
	return {
		...draft,
		status: "✅ Done",
		// It lies one folder deeper.
		overview: draft.overview.map((block) => block.replace("](../", "](../../")),
		phases: draft.phases.map((phase) => ({ ...phase, tier: "done" as const, status: "✅ Done" })),
	};
}

/** The draft with one more dependency: on a phase of another plan, where one can be waited for. */
function waiting(draft: PlanDraft, on: PlanDraft, file: string, form: keyof typeof REFERENCES, at: number): PlanDraft {
	const index = at % draft.phases.length;
	const phase = draft.phases[index];
	const target = on.phases.findLast(({ tier }) => tier === "done" || (phase?.tier === "planned" && tier !== "dropped"));
	if (!phase || !target) return draft;
	const elsewhere = REFERENCES[form](file, on.title, nameOf(on.spelling, target));
	return { ...draft, phases: draft.phases.map((each) => (each === phase ? { ...phase, elsewhere } : each)) };
}

/** A plan whose phases are the items of a list. */
interface TaskList {
	readonly labels: "dotted" | "T001" | "bracketed";
	readonly ticked: readonly boolean[];
	readonly groups: boolean;
	readonly hasStatus: boolean;
}

function tasksTier({ ticked }: TaskList): Tier {
	return ticked.every(Boolean) ? "done" : ticked.some(Boolean) ? "active" : "planned";
}

const TASK_STATUS: Readonly<Partial<Record<Tier, string>>> = {
	planned: "🟡 Planned",
	active: "🔄 In Progress",
	done: "✅ Done",
};

function taskListText(tasks: TaskList): string {
	const label = (at: number): string =>
		({ dotted: `1.${at + 1}`, T001: `T00${at + 1}`, bracketed: `[P1-T${at + 1}]` })[tasks.labels];
	const items = tasks.ticked.map(
		(is, at) => `- [${is ? "x" : " "}] ${label(at)} Write \`src/tasks/page-${at + 1}.ts\` and its test`,
	);
	const half = Math.ceil(items.length / 2);
	const lists = tasks.groups
		? ["## Setup", items.slice(0, half).join("\n"), "## Pages", items.slice(half).join("\n")]
		: ["## Tasks", items.join("\n")];
	const status = tasks.hasStatus ? [`**Status**: ${TASK_STATUS[tasksTier(tasks)]}`] : [];
	return `${["# Pages by Task", ...status, ...lists].join("\n\n")}\n`;
}

/** A template with its placeholders, as PLAN-FORMAT has it. */
function templateText(labels: "numbers" | "N", extra: boolean): string {
	const heading = (at: number): string => `### Phase ${labels === "N" ? "N" : at}: [Atomic Unit ${at}]`;
	const phase = (at: number): string[] => [
		heading(at),
		"**Objective**: Clear, single-purpose objective",
		"**Depends on**: None",
		"**Steps**:",
		"1. Step 1",
		"**Testing**: How to verify this phase works",
		"**Deliverables**: Concrete outputs",
	];
	return `${[
		"# [Feature Name] Implementation Plan",
		"**Status**: 🟡 Planned",
		"## Overview",
		"Brief description of the feature and its purpose",
		"## Goals",
		"- Goal 1",
		"## Prerequisites",
		"- Required knowledge/skills",
		"## ACID Breakdown",
		...phase(1),
		"---",
		...(extra ? phase(2) : []),
		"## Success Criteria",
		"- How to know when the implementation is complete",
		"## Risks & Mitigation",
		"- Potential issues and how to handle them",
		"## Timeline",
		"- Phase 1: estimated duration for each phase",
	].join("\n\n")}\n`;
}

/**
 * Folders that are right by construction: two plans of which one waits for the other, one with tasks below its phases
 * and one with a rollout in stages, perhaps a list of tasks, an archived plan, a template, and the index of them all.
 */
export function rightFolders(template: TemplateName): fc.Arbitrary<RightFolder> {
	return fc
		.record({
			ledger: rightPlans(template),
			search: rightPlans(template),
			old: rightPlans(template),
			reference: fc.constantFrom("link", "file", "title"),
			waits: fc.nat(),
			hasTasks: fc.boolean(),
			rollout: fc.constantFrom(undefined, "Tier", "Ring", "same"),
			tasks: fc.record({
				labels: fc.constantFrom("dotted", "T001", "bracketed"),
				ticked: fc.array(fc.boolean(), { minLength: 4, maxLength: 6 }),
				groups: fc.boolean(),
				hasStatus: fc.boolean(),
			}) as fc.Arbitrary<TaskList>,
			index: fc.constantFrom("list", "grouped", "table", "headings", "nested") as fc.Arbitrary<IndexForm>,
			archive: fc.constantFrom("archive", "_archive", "done", "completed", "implemented"),
			listsArchived: fc.boolean(),
			placeholders: fc.constantFrom("numbers", "N"),
			templateFile: fc.constantFrom("TEMPLATE.md", "feature-template.md", "_plan.md"),
		})
		.map((raw) => {
			const ledger = {
				...renamed(raw.ledger, "Ledger"),
				rollout:
					raw.rollout === undefined
						? undefined
						: {
								word: raw.rollout === "same" ? raw.ledger.spelling.word.one : raw.rollout,
								titles: ["Ten readers", "Every reader"],
							},
			};
			const searching = waiting(renamed(raw.search, "Search"), ledger, "ledger.md", raw.reference as "link", raw.waits);
			const isDeep = searching.spelling.level < 4;
			const search = {
				...searching,
				phases: searching.phases.map((phase) =>
					raw.hasTasks && isDeep ? { ...phase, tasks: ["First page", "Second page"] } : phase,
				),
			};
			const old = finished(renamed(raw.old, "Export"));
			const archived = `${raw.archive}/export.md`;
			const entryOf = (file: string, draft: PlanDraft): Entry => ({
				file,
				title: draft.title,
				status: draft.status,
				tier: tierOf(draft),
			});
			const isListed = template === "free";
			const tasksTierNow = tasksTier(raw.tasks);
			const entries = [
				entryOf("ledger.md", ledger),
				entryOf("search.md", search),
				...(isListed
					? [
							{
								file: "tasks.md",
								title: "Pages by Task",
								status: TASK_STATUS[tasksTierNow] ?? "",
								tier: tasksTierNow,
							},
						]
					: []),
				...(raw.listsArchived ? [entryOf(archived, old)] : []),
			];
			return {
				documents: {
					"plans/ledger.md": planText(ledger),
					"plans/search.md": planText(search),
					...(isListed && { "plans/tasks.md": taskListText(raw.tasks) }),
					[`plans/${archived}`]: planText(old),
					[`plans/${raw.templateFile}`]: templateText(raw.placeholders as "N", raw.hasTasks),
					"plans/README.md": indexText(entries, raw.index),
				},
				tracked: {
					...trackedFiles(ledger),
					...trackedFiles(search),
					...trackedFiles(old),
					...Object.fromEntries(raw.tasks.ticked.map((_, at) => [`src/tasks/page-${at + 1}.ts`, ""])),
				},
			};
		});
}
