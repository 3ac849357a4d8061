import {
	createVocabulary,
	type FieldName,
	type SectionName,
	type Tier,
	type Vocabulary,
	type VocabularyExtension,
} from "@acid-plans/model";
import { RUN, runOfProcess } from "./lint-run.js";
import { nearestName } from "./nearest-name.js";
import { readerVersion } from "./reader-version.js";
import { OBSERVE, type ObserveDocument } from "./observation.js";
import { SHARED_SURFACES } from "./shared-surfaces.js";
import { type FindSurroundings, SURROUNDINGS } from "./surroundings.js";
import { type Template, type TemplateTable, templateOf } from "./template.js";

/** What a config may write into `settings["acid-plans"]`; every option may be left out. */
export interface SettingsInput {
	/** The folders that hold plans, relative to the nearest folder above a plan that contains them. */
	readonly plans?: string | readonly string[] | undefined;
	/** Globs that say which document is which. */
	readonly documents?: DocumentGlobsInput | undefined;
	/** The revision that history-aware rules compare with; `false` turns them off. */
	readonly base?: string | false | undefined;
	/** `false` turns off whatever looks beyond the plans folder. */
	readonly repository?: boolean | undefined;
	/** The folder of decision records. */
	readonly decisions?: string | undefined;
	readonly template?: "acid" | "free" | TemplateTable | undefined;
	/** Rules of the template that stay on under `template: "free"`, by name; the factory fills it in. */
	readonly templateRules?: readonly string[] | undefined;
	/** More names of sections, fields, statuses and series. */
	readonly vocabulary?: VocabularyExtension | undefined;
	/** Globs of files that many phases may touch. */
	readonly sharedSurfaces?: readonly string[] | undefined;
	/** What the other documents are read from: the work tree, or git's index (`acid-plans check --staged`). */
	readonly snapshot?: "worktree" | "index" | undefined;
	/** `false`: nothing is kept on the disk; what other documents say is then read again in every process. */
	readonly cache?: boolean | undefined;
	/** The commit that stands for {@link base} where that is not switched off (`acid-plans check --range`). */
	readonly against?: string | undefined;
	/** `false`: there is no git repository, so nothing is asked of one, whatever {@link base} and {@link repository} say. */
	readonly git?: boolean | undefined;
	/** For editors: offer a comment that lets a finding stand, as a suggestion of each finding where one can stand. */
	readonly suggestDisableComments?: boolean | undefined;
}

/** Globs by kind of document. */
export interface DocumentGlobsInput {
	readonly index?: string | readonly string[] | undefined;
	readonly template?: string | readonly string[] | undefined;
	readonly archive?: string | readonly string[] | undefined;
	readonly ignore?: string | readonly string[] | undefined;
}

/** Globs by kind of document; `undefined`: as PLAN-FORMAT has it. */
export interface DocumentGlobs {
	readonly index: readonly string[] | undefined;
	readonly template: readonly string[] | undefined;
	readonly archive: readonly string[] | undefined;
	readonly ignore: readonly string[] | undefined;
}

/** The settings with every default filled in. */
export interface Settings {
	readonly plans: readonly string[];
	readonly documents: DocumentGlobs;
	readonly base: string | false;
	readonly repository: boolean;
	readonly decisions: string | undefined;
	readonly template: Template;
	readonly templateRules: ReadonlySet<string>;
	readonly vocabulary: Vocabulary;
	/** Names everything that decides how a document is read; summaries of another reader are not ours. */
	readonly readerKey: string;
	readonly sharedSurfaces: readonly string[];
	readonly snapshot: "worktree" | "index";
	readonly suggestDisableComments: boolean;
	readonly cache: boolean;
	/** Asked instead of git and the disk, where somebody has put it there. */
	readonly findSurroundings: FindSurroundings | undefined;
	/** Stands for one run over many files, during which other documents are looked at once. */
	readonly run: object | undefined;
	/** Told of each document that the rules see, where somebody has asked for it. */
	readonly observe: ObserveDocument | undefined;
}

/** Where an option stands, for messages: `settings["acid-plans"]`, or the factory's `acidPlans()`. */
export type OptionPlace = 'settings["acid-plans"]' | "acidPlans()";

/** An option that does not exist or has a value it cannot have. The message names it, its value and what is allowed. */
export class SettingsError extends Error {
	override readonly name = "SettingsError";
}

/** Tests one option; throws a {@link SettingsError} when it is wrong. */
export type OptionCheck = (value: unknown, path: string, place: OptionPlace) => void;

const resolved = new WeakMap<object, Settings>();
/** Stands for "no settings at all" as a key of caches. */
const NO_SETTINGS: SettingsInput = {};

/**
 * The object that stands for the settings of a config: the same for every file of that config, so fit as a key.
 *
 * @param settings `context.settings` of ESLint
 */
export function settingsKey(settings: Readonly<Record<string, unknown>> | undefined): object {
	const own = settings?.["acid-plans"];
	return typeof own === "object" && own !== null ? own : NO_SETTINGS;
}

