/**
 * The one table of words: what sections, fields, statuses and series are called. Everything else that reads a plan
 * asks this table, and a config adds to it; no other file of the model lists names.
 */

import {
	bareMark,
	MAX_NAME_LENGTH,
	MAX_TEXT_LENGTH,
	nearestIn,
	normaliseName,
	splitWords,
	withoutTrailingNote,
} from "./name-matching.js";
import { FIELD_TITLES, FIELDS, SECTIONS } from "./part-names.js";
import {
	ABOUT,
	CALENDAR,
	NO_WORK,
	NO_WORK_FIRST,
	NONE,
	READ_VERBS,
	SERIES,
	VAGUE_CHECK_WORDS,
	WRITE_VERBS,
} from "./role-words.js";
import { once } from "./once.js";
import { remember } from "./remember.js";
import { STATUS_FORMS, STATUSES } from "./status-words.js";

/** How far a plan or phase is. */
export type Tier = "planned" | "active" | "done" | "blocked" | "dropped";

/** The sections of the template, by the name that rules use. */
export type SectionName =
	"overview" | "goals" | "prerequisites" | "breakdown" | "successCriteria" | "risks" | "timeline";

/** The fields of a phase or a document, by the name that rules use. */
export type FieldName =
	| "objective"
	| "steps"
	| "testing"
	| "deliverables"
	| "dependsOn"
	| "blocks"
	| "files"
	| "create"
	| "modify"
	| "delete"
	| "test"
	| "status"
	| "estimate"
	| "owner"
	| "lastUpdated"
	| "priority"
	| "rollback"
	| "commands"
	| "branch"
	| "plan"
	| "notes";

/** What a config may add to the table (`vocabulary` of the factory). */
export interface VocabularyExtension {
	readonly sections?: { readonly [name in SectionName]?: readonly string[] | undefined } | undefined;
	readonly fields?: { readonly [name in FieldName]?: readonly string[] | undefined } | undefined;
	readonly statuses?: { readonly [tier in Tier]?: readonly string[] | undefined } | undefined;
	readonly series?: readonly string[] | undefined;
	readonly statusForms?: { readonly [tier in Tier]?: string | undefined } | undefined;
}

/** A name of the table that is close to what was written. */
export interface NearestName<Name extends string> {
	readonly name: Name;
	/** The wording of the table that it is close to, in lower case. */
	readonly wording: string;
	readonly distance: number;
}

/** A status wording of the table. */
export interface StatusWording {
	readonly tier: Tier;
	/** How many words it has. */
	readonly length: number;
	/** The wording is also an ordinary title ("Planning", "Draft"): it counts only where nothing but a status can stand. */
	readonly alsoTitle: boolean;
	/** An adjective as much as a state ("complete", "open"): what follows decides. */
	readonly alsoAdjective: boolean;
}

export interface Vocabulary {
	/** The section of the template that a heading names, also with a number, emoji or note in brackets around it. */
	section(text: string): SectionName | undefined;
	/** The field that a label names. */
	field(label: string): FieldName | undefined;
	/** The section that a heading almost names (a spelling mistake); none when it names one. */
	nearestSection(text: string): NearestName<SectionName> | undefined;
	nearestField(label: string): NearestName<FieldName> | undefined;
	/** The normal wording of a section or field, as the template writes it. */
	sectionTitle(name: SectionName): string;
	fieldTitle(name: FieldName): string;
	/** `Phase`, `tasks`, `ETAPA` …: singular and plural. */
	isSeriesWord(word: string): boolean;
	/** The singular of a series word in lower case (`PHASES` → `phase`): two headings with the same one may be siblings. */
	seriesWord(word: string): string | undefined;
	/** A series word that is one slip away (`Fhase`, `Pahse`). */
	nearestSeriesWord(word: string): NearestName<string> | undefined;
	/** `Week`, `Day`, `Sprint` …: their numbers are dates, not labels. */
	isCalendarWord(word: string): boolean;
	/** A word which, right after `Phase 1`, says that the heading speaks about the phase (`Summary`, `Checklist`). */
	isAboutWord(word: string): boolean;
	/** `None`, `N/A`, `—`: no dependency. */
	isNone(text: string): boolean;
	/** The longest status wording at the start of a list of lower-case words, from `at`. */
	statusWording(words: readonly string[], at: number): StatusWording | undefined;
	/** The status wording that a whole text is a slip away from (`Complted`); none when it begins with one. */
	nearestStatus(text: string): NearestName<Tier> | undefined;
	/** What an emoji or mark means by itself; colours mean nothing unless the config says so. */
	markTier(mark: string): Tier | undefined;
	/** `🟡 Planned`: how this team writes a tier. */
	statusForm(tier: Tier): string;
	/** `create`, `adds`, `renaming` …: the step changes the path it names. */
	isWriteVerb(word: string): boolean;
	isReadVerb(word: string): boolean;
	/** `verify`, `works`, `manually`: a check made of such words alone says neither what to run nor what to see. */
	isVagueCheckWord(word: string): boolean;
	/** A heading whose boxes are no work (`Open Questions`, `Future`, `Out of Scope`). */
	isNoWorkSection(text: string): boolean;
}

