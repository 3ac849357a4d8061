import {
	type BaseRevision,
	type CalendarDay,
	type DocumentKind,
	isInConflict,
	type Located,
	type Plan,
	type Repository,
	type SourceRange,
	type Vocabulary,
	type Workspace,
} from "@acid-plans/model";
import { documentOf, type PlanDocument, type RuleContext, isMarkdownTree } from "./plan-document.js";
import { type AnyRemedy, type Data, reportTo } from "./report-finding.js";
import type { Messages, Report } from "./rule-messages.js";
import {
	type AnyOptionDefinition,
	type ObjectSchema,
	objectSchema,
	type OptionDefinitions,
	optionDefaults,
	type Options,
	type OptionSchemas,
} from "./rule-options.js";
import type { Settings } from "./settings.js";
import type { Surroundings } from "./surroundings.js";

/** The folder of `rules/` and the group of the documentation that a rule stands in. */
export type Principle = "structure" | "atomic" | "consistent" | "isolated" | "durable" | "index";

/** `"off"` rules run only where a config asks for them. */
export type Preset = "recommended" | "strict" | "off";

/**
 * What a rule may be asked of. A `"note"` is a document of the kind plan in which, under `template: "free"`, nothing
 * looks like a phase: reviews and hand-offs lie in plans folders, too. An `"empty"` one is a plan with nothing in it but
 * perhaps front matter: that is told once, and not part by part.
 */
export type RuleDocumentKind = DocumentKind | "note" | "empty";

/** For rules about characters, paths and links: every document of the folder. */
export const EVERY_DOCUMENT: readonly RuleDocumentKind[] = ["plan", "archive", "template", "index", "note"];

/** A fact from outside the document. With `?` the rule also runs where there is none (a text without a file, `repository: false`). */
export type Need = Fact | `${Fact}?`;

interface Facts {
	readonly workspace: Workspace;
	readonly repository: Repository;
	readonly base: BaseRevision;
}
type Fact = keyof Facts;

type NeededFacts<Needs extends Need> = {
	readonly [F in Fact as F extends Needs ? F : never]: Facts[F];
} & { readonly [F in Fact as `${F}?` extends Needs ? F : never]: Facts[F] | undefined } & ("base" extends Needs
		? { readonly before: Plan | undefined; readonly today: CalendarDay }
		: unknown);

/**
 * What a rule is asked with. Facts that it did not declare are not in here. With the base come the document as it was
 * there (`before`), `undefined` when it is new, the same to the last character or could not be parsed, and the day.
 */
export type Question<M extends Messages, Schemas extends OptionSchemas, Needs extends Need, Fixable, Suggests> = {
	readonly plan: Plan;
	readonly options: Options<Schemas>;
	readonly report: Report<M, Fixable, Suggests>;
	readonly settings: Settings;
	readonly vocabulary: Vocabulary;
} & NeededFacts<Needs>;

/** What an author writes down about a rule; see {@link definePlanRule}. */
export interface PlanRuleDefinition<
	M extends Messages,
	Schemas extends OptionSchemas,
	Needs extends readonly Need[],
	Fixable extends "code" | "whitespace" | undefined,
	Suggests extends true | undefined,
> {
	readonly name: string;
	readonly principle: Principle;
	readonly preset: Preset;
	/** Where the rule is described; for the rules of this plugin their page is known. */
	readonly url?: string;
	/** A rule of the template: off under `template: "free"`. */
	readonly template?: true;
	/** The documents that the rule is asked of; plans alone when left out. */
	readonly kinds?: readonly RuleDocumentKind[];
	readonly needs?: Needs;
	/** Require, Disallow, Enforce …, without a full stop. */
	readonly summary: string;
	readonly fixable?: Fixable;
	readonly hasSuggestions?: Suggests;
	/** What is wrong, then what to do. Messages of suggestions say what the edit does. */
	readonly messages: M;
	readonly options?: OptionDefinitions<Schemas>;
	/** Options that the preset `strict` (and `all`) sets otherwise. */
	readonly strictOptions?: Partial<Options<NoInfer<Schemas>>>;
	check(question: Question<M, Schemas, Needs[number], Fixable, Suggests>): void;
}