/**
 * Reads `settings["acid-plans"]`, for the factory's configs and for hand-written ones alike.
 *
 * @param settings `context.settings` of ESLint
 * @throws {SettingsError} an option is unknown or wrong
 */
export function readSettings(settings: Readonly<Record<string, unknown>> | undefined): Settings {
	const own = settings?.["acid-plans"];
	if (own !== undefined && (typeof own !== "object" || own === null || Array.isArray(own))) {
		throw new SettingsError(`settings["acid-plans"] is ${shown(own)}. It takes an object of options.`);
	}
	const key = settingsKey(settings);
	let result = resolved.get(key);
	if (!result) {
		checkOptions(key as Readonly<Record<string, unknown>>, SETTING_CHECKS, 'settings["acid-plans"]');
		result = resolve(key as SettingsInput);
		resolved.set(key, result);
	}
	return result;
}

function resolve(input: SettingsInput): Settings {
	const vocabulary = createVocabulary(input.vocabulary);
	const find = (input as { readonly [SURROUNDINGS]?: FindSurroundings })[SURROUNDINGS];
	const run = (input as { readonly [RUN]?: object })[RUN] ?? runOfProcess();
	const observe = (input as { readonly [OBSERVE]?: ObserveDocument })[OBSERVE];
	return {
		plans: folders(input.plans ?? "plans"),
		documents: {
			index: list(input.documents?.index),
			template: list(input.documents?.template),
			archive: list(input.documents?.archive),
			ignore: list(input.documents?.ignore),
		},
		base: input.base === false || input.git === false ? false : (input.against ?? input.base ?? "HEAD"),
		repository: (input.repository ?? true) && input.git !== false,
		decisions: input.decisions,
		template: templateOf(input.template ?? "acid", vocabulary),
		templateRules: new Set(input.templateRules),
		vocabulary,
		readerKey: `${readerVersion()} ${JSON.stringify(input.vocabulary ?? {})}`,
		sharedSurfaces: input.sharedSurfaces ?? SHARED_SURFACES,
		snapshot: input.snapshot ?? "worktree",
		suggestDisableComments: input.suggestDisableComments ?? false,
		cache: input.cache ?? true,
		findSurroundings: find,
		run,
		observe,
	};
}

function list(value: string | readonly string[] | undefined): readonly string[] | undefined {
	return typeof value === "string" ? [value] : value;
}

/** Plans folders without `./` in front and `/` behind. */
export function folders(value: string | readonly string[]): readonly string[] {
	return (list(value) ?? []).map((folder) => folder.replace(/^(?:\.\/)+/, "").replace(/(?<!\/)\/+$/, ""));
}

/**
 * Checks an object of options.
 *
 * @throws {SettingsError} an option is unknown or wrong
 */
export function checkOptions(
	options: Readonly<Record<string, unknown>>,
	checks: ReadonlyMap<string, OptionCheck>,
	place: OptionPlace,
): void {
	for (const [name, value] of Object.entries(options)) {
		const check = checks.get(name);
		if (check) {
			if (value !== undefined) check(value, name, place);
		} else if (!(name === "toJSON" && typeof value === "function")) {
			throw unknownOption(name, value, checks.keys(), place);
		}
	}
}

function unknownOption(
	path: string,
	value: unknown,
	names: Iterable<string>,
	place: OptionPlace,
	what = "option",
): SettingsError {
	const known = [...names];
	const last = path.slice(path.lastIndexOf(".") + 1);
	const nearest = nearestName(last, known);
	return new SettingsError(
		`Unknown ${what} "${path}" (${shown(value)}) in ${place}. ${nearest === undefined ? "" : `Did you mean "${nearest}"? `}Allowed: ${known.join(", ")}.`,
	);
}

/** An error for an option that has a value it cannot have. */
function wrongOption(path: string, value: unknown, allowed: string, place: OptionPlace): SettingsError {
	return new SettingsError(`Option "${path}" in ${place} is ${shown(value)}. It takes ${allowed}.`);
}

