import { isAction, isWord, maybeAction, tokensOf, type Token } from "../text/action-words.js";
import type { InlineText } from "./inline-text.js";
import type { LocatedText } from "../text/source-range.js";

const JOINERS = new Set(["and", "also", "then", "plus", "&"]);
/** After these a clause says what the outcome is for, or how it comes about: its verbs are no outcomes. */
const SUBORDINATORS = new Set(
	"to that which who so by while without when where before after because until if unless whether let help via using".split(
		" ",
	),
);
/** Whoever makes sure of an outcome has none beside it. */
const ASSURANCES = new Set("verify validate confirm ensure prove check test keep".split(" "));
const PRONOUNS = new Set("it them this that these both".split(" "));

/**
 * The outcomes that an objective names: clauses that begin with an action of their own (`Document the API and retire the
 * old one`), joined by and, also, then, plus or a semicolon, or sentences. `Build and test the loader` names one, and so
 * do joined nouns (`Build the loader and the writer`), purposes, and the check of what was made.
 *
 * @returns each in the words of the text; one or none where the text does not certainly name several
 */
export function outcomesOf(text: InlineText): LocatedText[] {
	const tokens = tokensOf(text.withoutCode);
	const starts: Token[] = [];
	const ends: number[] = [];
	/** The end of the last word that is no joiner. */
	let end = 0;
	let isSubordinate = false;
	let startsClause = true;
	let hasObject = false;
	for (const [at, token] of tokens.entries()) {
		const { word } = token;
		if (isEnd(tokens, at, text.text)) {
			if (ends.length < starts.length) ends.push(end);
			startsClause = true;
			isSubordinate = false;
			hasObject = true;
			continue;
		}
		if (token.depth > 0) continue;
		if (JOINERS.has(word)) {
			startsClause = true;
			continue;
		}
		if (SUBORDINATORS.has(word)) isSubordinate = true;
		if (startsClause && isWord(token)) {
			const next = tokens[at + 1];
			const isFirst = starts.length === 0;
			const isOutcome = isFirst
				? maybeAction(word) && at === 0
				: !isSubordinate &&
					hasObject &&
					isAction(word, next?.word) &&
					!ASSURANCES.has(word) &&
					hasOwnObject(tokens, at);
			if (isFirst && !isOutcome) return [];
			if (isOutcome) {
				if (ends.length < starts.length) ends.push(end);
				starts.push(token);
				hasObject = false;
			} else hasObject = true;
		} else if (isWord(token)) hasObject ||= !(tokens[at - 1]?.word === "," && maybeAction(word));
		startsClause = false;
		if (word !== ",") end = token.end;
	}
	if (ends.length < starts.length) ends.push(end);
	return starts.map((start, index) => text.located(start.start, ends[index] ?? end));
}

/** A full stop before a space or the end, a semicolon, a line of its own. */
function isEnd(tokens: readonly Token[], at: number, text: string): boolean {
	const token = tokens[at];
	if (token?.depth !== 0) return false;
	if (token.word === ";" || token.word === "；" || token.word === "。") return true;
	return (
		token.word === "." && /^(?:\s|$)/u.test(text.slice(token.end, token.end + 1)) && !isAbbreviated(tokens[at - 1])
	);
}

/** `e.g.`, `vs.`, an initial. */
function isAbbreviated(token: Token | undefined): boolean {
	return token === undefined || (isWord(token) && token.end - token.start < 3 && token.word !== "\0");
}

/** `and deploy the service`, but neither `and deploy` nor `and test it`. */
function hasOwnObject(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1];
	if (!isWord(next) || JOINERS.has(next.word)) return false;
	return !PRONOUNS.has(next.word) || isWord(tokens[at + 2]);
}