/** What the rule says of itself, for ESLint, for the presets and for the generated documentation. */
export interface PlanRuleMeta {
	type: "problem" | "suggestion" | "layout";
	docs: {
		description: string;
		url: string;
		recommended: boolean;
		principle: Principle;
		preset: Preset;
		/** A rule of the template. */
		template: boolean;
		kinds: readonly RuleDocumentKind[];
		needs: readonly Need[];
		/** Has suggestions of its own, beside the comment that lets a finding stand. */
		suggests: boolean;
		/** What the preset `strict` sets otherwise than the defaults. */
		strictOptions: Readonly<Record<string, unknown>>;
	};
	schema: [ObjectSchema];
	defaultOptions: [Record<string, unknown>];
	messages: Record<string, string>;
	languages: string[];
	fixable?: "code" | "whitespace";
	/** Every rule: in an editor, each finding may be let stand by a comment. {@link docs} says who has more to suggest. */
	hasSuggestions: true;
}

/** A rule as ESLint takes it. */
export interface PlanRule {
	meta: PlanRuleMeta;
	create(context: RuleContext): { root?: () => void };
}

/** The message that the adapter adds to rules with needs; a problem names its cause and what to do. */
export const UNAVAILABLE = "What this rule has to know cannot be had. {{problem}}";

/** Where the page of a rule is. */
export function ruleUrl(name: string): string {
	return `https://github.com/acid-plans/acid-plans/blob/main/packages/eslint-plugin/docs/rules/${name}.md`;
}

/**
 * Makes an ESLint rule of a question to the model.
 *
 * `check` is a pure function of the plan, the options, the settings and the facts it declared in `needs`: it has no
 * syntax tree and no file access, and what it throws is not caught. Everything that rules would repeat is done here:
 * documentation URL, schema and defaults, the languages, which documents the rule is asked of, places and edits.
 *
 * - A rule of the template does nothing under `template: "free"`, in hand-written configs too, unless the setting
 *   `templateRules` names it, as the factory does for a rule that somebody switches on.
 * - A rule with a need is silent where that fact cannot be: a text without a file, `repository: false`, `base: false`,
 *   no commit yet. Where git fails, the finding `unavailable` says why, once a document, under the first rule that needed it.
 */
export function definePlanRule<
	const M extends Messages,
	const Schemas extends OptionSchemas = Record<never, never>,
	const Needs extends readonly Need[] = readonly [],
	const Fixable extends "code" | "whitespace" | undefined = undefined,
	const Suggests extends true | undefined = undefined,