function shown(value: unknown): string {
	if (typeof value === "function") return "a function";
	let text: string | undefined;
	try {
		text = JSON.stringify(value);
	} catch {
		// Cyclic values have no JSON; their type must do.
	}
	if (text === undefined) return String(value);
	return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
/** Neither absolute nor with `..` in it nor written with backslashes. */
const isInside = (value: string): boolean => !/^(?:\/|~|[A-Za-z]:)|\\|(?:^|\/)\.\.(?:\/|$)/.test(value);

/** A check that takes what passes a test; `allowed` ends the sentence "It takes …". */
export function oneOf(allowed: string, test: (value: unknown) => boolean): OptionCheck {
	return (value, path, place) => {
		if (!test(value)) throw wrongOption(path, value, allowed, place);
	};
}

function table(what: string, allowed: string, members: Readonly<Record<string, OptionCheck>>): OptionCheck {
	return (value, path, place) => {
		if (typeof value !== "object" || value === null || Array.isArray(value))
			throw wrongOption(path, value, allowed, place);
		for (const [name, member] of Object.entries(value)) {
			const check = Object.hasOwn(members, name) ? members[name] : undefined;
			if (!check) throw unknownOption(`${path}.${name}`, member, Object.keys(members), place, what);
			if (member !== undefined) check(member, `${path}.${name}`, place);
		}
	};
}

const texts = oneOf("a list of texts", isTexts);
const text = oneOf("a text", isText);
const globs = oneOf('a glob or a list of globs, as in "**/README.md"', (value) => isText(value) || isTexts(value));

const SECTION_NAMES: Readonly<Record<SectionName, OptionCheck>> = {
	overview: texts,
	goals: texts,
	prerequisites: texts,
	breakdown: texts,
	successCriteria: texts,
	risks: texts,
	timeline: texts,
};
const FIELD_NAMES: Readonly<Record<FieldName, OptionCheck>> = {
	objective: texts,
	steps: texts,
	testing: texts,
	deliverables: texts,
	dependsOn: texts,
	blocks: texts,
	files: texts,
	create: texts,
	modify: texts,
	delete: texts,
	test: texts,
	status: texts,
	estimate: texts,
	owner: texts,
	lastUpdated: texts,
	priority: texts,
	rollback: texts,
	commands: texts,
	branch: texts,
	plan: texts,
	notes: texts,
};
const tiers = (check: OptionCheck): Readonly<Record<Tier, OptionCheck>> => ({
	planned: check,
	active: check,
	done: check,
	blocked: check,
	dropped: check,
});

const TEMPLATE = '"acid", "free" or a table { title?, sections: [...], fields: [...], phaseWord?, level? }';
const templateTable = table("key", TEMPLATE, {
	title: text,
	sections: texts,
	fields: texts,
	phaseWord: text,
	level: oneOf(
		"a heading level from 1 to 6",
		(value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 6,
	),
});

const FOLDERS = 'a folder or a list of folders inside the repository, as in "plans" or ["plans", "docs/plans"]';
/** Brackets are left out: frameworks have folders called `[slug]`. */
const looksLikeGlob = (value: string): boolean => /[*?{}]|^!/.test(value);

/** What every option of `settings["acid-plans"]` may be. */
export const SETTING_CHECKS: ReadonlyMap<string, OptionCheck> = new Map<string, OptionCheck>([
	[
		"plans",
		(value, path, place) => {
			const named = isText(value) ? [value] : value;
			if (!isTexts(named) || named.length === 0 || !named.every(isInside))
				throw wrongOption(path, value, FOLDERS, place);
			const glob = named.find(looksLikeGlob);
			if (glob !== undefined)
				throw new SettingsError(
					`Option "${path}" in ${place} has ${shown(glob)}, which looks like a glob. It takes names of folders: write each one out, as in ["plans", "packages/core/plans"].`,
				);
		},
	],
	[
		"documents",
		table("key", "a table { index?, template?, archive?, ignore? } of globs", {
			index: globs,
			template: globs,
			archive: globs,
			ignore: globs,
		}),
	],
	[
		"base",
		oneOf('a revision, as in "HEAD" or "origin/main", or false', (value) => isRevision(value) || value === false),
	],
	["repository", oneOf("true or false", (value) => typeof value === "boolean")],
	[
		"decisions",
		oneOf('a folder inside the repository, as in "docs/decisions"', (value) => isText(value) && isInside(value)),
	],
	[
		"template",
		(value, path, place) => {
			if (value === "acid" || value === "free") return;
			if (typeof value === "string") throw wrongOption(path, value, TEMPLATE, place);
			templateTable(value, path, place);
			for (const key of ["sections", "fields"] as const) {
				if ((value as Partial<TemplateTable>)[key] === undefined)
					throw wrongOption(`${path}.${key}`, undefined, "a list of texts, which may be empty", place);
			}
		},
	],
	["templateRules", texts],
	[
		"vocabulary",
		table("key", "a table { sections?, fields?, statuses?, series?, statusForms? }", {
			sections: table("section", 'a table of lists by section, as in { goals: ["Ziele"] }', SECTION_NAMES),
			fields: table("field", 'a table of lists by field, as in { objective: ["Ziel"] }', FIELD_NAMES),
			statuses: table("status", 'a table of lists by status, as in { done: ["fertig"] }', tiers(texts)),
			series: texts,
			statusForms: table("status", 'a table of texts by status, as in { done: "✅ Done" }', tiers(text)),
		}),
	],
	["sharedSurfaces", oneOf('a list of globs, as in ["package.json"]', isTexts)],
	["cache", oneOf("true or false", (value) => typeof value === "boolean")],
	["against", oneOf('a revision, as in "HEAD"', isRevision)],
	["git", oneOf("true or false", (value) => typeof value === "boolean")],
	["suggestDisableComments", oneOf("true or false", (value) => typeof value === "boolean")],
	["snapshot", oneOf('"worktree" or "index"', (value) => value === "worktree" || value === "index")],
]);

/** A revision is handed to git as an argument: it must not read as an option. */
function isRevision(value: unknown): boolean {
	return isText(value) && !/^-|[\s\0]/.test(value);
}

export { nearestName };
