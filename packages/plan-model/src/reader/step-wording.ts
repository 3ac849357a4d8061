import { appendAll } from "../text/append-all.js";
import { isAction, isWord, maybeActionForm, tokensOf, type Token } from "../text/action-words.js";
import type { InlineText } from "./inline-text.js";
import type { Item, Phase } from "../plan.js";
import type { LocatedText } from "../text/source-range.js";

/** What keeps a step from being carried out as it is written. */
export interface StepFault {
	readonly item: Item;
	/** The words that show it; for `"no-action"` the whole step. */
	readonly words: LocatedText;
	readonly kind: "undecided" | "vague" | "no-action";
}

/** Words, in lower case, that a team takes for undecided or vague. */
export interface StepWords {
	/** At the beginning of a step: `decide`, `choose`. */
	readonly undecided: readonly string[];
	/** Anywhere in a step that names nothing concrete: `as needed`, `various`. */
	readonly vague: readonly string[];
}

/** Vague words in a longer step are an aside to what it says otherwise. */
const MOST_WORDS_OF_VAGUE = 12;

/** So many steps of a phase must begin with an action before the one that has none stands out. */
const LEAST_ACTIVE = 3;

/**
 * The steps of a phase that nobody can carry out as they stand, one fault each, in the order of the document. What is
 * ticked or set aside is decided.
 */
export function stepFaults(phase: Phase, words: StepWords): StepFault[] {
	if (phase.status?.tier === "done" || phase.status?.tier === "dropped") return [];
	const steps = stepsOf(phase);
	const faults: StepFault[] = [];
	const sorted = (): StepFault[] => faults.sort((a, b) => a.words.range.start - b.words.range.start);
	const stack = [...steps].reverse();
	for (let item = stack.pop(); item; item = stack.pop()) {
		if (item.excluded || item.box?.checked || item.box?.other) continue;
		const fault = undecided(item, words.undecided) ?? vague(item, words.vague);
		if (fault) faults.push(fault);
		appendAll(stack, [...item.children].reverse());
	}
	const passive = steps.filter((item) => !hasAction(item));
	if (passive.length === 0) return sorted();
	const active = steps.filter(beginsWithAction).length;
	// Where others of the phase begin with a verb we know the language and the habit; where most do not, it is a list of parts.
	if (active >= LEAST_ACTIVE && active >= passive.length * 3) {
		const told = new Set(faults.map((fault) => fault.item));
		for (const item of passive) {
			if (item.excluded || item.box?.checked || item.box?.other || told.has(item)) continue;
			faults.push({ item, words: firstLine(item.text), kind: "no-action" });
		}
	}
	return sorted();
}

/**
 * The items of a phase that are its steps: those of the Steps field, else the ticked ones, else the longest numbered list.
 * Other bullets of a phase may be anything, and a document that is one phase has sections of its own.
 */
export function stepsOf(phase: Phase): readonly Item[] {
	if (phase.stepsField) return phase.steps;
	if (phase.heading?.level === 1) return [];
	const ticked = phase.steps.filter((item) => item.box?.kind === "task");
	if (ticked.length > 0) return ticked;
	let longest: Item[] = [];
	let list: Item[] = [];
	for (const item of phase.steps) {
		if (item.number === undefined) continue;
		const last = list.at(-1)?.number;
		if (last !== undefined && item.number === last + 1) list.push(item);
		else list = [item];
		if (list.length > longest.length) longest = list;
	}
	return longest;
}

