import { areKindred } from "../text/kindred-words.js";
import { isAction, isWord, maybeAction, tokensOf, type Token } from "../text/action-words.js";
import { outcomesOf } from "./outcomes.js";
import type { Phase } from "../plan.js";
import type { LocatedText } from "../text/source-range.js";

/** The word or sign in a title that joins two deliverables, and what it joins. */
export interface JoinedTitle {
	readonly joiner: LocatedText;
	readonly left: string;
	readonly right: string;
}

/** Behind these both joined words belong to one thing: `Loader for CSV and JSON`. */
const PREPOSITIONS = new Set(
	(
		"for of with to from in on via using by between against into across through over under at as without per during after before around both where when that which " +
		"für mit von aus zu zum zur im zwischen nach vor bei auf ohne para de del con en por desde entre sobre sin pour avec dans depuis sans des du para da do com " +
		"между для в с из на от по"
	).split(" "),
);

/** Two words for one thing. */
const FIXED = new Set(
	(
		"drag-drop search-replace find-replace trial-error command-control question-answer terms-conditions nuts-bolts copy-paste cut-paste black-white back-forth up-down " +
		"read-write pros-cons research-development input-output push-pull start-stop save-load load-save plug-play publish-subscribe request-response before-after on-off " +
		"look-feel divide-conquer lost-found write-read client-server store-forward lift-shift scatter-gather fork-join point-click wait-see test-learn blue-green dos-donts rise-fall"
	).split(" "),
);

/**
 * Where the title of a phase joins two deliverables (`Testing and Documentation`). Verbs that share an object
 * (`Build and test the loader`), pairs that are one thing (`Testing & Validation`), words before a common head or behind
 * a common adjective, adjectives, names of files, and what stands behind a preposition or in brackets join none.
 *
 * @param joiners words and signs that join, in lower case; a sign counts with white space around it
 */
export function joinedTitle(phase: Phase, joiners: ReadonlySet<string>): JoinedTitle | undefined {
	const heading = phase.heading?.text;
	const at = heading ? heading.text.lastIndexOf(phase.title.text) : -1;
	if (!heading || at < 0 || phase.title.text === "") return undefined;
	const title = heading.slice(at, at + phase.title.text.length);
	const tokens = tokensOf(title.withoutCode);
	let start = 0;
	let isBehindPreposition = false;
	for (const [index, token] of tokens.entries()) {
		if (token.depth > 0) continue;
		const { word } = token;
		if (word === ":" || word === "—" || word === "–") {
			start = index + 1;
			isBehindPreposition = false;
		}
		if (PREPOSITIONS.has(word)) isBehindPreposition = true;
		if (!joiners.has(word) || isBehindPreposition || index <= start) continue;
		const before = tokens[index - 1];
		const after = tokens[index + 1];
		if (!isApart(token, before, after) || !isWord(after)) continue;
		const left = before?.word === "," ? tokens[index - 2] : before;
		if (!isWord(left) || FIXED.has(`${left.word}-${after.word}`) || after.word === "more") continue;
		const next = tokens.findIndex((each, at) => at > index && joiners.has(each.word));
		const right = tokens.slice(index + 1, next < 0 ? tokens.length : next);
		// One change of two files; in code spans they are not even seen.
		if (isFileName(title.text, left) && isFileName(title.text, after)) continue;
		if (isOneThing(tokens.slice(start, index), right)) continue;
		if (sharesHead(tokens.slice(start, index), right)) continue;
		if (!joinsNouns(tokens.slice(start, index), right) && outcomesOf(title).length < 2) continue;
		return {
			joiner: title.located(token.start, token.end),
			left: title.text.slice(tokens[start]?.start ?? 0, left.end),
			right: title.text.slice(after.start),
		};
	}
	return undefined;
}

/** `README.md`, `evals/notes.md`: words and dots without white space between them. */
function isFileName(text: string, { start, end }: Token): boolean {
	let from = start;
	while (from > 0 && !/\s/u.test(text.charAt(from - 1))) from--;
	let to = end;
	while (to < text.length && !/\s/u.test(text.charAt(to))) to++;
	return to - from < 200 && /^[\w./-]*\w\.[a-z]{1,5}\d?$/iu.test(text.slice(from, to));
}

/** `&` in `R&D` and `/` in `CI/CD` are part of a name. */
function isApart(token: Token, before: Token | undefined, after: Token | undefined): boolean {
	const isSpaced = (before?.end ?? 0) < token.start && token.end < (after?.start ?? 0);
	return isSpaced || isWord(token);
}

/** `Security and performance audit` is one audit, perhaps: a single word before several may belong to the last of them. */
function sharesHead(left: readonly Token[], right: readonly Token[]): boolean {
	const comma = left.findLastIndex((token, at) => token.word === "," && at < left.length - 1);
	const words = left.slice(comma + 1).filter(isWord);
	const [first, second] = words;
	// `Add empty and unavailable states`: what is added begins behind the verb.
	const nouns = first && second && isAction(first.word, second.word) ? words.length - 1 : words.length;
	return nouns === 1 && right.filter((token) => token.depth === 0 && isWord(token)).length > 1;
}

/** Adjectives that speak of all that follows: `Shared types and schemas`. */
const SPREADING = new Set(
	"shared common basic advanced remaining related final future general additional other further key core".split(" "),
);

/** One kind of work under two names, one verb phrase, or one noun with two adjectives. */
function isOneThing(left: readonly Token[], right: readonly Token[]): boolean {
	const before = left.filter(isWord);
	const behind = right.filter((token) => token.depth === 0 && isWord(token));
	const [first, second] = before;
	const head = before.at(-1);
	const [only, ...others] = behind;
	const otherHead = behind.at(-1);
	if (!first || !head || !only || !otherHead) return false;
	if (areKindred(head.word, otherHead.word)) return true;
	if (others.length > 0) return false;
	// `the plugin: rename + modernize`, `Commit, Tag, and Publish`
	if (isAction(only.word, undefined) && maybeAction(head.word)) return true;
	// `Make reviews prominent and truthful`, `Keep the store local and small`
	if (/(?:ful|less|ous|ible)$/u.test(only.word) || /^(?:make|keep|leave)$/u.test(first.word)) return true;
	const noun = second && maybeAction(first.word) ? second : first;
	return noun !== head && SPREADING.has(noun.word);
}

/** Neither side is a verb that leans on the other for its object. */
function joinsNouns(left: readonly Token[], right: readonly Token[]): boolean {
	const words = left.filter(isWord);
	const [first, second] = words;
	const [after, object] = right.filter(isWord);
	if (!first || !after) return false;
	if (!second)
		return (
			!maybeAction(first.word) || !maybeAction(after.word) || (object === undefined && !isAction(first.word, undefined))
		);
	// `Set up A and configure B` is a matter of outcomes; `Add a cache and metrics` joins two things.
	return !(isAction(first.word, second.word) && maybeAction(after.word));
}
