import fc from "fast-check";
import { lintPlan, type RulesToRun } from "./lint-plan.js";

/** A phase of a folder of plans that is drawn by chance. Its key is its name in whatever form the folder is written. */
export interface DrawnPhase {
	readonly key: string;
	readonly title: string;
	readonly done: boolean;
	readonly writes: readonly { readonly verb: "Create" | "Modify" | "Delete"; readonly path: string }[];
	readonly reads: readonly string[];
	/** Keys of phases of the folder. */
	readonly on: readonly string[];
}

export interface DrawnPlan {
	/** Without `.md`. */
	readonly name: string;
	readonly phases: readonly DrawnPhase[];
	/** The label of the first phase. */
	readonly start: number;
}

/** A finding, in words that do not depend on how the folder is written. */
export interface FolderFinding {
	readonly rule: string;
	readonly messageId: string | undefined;
	/** The key of the phase it stands in; empty above the first one. */
	readonly phase: string;
	/** The keys of the other phases that its message names with their places. */
	readonly others: readonly string[];
	readonly message: string;
}

const PATHS = ["src/a.ts", "src/b.ts", "src/deep/c.ts", "lib/d.ts", "src/**/*.ts", "lib/"];
const TITLES = ["Store", "Parser", "Cache", "Reader", "Index", "Screen", "Report", "Export"];

/** Words for phases, a draw without repetition for each plan. */
export const titlesArbitrary: fc.Arbitrary<string[]> = fc.shuffledSubarray(TITLES, { minLength: 4, maxLength: 4 });

/** Folders of plans under way that write some of the same paths, with dependencies inside each plan on what stands above. */
export function folderArbitrary({ most = 4, isLinked = false } = {}): fc.Arbitrary<DrawnPlan[]> {
	const phase = fc.record({
		done: fc.nat({ max: 5 }).map((roll) => roll === 0),
		writes: fc.uniqueArray(
			fc.record({ verb: fc.constantFrom("Create", "Modify", "Delete"), path: fc.constantFrom(...PATHS) }),
			{ maxLength: 3, selector: ({ path }) => path },
		),
		reads: fc.uniqueArray(fc.constantFrom(...PATHS.slice(0, 4)), { maxLength: 1 }),
		above: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
	});
	const plan = fc.record({
		phases: fc.array(phase, { minLength: isLinked ? 2 : 1, maxLength: 4 }),
		titles: titlesArbitrary,
		start: fc.integer({ min: 0, max: 9 }),
	});
	return fc.array(plan, { minLength: isLinked ? 1 : 2, maxLength: most }).map((plans) =>
		plans.map(({ phases, titles, start }, number) => {
			const name = `plan-${"abcdefgh"[number] ?? ""}`;
			return {
				name,
				start,
				phases: phases.map(({ done, writes, reads, above }, at) => ({
					key: `${name} ${at}`,
					title: titles[at] ?? "",
					done,
					writes,
					reads,
					// Without any dependency a plan is ordered as written; where that must not decide, the second waits for the first.
					on: phases.flatMap((_, other) =>
						other < at && (above[other] === true || (isLinked && at === 1)) ? [`${name} ${other}`] : [],
					),
				})),
			};
		}),
	);
}

/** The documents of a folder, by path. */
export function writeFolder(plans: readonly DrawnPlan[]): Record<string, string> {
	return Object.fromEntries(plans.map((plan) => [pathOf(plan), writePlan(plan, plans)]));
}

function pathOf({ name }: DrawnPlan): string {
	return `plans/${name}.md`;
}

function writePlan(plan: DrawnPlan, plans: readonly DrawnPlan[]): string {
	const dependency = (key: string): string => {
		const owner = plans.find(({ phases }) => phases.some((phase) => phase.key === key));
		if (!owner) throw new Error(`${key} is in no plan.`);
		const label = `Phase ${owner.start + owner.phases.findIndex((phase) => phase.key === key)}`;
		return owner === plan ? label : `[${owner.name}](${owner.name}.md) ${label}`;
	};
	const phases = plan.phases.map(({ title, done, writes, reads, on }, at) => {
		const lines = [
			`### Phase ${plan.start + at}: ${title}${done ? " ✅" : ""}`,
			`**Depends on**: ${on.length === 0 ? "None" : on.map(dependency).join(", ")}`,
			...(writes.length === 0
				? []
				: [`**Files**:\n${writes.map(({ verb, path }) => `- ${verb}: \`${path}\``).join("\n")}`]),
			...(reads.length === 0
				? []
				: [`**Steps**:\n${reads.map((path, index) => `${index + 1}. Read \`${path}\``).join("\n")}`]),
		];
		return lines.join("\n\n");
	});
	return `# ${plan.name} Implementation Plan\n\n**Status**: 🔄 In Progress\n\n${phases.join("\n\n")}\n`;
}

/** What rules find in a folder, each document linted by itself as a worker or an editor does. */
export function lintFolder(plans: readonly DrawnPlan[], rules: RulesToRun): FolderFinding[] {
	const documents = writeFolder(plans);
	const linesOf = new Map(plans.map((plan) => [pathOf(plan), (documents[pathOf(plan)] ?? "").split("\n")]));
	const phaseAt = (plan: DrawnPlan, line: number): string => {
		const above = (linesOf.get(pathOf(plan)) ?? []).slice(0, line).filter((text) => text.startsWith("### "));
		return plan.phases[above.length - 1]?.key ?? "";
	};
	return plans.flatMap((plan) => {
		const filename = pathOf(plan);
		const { [filename]: text = "", ...others } = documents;
		const settings = { template: "free", sharedSurfaces: [] } as const;
		return lintPlan({ text, filename, documents: others, settings }, rules).map(
			({ ruleId, messageId, line, message }) => ({
				rule: (ruleId ?? "").replace("acid-plans/", ""),
				messageId,
				phase: phaseAt(plan, line),
				others: [...message.matchAll(/\((?:`([^`]*)`, )?line (\d+)\)/gu)].map(([, path, at]) =>
					phaseAt(plans.find((each) => pathOf(each) === path) ?? plan, Number(at)),
				),
				message,
			}),
		);
	});
}