/** `Decide …`, `Choose between A and B`, `Either A or B`, or a question. */
function undecided(item: Item, words: readonly string[]): StepFault | undefined {
	const { text } = item;
	const plain = text.withoutCode;
	const lower = plain.toLowerCase();
	// Of most steps this is certain without taking them apart.
	if (!lower.includes("?") && !lower.includes("either") && !words.some((word) => lower.includes(word)))
		return undefined;
	const tokens = tokensOf(plain);
	const [first, second] = tokens;
	if (!first || !second) return undefined;
	const found = (from: number, to: number): StepFault => ({ item, words: text.located(from, to), kind: "undecided" });
	if (words.includes(first.word) && isOpenChoice(first.word, tokens)) return found(first.start, first.end);
	const either =
		first.word === "either" ? first : second.word === "either" && isAction(first.word, "the") ? second : undefined;
	const or = either && tokens.find((token) => token.word === "or" && token.start > either.end);
	if (either && or) return found(either.start, or.end);
	// `Decision record: why two stores?` is a title.
	if (tokens.some((token) => token.word === ":" || token.word === "：")) return undefined;
	const question = tokens.findIndex((token, at) => isQuestion(tokens, at) && token.depth === 0);
	const mark = tokens[question];
	return mark && found(mark.start, mark.end);
}

const ALSO_A_CLICK = new Set(["choose", "pick", "select", "determine"]);

/**
 * A decision is named as such; `Choose the template` may as well be a click in a program. With an article, a
 * question word or alternatives behind it, it is open which one.
 */
function isOpenChoice(word: string, tokens: readonly Token[]): boolean {
	if (!ALSO_A_CLICK.has(word)) return true;
	const next = tokens[1]?.word ?? "";
	return (
		/^(?:a|an|one|between|among|whether|which|what|how|if|where|when)$/u.test(next) ||
		tokens.some((token) => token.word === "or" || token.word === "vs")
	);
}

/** Behind a word and at the end of a sentence; `token?` in the middle of one is a name. */
function isQuestion(tokens: readonly Token[], at: number): boolean {
	return (
		tokens[at]?.word === "?" &&
		isWord(tokens[at - 1]) &&
		tokens[at - 1]?.word !== "\0" &&
		tokens[at - 1]?.end === tokens[at]?.start &&
		at === tokens.length - 1
	);
}

function vague(item: Item, words: readonly string[]): StepFault | undefined {
	const { text } = item;
	const plain = text.withoutCode;
	const lower = plain.toLowerCase();
	const mayStand = (phrase: string): boolean =>
		phrase
			.toLowerCase()
			.split(" ")
			.every((part) => lower.includes(part));
	if (!words.some(mayStand)) return undefined;
	const tokens = tokensOf(plain);
	if (tokens.filter(isWord).length > MOST_WORDS_OF_VAGUE || item.children.length > 0 || isConcrete(text, tokens))
		return undefined;
	for (const phrase of words) {
		const parts = phrase.toLowerCase().split(" ");
		const at = tokens.findIndex((_, index) => parts.every((part, offset) => tokens[index + offset]?.word === part));
		const first = tokens[at];
		const last = tokens[at + parts.length - 1];
		if (first && last) return { item, words: text.located(first.start, last.end), kind: "vague" };
	}
	return undefined;
}

/** Code, a link, a number, a quotation, a name with capitals inside or behind its beginning (`CacheKey`, `HTTP`, `Redis`). */
function isConcrete(text: InlineText, tokens: readonly Token[]): boolean {
	return (
		text.runs.some((run) => run.kind === "code" || run.kind === "image" || run.link !== undefined) ||
		tokens.some(
			(token, at) =>
				/[\d"“«_]/u.test(token.word) ||
				(at > 0 && /\p{Lu}/u.test(text.text.slice(token.start, token.end))) ||
				/.\p{Lu}/u.test(text.text.slice(token.start, token.end)),
		)
	);
}

function beginsWithAction(item: Item): boolean {
	const [first, second] = tokensOf(item.text.withoutCode).filter(isWord);
	return first !== undefined && isAction(first.word, second?.word);
}

/** Any form of a verb we know, code, a link or steps below it may say what to do. */
function hasAction(item: Item): boolean {
	const { text } = item;
	if (item.children.length > 0 || item.paragraphs.length > 1 || text.text === "") return true;
	return (
		text.runs.some((run) => run.kind !== "text" || run.link !== undefined) ||
		tokensOf(text.text).some((token) => maybeActionForm(token.word))
	);
}

function firstLine(text: InlineText): LocatedText {
	const [line = text] = text.lines();
	return line.located(0, line.text.length);
}