>(definition: PlanRuleDefinition<M, Schemas, Needs, Fixable, Suggests>): PlanRule {
	const {
		name,
		principle,
		preset,
		template = false,
		kinds = ["plan"],
		needs = [] as readonly Need[],
		fixable,
	} = definition;
	const options: Readonly<Record<string, AnyOptionDefinition>> = definition.options ?? {};
	const defaults = optionDefaults(options);
	const messages: Record<string, string> = { ...definition.messages };
	if (needs.length > 0) messages["unavailable"] = UNAVAILABLE;
	const meta: PlanRuleMeta = {
		type: fixable === "whitespace" ? "layout" : preset === "recommended" ? "problem" : "suggestion",
		docs: {
			description: definition.summary,
			url: definition.url ?? ruleUrl(name),
			recommended: preset === "recommended",
			principle,
			preset,
			template,
			kinds,
			needs,
			suggests: definition.hasSuggestions ?? false,
			strictOptions: definition.strictOptions ?? {},
		},
		schema: [objectSchema(options)],
		defaultOptions: [defaults],
		messages,
		languages: ["markdown/*", "acid-plans/*"],
		...(fixable && { fixable }),
		hasSuggestions: true,
	};

	/** Gives what the rule declared, or `undefined` if the rule cannot be asked. */
	function factsFor(document: PlanDocument, context: RuleContext): Partial<Facts> | undefined {
		const surroundings = document.surroundingsFor(context.id);
		const facts: { -readonly [F in Fact]?: Facts[F] } & { before?: Plan | undefined; today?: CalendarDay } = {};
		for (const need of needs) {
			const fact = factOf(need);
			if (fact === "base")
				Object.assign(facts, { before: document.before(), today: surroundings.today?.() ?? systemDay() });
			// Whether git could give the text is known once it has been asked for it.
			const known = findFact(fact, document, surroundings);
			if (typeof known !== "string" && fact === "workspace") {
				for (const problem of unreadDocuments(known as Workspace, document.plan))
					if (document.tellOnce(problem)) reportUnavailable(context, document, problem);
			}
			if (typeof known === "string") {
				// Without its tracked paths a rule that can do without them says less; without the other plans it might mend too much.
				const isMissed = !need.endsWith("?") || fact === "workspace";
				if (known !== "" && isMissed && document.tellOnce(known)) reportUnavailable(context, document, known);
				if (!need.endsWith("?")) return undefined;
			} else {
				Object.assign(facts, { [fact]: known });
			}
		}
		return facts;
	}

	return {
		meta,
		create(context) {
			if (!isMarkdownTree(context.sourceCode.ast)) {
				// ESLint 10 refuses the config by `meta.languages`; ESLint 9 does not look at it.
				throw new Error(
					`Rule "${context.id}" reads Markdown and was switched on for ${context.filename}. Give the config object that switches it on \`files: ["plans/**/*.md"]\` and \`language: "acid-plans/plan"\`.`,
				);
			}
			return {
				root() {
					const document = documentOf(context);
					const { plan, settings } = document;
					if (document.isIgnored) return;
					if (document.notFollowed !== undefined) {
						// What it leads to is not ours to judge, and ESLint would write an edit to it.
						tellNotFollowed(context, document, document.notFollowed);
						return;
					}
					if (!kinds.includes(document.kind)) return;
					if (template && settings.template.kind === "free" && !settings.templateRules.has(name)) return;
					const facts = factsFor(document, context);
					if (!facts) return;
					const report = (
						part: Located | SourceRange,
						messageId: string,
						data: Data = {},
						remedy: AnyRemedy = {},
					): void => {
						// What stands between the markers of a conflict is judged when one of its versions is left.
						const isEarly = name !== "no-conflict-markers" && isInConflict(plan, "range" in part ? part.range : part);
						if (!isEarly) reportTo(context, document, part, messageId, data, remedy);
					};
					const question = {
						plan,
						options: { ...defaults, ...(context.options[0] as object | undefined) },
						report,
						settings,
						vocabulary: settings.vocabulary,
						...facts,
					};
					// The types above tie every call of `report` to the messages; inside the adapter they are any messages.
					definition.check(question as unknown as Question<M, Schemas, Needs[number], Fixable, Suggests>);
				},
			};
		},
	};
}

function factOf(need: Need): Fact {
	return (need.endsWith("?") ? need.slice(0, -1) : need) as Fact;
}

/** A fact, or why there is none; the empty reason needs no words: somebody wanted it so. */
function findFact(fact: Fact, { plan, settings }: PlanDocument, surroundings: Surroundings): Facts[Fact] | string {
	if (plan.path === undefined) return "";
	if (fact === "workspace") {
		const workspace = surroundings.workspace(plan);
		return workspace.problem ?? workspace;
	}
	if (fact === "repository") {
		if (!settings.repository) return "";
		const repository = surroundings.repository();
		return repository.problem ?? repository;
	}
	if (settings.base === false) return "";
	const base = surroundings.base();
	// Before the first commit nothing was done yet: that is certain, and no problem.
	return base.missing === "no-commit" ? "" : (base.problem ?? base.problemOf?.(plan.path) ?? base);
}

/**
 * Why other documents of the folder could not be read. The index tells it, since it is about the whole folder; without one
 * every plan does, rather than nobody. Of a text that is refused ESLint tells itself where it stands.
 */
function unreadDocuments(workspace: Workspace, plan: Plan): string[] {
	const folder = workspace.folderOf(plan.path ?? "");
	if (!folder || (folder.index !== undefined && folder.index !== plan.path)) return [];
	return workspace.problems.flatMap(({ path, problem, isLink, isRefused }) =>
		isLink || isRefused || workspace.folderOf(path)?.path !== folder.path ? [] : [problem],
	);
}

function reportUnavailable(context: RuleContext, document: PlanDocument, problem: string): void {
	reportTo(context, document, document.plan.title?.range ?? { start: 0, end: 0 }, "unavailable", { problem }, {});
}

/** One finding without edits, under the rule that is asked first. */
function tellNotFollowed(context: RuleContext, document: PlanDocument, problem: string): void {
	document.surroundingsFor(context.id);
	if (!document.tellOnce(problem)) return;
	const start = { line: 1, column: 1 };
	context.report({ loc: { start, end: start }, message: problem, fix: null, suggest: null });
}

/** The day where the linter runs. */
function systemDay(): CalendarDay {
	const now = new Date();
	return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
