import { execAll } from "./exec-all.js";
/** English words that an instruction begins with and that are never the noun of a title or list. */
const VERBS = new Set(
	(
		"add adopt align allow analyse analyze append apply ask assemble assign attach automate avoid backfill bind bring bump calculate centralise centralize " +
		"clarify collect combine compute configure confirm connect consolidate convert create decide decommission decouple dedupe deduplicate define delete deliver deploy " +
		"deprecate derive describe detect determine develop diagnose disable discover dispatch drop eliminate embed emit enable encapsulate encode encrypt enforce " +
		"enhance enlarge enrich ensure establish evaluate examine execute expand expire explain expose extend extract fetch finalise finalize follow formalise formalize " +
		"gather generate get give harden hide identify implement improve include initialise initialize initiate inject insert inspect install integrate introduce " +
		"invalidate investigate invoke isolate keep learn let load locate lower maintain make manage migrate minimise minimize modernise modernize modify modularise modularize move navigate normalise normalize " +
		"draw enter obtain optimise optimize organise organize parse pass perform persist populate prepare preserve prevent produce propagate prove provide provision prune publish raise reach " +
		"reconcile redesign reduce refactor refine regenerate reimplement relocate remove rename reorganise reorganize replace reproduce resolve restore restructure " +
		"retain retire retrieve reword rework rewrite run satisfy save scaffold select send serialise serialize serve set ship simplify solve specify stabilise stabilize standardise standardize " +
		"strengthen strip submit supply swap take teach tell tidy translate turn unify uninstall unwrap upload validate verify visualise visualize wire wrap write"
	).split(" "),
);

/** Words that are as often a noun or an adjective: an instruction where an article or a name follows. */
const AMBIGUOUS = new Set(
	(
		"access address alert answer archive audit back backup balance base benchmark branch bridge build cache call change check clean clear clone close command commit compare compile complete " +
		"compress consider contact control copy cost cover cut debug decompose default delay delegate demo design display do document double download draft dry edit end estimate exit exchange " +
		"experiment explore export field file filter find finish fix flag flush format forward freeze grant group guard handle hook host import increase index instrument interview issue join label launch limit " +
		"link list lint lock log look map mark match measure merge mirror mock model monitor mount name note notify open order output outline override own pack package paginate patch pin place plan plug point polish port post " +
		"present print process profile program promote prototype pull purge push query queue rank rate read rebase rebuild record redirect reference refresh register reject release render repair " +
		"report request require research reset reuse review roll root route sample scale scan schedule scope script search secure seed separate sequence setup share shape show sign simulate size sketch skip sort " +
		"split stage start state step stop store stream stress structure stub study style support surface switch sync synchronise synchronize tag target test time trace track train transfer transform trigger trim try tune " +
		"type update upgrade use view watch weight work"
	).split(" "),
);

/** After these a noun must follow, so the word before was a verb. */
const DETERMINERS = new Set(
	"the a an all any both each every its it their them our your his her this that these those existing new one two three four five some no".split(
		" ",
	),
);

/** Whether a word, in lower case, can begin an instruction; `following` is the next word in lower case. */
export function isAction(word: string, following: string | undefined): boolean {
	return VERBS.has(word) || (AMBIGUOUS.has(word) && following !== undefined && DETERMINERS.has(following));
}

/** Whether a word, in lower case, is a verb in some reading: for texts that are to have any action at all. */
export function maybeAction(word: string): boolean {
	return VERBS.has(word) || AMBIGUOUS.has(word);
}

/** Verbs of a sentence that says how things are to be. */
const FINITE = new Set(
	"be is are was were been has have must should shall can will may might does becomes become needs goes".split(" "),
);

/** Whether any form of a known verb may stand behind the word: `creates`, `mapped`, `re-running`, `vectorize`. */
export function maybeActionForm(word: string): boolean {
	if (maybeAction(word) || FINITE.has(word) || /(?:ise|ize|ify|ate)(?:s|d)?$/u.test(word)) return true;
	if (word.includes("-")) return word.split("-").some(maybeActionForm);
	for (const ending of ["s", "es", "ed", "d", "ing"]) {
		if (!word.endsWith(ending)) continue;
		const stem = word.slice(0, -ending.length);
		if (maybeAction(stem) || maybeAction(`${stem}e`)) return true;
		// `mapped`, `running`
		if (stem.length > 2 && stem.at(-1) === stem.at(-2) && maybeAction(stem.slice(0, -1))) return true;
		// `copied`, `applies`
		if (stem.endsWith("i") && maybeAction(`${stem.slice(0, -1)}y`)) return true;
	}
	return false;
}

/** A word or mark of a text with its place in it. */
export interface Token {
	/** In lower case; `\0` for a code span. */
	readonly word: string;
	readonly start: number;
	readonly end: number;
	/** How many brackets and quotes are open around it. */
	readonly depth: number;
}

const TOKEN = /\u0000+|[\p{L}\p{M}\p{N}]+(?:['’_-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}\u0000]/gu;
const OPENING = new Set("([{“«„");
const CLOSING = new Set(")]}”»");

/** Splits a text whose code spans are blanked (`InlineText.withoutCode`); brackets and quotation marks are tokens, too. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let depth = 0;
	let isQuoted = false;
	for (const { 0: found, index: start } of execAll(TOKEN, text)) {
		const word = found.startsWith("\0") ? "\0" : found.toLowerCase();
		if (CLOSING.has(word)) depth = Math.max(0, depth - 1);
		tokens.push({ word, start, end: start + found.length, depth: depth + (isQuoted ? 1 : 0) });
		if (OPENING.has(word)) depth++;
		if (word === '"') isQuoted = !isQuoted;
	}
	return tokens;
}

/** A token of letters, or code. */
export function isWord(token: Token | undefined): token is Token {
	return token !== undefined && /^[\p{L}\p{N}\u0000]/u.test(token.word);
}