/** What a short text names; a longer one is a paragraph and names nothing. */
function rememberShort<Found>(find: (text: string) => Found): (text: string) => Found | undefined {
	const remembered = remember(find, MAX_TEXT_LENGTH);
	return (text) => (text.length > MAX_TEXT_LENGTH ? undefined : remembered(text));
}

const NO_WORK_NOTE = /[([（]\s*(?:optional|deferred|stretch|manual|future|post-merge|not selected|rejected)\b/iu;

function nameMap<Name extends string>(
	table: Readonly<Record<Name, readonly string[]>>,
	extension: { readonly [name in Name]?: readonly string[] | undefined } | undefined,
): Map<string, Name> {
	const map = new Map<string, Name>();
	const names = Object.keys(table) as Name[];
	// What the team said comes first: it may give a built-in wording another meaning.
	for (const name of names) for (const wording of extension?.[name] ?? []) map.set(normaliseName(wording), name);
	for (const name of names) {
		for (const wording of table[name]) {
			const key = normaliseName(wording);
			if (!map.has(key)) map.set(key, name);
		}
	}
	map.delete("");
	return map;
}

const TIERS: readonly Tier[] = ["planned", "active", "done", "blocked", "dropped"];

const IS_MARK = /^\P{L}*$/u;

/**
 * The table, with what a config adds to it.
 *
 * @param extension more names of sections, fields, statuses and series, and the team's own status forms; a wording
 * that is given here means what is said here, also where the built-in table says otherwise.
 */
export function createVocabulary(extension?: VocabularyExtension): Vocabulary {
	const sections = nameMap(SECTIONS, extension?.sections);
	const fields = nameMap(FIELDS, extension?.fields);
	const series = new Map<string, string>();
	for (const forms of SERIES) for (const form of forms) series.set(form, forms[0] ?? form);
	for (const word of extension?.series ?? []) {
		const key = normaliseName(word);
		if (key !== "" && !series.has(key)) {
			series.set(key, key);
			if (!series.has(`${key}s`)) series.set(`${key}s`, key);
		}
	}
	const calendar = new Set(CALENDAR);
	for (const word of series.keys()) calendar.delete(word);
	const about = new Set(ABOUT);
	const none = new Set(NONE);
	const writeVerbs = new Set(WRITE_VERBS.flat());
	const readVerbs = new Set(READ_VERBS.flat());
	const vagueCheckWords = new Set(VAGUE_CHECK_WORDS);
	const noWork = new Set(NO_WORK);
	const marks = new Map<string, Tier>();
	const wordings = new Map<string, StatusWording>();
	let longestWording = 1;
	const addWording = (text: string, tier: Tier, alsoTitle: boolean, alsoAdjective: boolean): void => {
		const words = splitWords(text);
		if (words.length === 0) return;
		const key = words.join(" ");
		if (wordings.has(key)) return;
		wordings.set(key, { tier, length: words.length, alsoTitle, alsoAdjective });
		longestWording = Math.max(longestWording, words.length);
	};
	for (const tier of TIERS) {
		for (const wording of extension?.statuses?.[tier] ?? []) {
			const bare = wording.trim();
			if (bare !== "" && IS_MARK.test(bare)) marks.set(bareMark(bare), tier);
			else addWording(wording, tier, false, false);
		}
	}
	// The words of the team's own form of a tier are that tier; its emoji is decoration unless `statuses` says more.
	for (const tier of TIERS) {
		const form = extension?.statusForms?.[tier];
		if (form !== undefined) addWording(form, tier, false, false);
	}
	for (const tier of TIERS) {
		const table = STATUSES[tier];
		for (const wording of table.states) addWording(wording, tier, false, false);
		for (const wording of table.titles) addWording(wording, tier, true, false);
		for (const wording of table.adjectives) addWording(wording, tier, false, true);
		for (const mark of table.marks) if (!marks.has(mark)) marks.set(mark, tier);
	}

	const findName = <Name extends string>(names: ReadonlyMap<string, Name>, text: string): Name | undefined => {
		const found = names.get(normaliseName(text));
		if (found !== undefined) return found;
		const shorter = withoutTrailingNote(text);
		return shorter === undefined ? undefined : names.get(normaliseName(shorter));
	};
	const nearestTo = <Name extends string>(
		find: (text: string) => Name | undefined,
		names: ReadonlyMap<string, Name>,
	): ((text: string) => NearestName<Name> | undefined) => {
		const nearestName = nearestIn(names);
		return rememberShort((text) => (find(text) === undefined ? nearestName(normaliseName(text)) : undefined));
	};
	const word = (text: string): string => (/[^\u0000-\u007F]/.test(text) ? text.normalize("NFC") : text).toLowerCase();

	const section = rememberShort((text) => findName(sections, text));
	const field = rememberShort((text) => findName(fields, text));
	const isNoWork = rememberShort((text) => {
		const key = normaliseName(text).replaceAll("-", " ");
		if (noWork.has(key)) return true;
		if (NO_WORK_FIRST.some((words) => key === words || key.startsWith(`${words} `))) return true;
		return NO_WORK_NOTE.test(text);
	});
	const nearestSeries = nearestIn(series);
	const nearestWording = once(() =>
		nearestIn(new Map([...wordings].map(([wording, { tier }]) => [wording, tier] as const))),
	);
	return {
		section,
		field,
		nearestSection: nearestTo(section, sections),
		nearestField: nearestTo(field, fields),
		sectionTitle: (name) => SECTIONS[name][0] ?? name,
		fieldTitle: (name) => FIELD_TITLES[name] ?? FIELDS[name][0] ?? name,
		isSeriesWord: (text) => series.has(word(text)),
		seriesWord: (text) => series.get(word(text)),
		nearestSeriesWord: (text) => nearestSeries(word(text)),
		isCalendarWord: (text) => calendar.has(word(text)),
		isAboutWord: (text) => about.has(word(text)),
		isNone: (text) => {
			if (text.length > MAX_NAME_LENGTH) return false;
			const bare = text
				.normalize("NFC")
				.toLowerCase()
				.replace(/^[\s*_`"'.,;:!]+/u, "")
				.replace(/(?<![\s*_`"',;:!。])[\s*_`"',;:!。]+$/u, "");
			if (none.has(bare) || none.has(bare.replace(/\.$/, ""))) return true;
			return bare !== "" && /^[-–—/∅×✗❌]{1,4}$/u.test(bare);
		},
		statusWording: (words, at) => {
			for (let length = Math.min(longestWording, words.length - at); length > 0; length--) {
				const found = wordings.get(length === 1 ? (words[at] ?? "") : words.slice(at, at + length).join(" "));
				if (found !== undefined) return found;
			}
			return undefined;
		},
		nearestStatus: (text) => {
			const words = splitWords(text);
			return wordings.has(words[0] ?? "") ? undefined : nearestWording()(words.join(" "));
		},
		markTier: (mark) => marks.get(bareMark(mark)),
		statusForm: (tier) => extension?.statusForms?.[tier] ?? STATUS_FORMS[tier],
		isWriteVerb: (text) => writeVerbs.has(word(text)),
		isReadVerb: (text) => readVerbs.has(word(text)),
		isVagueCheckWord: (text) => vagueCheckWords.has(word(text)),
		isNoWorkSection: (text) => isNoWork(text) ?? false,
	};
}
