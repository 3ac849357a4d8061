import { isAbsolute } from "node:path";
import { type BaseRevision, isSamePlan, type Plan, readPlan, type Repository, type Workspace } from "@acid-plans/model";
import { readBasePlan } from "./base-plan.js";
import type { RuleDocumentKind } from "./define-plan-rule.js";
import { findSurroundings } from "./find-surroundings.js";
import { notFollowed } from "./not-followed.js";
import { RemedyBudget } from "./remedy-budget.js";
import { readSettings, type Settings, settingsKey } from "./settings.js";
import type { Surroundings } from "./surroundings.js";

/** The tree that @eslint/markdown's languages and ours give; only the model reads it. */
export type MarkdownTree = Parameters<typeof readPlan>[0];

/** What we use of ESLint's rule context; the same in ESLint 9 and 10. */
export interface RuleContext {
	readonly id: string;
	/** Where ESLint runs. */
	readonly cwd: string;
	readonly filename: string;
	readonly physicalFilename: string;
	/** A binary language has no text; of a Markdown one it is without the byte order mark. */
	readonly sourceCode: { readonly ast: unknown; readonly text?: string };
	readonly settings: Readonly<Record<string, unknown>>;
	readonly options: readonly unknown[];
	report(
		finding: ({ messageId: string; data: Record<string, string | number> } | { message: string }) & {
			loc: { start: { line: number; column: number }; end: { line: number; column: number } };
			fix: (() => Iterable<{ range: [number, number]; text: string }>) | null;
			suggest:
				| (({ messageId: string; data: Record<string, string | number> } | { desc: string }) & {
						fix: () => Iterable<{ range: [number, number]; text: string }>;
				  })[]
				| null;
		},
	): void;
}

/** A document as all rules of one run see it. */
export interface PlanDocument {
	readonly plan: Plan;
	readonly settings: Settings;
	/**
	 * What surrounds the document, as one moment for all rules: a look for each rule would cost as much again.
	 * A rule that asks again is run again over the same tree, and the moment is another.
	 *
	 * @param rule its id in the config
	 */
	surroundingsFor(rule: string): Surroundings;
	readonly kind: RuleDocumentKind;
	/** How much text the edits of its findings may still span. */
	readonly remedies: RemedyBudget;
	/** The config says that this file is none of ours. */
	readonly isIgnored: boolean;
	/** Why the document is not to be read: it is a symbolic link. Our own language refuses it before any rule is asked. */
	readonly notFollowed: string | undefined;
	/** The document at the base revision; `undefined`: it was not there, is the same to the last character, or cannot be parsed. */
	before(): Plan | undefined;
	/** Whether this problem is told for the first time: one finding for what all rules would say. */
	tellOnce(problem: string): boolean;
}

/** Keyed by tree, since a file that `--fix` or an editor has changed has a new one; by settings, since one tree may be asked with several. */
const documents = new WeakMap<MarkdownTree, WeakMap<object, PlanDocument>>();

/** Whether a syntax tree is one of Markdown. */
export function isMarkdownTree(ast: unknown): ast is MarkdownTree {
	return (
		typeof ast === "object" &&
		ast !== null &&
		"type" in ast &&
		ast.type === "root" &&
		"children" in ast &&
		Array.isArray(ast.children)
	);
}

/**
 * The document that ESLint is linting, read once for all rules.
 *
 * @throws {SettingsError} an option in `settings["acid-plans"]` is unknown or wrong
 */
export function documentOf(context: RuleContext): PlanDocument {
	const tree = context.sourceCode.ast as MarkdownTree;
	const key = settingsKey(context.settings);
	let bySettings = documents.get(tree);
	if (!bySettings) documents.set(tree, (bySettings = new WeakMap()));
	let document = bySettings.get(key);
	if (!document) bySettings.set(key, (document = readDocument(tree, context)));
	return document;
}

function readDocument(tree: MarkdownTree, context: RuleContext): PlanDocument {
	const settings = readSettings(context.settings);
	// The name of a text from the standard input without a name is no path (`<input>`, `<text>`).
	const file = isAbsolute(context.physicalFilename) ? context.physicalFilename : undefined;
	const found = (settings.findSurroundings ?? findSurroundings)(file, settings);
	const { path, kind } = found;
	const plan = readPlan(tree, context.sourceCode.text ?? "", { path, kind, vocabulary: settings.vocabulary });
	const documentKind = isNote(plan, settings) ? "note" : isEmpty(plan) ? "empty" : plan.kind;
	if (kind !== undefined)
		settings.observe?.({ file, kind: documentKind === "empty" ? "plan" : documentKind, phases: plan.phases.length });
	const told = new Set<string>();
	let earlier: { readonly plan: Plan | undefined } | undefined;
	let surroundings = atOneMoment(found);
	let asked = new Set<string>();
	return {
		plan,
		settings,
		surroundingsFor(rule) {
			if (asked.has(rule)) {
				asked = new Set();
				told.clear();
				earlier = undefined;
				surroundings = atOneMoment(found);
			}
			asked.add(rule);
			return surroundings;
		},
		kind: documentKind,
		remedies: new RemedyBudget(plan.text.length),
		isIgnored: kind === undefined,
		notFollowed:
			file === undefined || settings.findSurroundings !== undefined || settings.snapshot === "index"
				? undefined
				: notFollowed(file, context.cwd),
		before: () => (earlier ??= { plan: readBefore(plan, settings, surroundings) }).plan,
		tellOnce(problem) {
			const isNew = !told.has(problem);
			told.add(problem);
			return isNew;
		},
	};
}

/** Each fact is looked for once. */
function atOneMoment(found: Surroundings): Surroundings {
	let workspace: Workspace | undefined;
	let repository: Repository | undefined;
	let base: BaseRevision | undefined;
	return {
		...found,
		workspace: (plan) => (workspace ??= found.workspace(plan)),
		repository: () => (repository ??= found.repository()),
		base: () => (base ??= found.base()),
	};
}

function readBefore(plan: Plan, settings: Settings, surroundings: Surroundings): Plan | undefined {
	const { path, text, kind } = plan;
	if (path === undefined || settings.base === false) return undefined;
	const base = surroundings.base();
	if (base.problem !== undefined || base.isUnchanged(path, text)) return undefined;
	const before = base.text(path);
	if (before !== undefined) return readBasePlan(before, path, kind, settings);
	const renaming = base.renamedFrom(path);
	if (!renaming) return undefined;
	const earlier = base.text(renaming.path);
	if (earlier === undefined || earlier === text) return undefined;
	const renamed = readBasePlan(earlier, renaming.path, kind, settings);
	return renamed && isSamePlan(renamed, plan, renaming.similarity) ? renamed : undefined;
}

function isEmpty({ kind, text, frontMatter }: Plan): boolean {
	return kind === "plan" && text.slice(frontMatter?.range.end ?? 0).trim() === "";
}

/**
 * PLAN-FORMAT, "Documents in a plans folder": under `free`, a document in which no phase can be recognised. One that
 * states its own status is a plan without phases: its status can lie like any other.
 */
function isNote(plan: Plan, settings: Settings): boolean {
	return (
		settings.template.kind === "free" &&
		plan.kind === "plan" &&
		plan.status === undefined &&
		plan.allPhases.length === 0 &&
		plan.swallowedPhases.length === 0 &&
		!plan.nearMisses.some((nearMiss) => nearMiss.looksLike === "phase")
	);
}
