import { appendAll } from "../text/append-all.js";
import type { InlineText } from "./inline-text.js";
import { readItemLabel } from "../text/item-label.js";
import type { Item, Phase, Plan } from "../plan.js";
import type { LocatedText } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

const CONDITION =
	"optional|optionally|nice[ -]to[ -]have|stretch(?: goal)?|bonus|if time (?:permits|allows)|time permitting|opcional|optionnel(?:le)?|facultatif|facultative|опционально|по желанию|可选";
/** A note in brackets that begins with the condition: `(optional)`, `[Optional, if asked for]`; `(optional field)` is about a field. */
const BRACKET = new RegExp(
	`[([（](?:${CONDITION})(?:\\s?(?:[,;:：，；—–-]|but |if |for |to |task|step|item|phase|deliverable|enhancement|extra|work)[^()[\\]（）]{0,80})?[)\\]）]`,
	"iu",
);
/** `Optional: add a cache`, `Stretch goal — …`, `Optionally add …`. */
const LEAD =
	/^(?:optional(?:ly)?|nice[ -]to[ -]have|stretch(?: goal)?|bonus|opcional|optionnel|опционально|可选)(?=\s{0,2}(?:[:：—–]|-\s))|^optionally(?=\s)/iu;
const ANYWHERE =
	/(?<![\p{L}\p{N}])(?:(?:if|when|as|where) time (?:permits|allows)|time permitting|if (?:there(?:'s| is)|we have) (?:enough )?time(?: left)?|as a stretch goal|(?:wenn|falls)(?: es)?(?: die)?(?: noch)? Zeit (?:bleibt|ist|erlaubt)|wenn es die Zeit erlaubt|si (?:el tiempo lo permite|le temps le permet)|se o tempo permitir|если (?:останется|будет) время)(?![\p{L}\p{N}])|(?:如果)?时间允许/iu;

/** The words of a step, deliverable or heading that make it conditional; `undefined`: it is to be done. */
export function findCondition(text: InlineText): LocatedText | undefined {
	const words = text.withoutCode;
	const found = ANYWHERE.exec(words) ?? LEAD.exec(words) ?? BRACKET.exec(words);
	if (!found || isAboutThing(text, words, found.index)) return undefined;
	return text.located(found.index, found.index + found[0].length);
}

/** `--path (optional)`, `name (optional): the name`: an argument or package may be left out, not the work. */
function isAboutThing(text: InlineText, words: string, at: number): boolean {
	const [first] = text.runs;
	if (first?.kind !== "code") return false;
	const behind = words.slice(first.end, at).trim();
	return behind === "" || /^[:：—–,-]/u.test(behind) || /^[:：]/u.test(words.slice(first.end).trim());
}

/** What a plan would do only on a condition. */
export interface ConditionalWork {
	/** The words that say so. */
	readonly condition: LocatedText;
	/** The phase that it is a part of; `undefined` in a plan without phases. */
	readonly phase: Phase | undefined;
	/** A step, deliverable or task by its name; `undefined`: an item without one. */
	readonly name: string | undefined;
}

/**
 * The steps, tasks and deliverables that are done only on a condition: items, sub-headings of a phase with a label or
 * box (`#### 9.7 Add alerts (optional)`), and tasks inside a phase. A phase that is optional as a whole is none. What
 * is done or dropped is decided, and so is left alone.
 */
export function findConditionalWork(plan: Plan, vocabulary: Vocabulary): ConditionalWork[] {
	const found = new Map<number, ConditionalWork>();
	// A task of a phase is an item of it, too: it is told once, by its name.
	const add = (work: ConditionalWork): void => {
		const at = work.condition.range.start;
		if (work.name !== undefined || !found.has(at)) found.set(at, work);
	};
	const phaseHeadings = new Set(plan.allPhases.map((phase) => phase.heading));
	for (const phase of plan.allPhases) {
		if (isDecided(phase)) continue;
		const { parentPhase } = phase.series;
		const text = phase.heading?.text ?? phase.item?.text;
		const condition = text && parentPhase && !isDecided(parentPhase) ? findCondition(text) : undefined;
		if (condition) add({ condition, phase: parentPhase, name: phase.name });
		if (phase.item || condition) continue;
		for (const text of textsOf(phase)) {
			const inItem = findCondition(text);
			if (inItem) add({ condition: inItem, phase, name: undefined });
		}
		const sections = [...(phase.section?.children ?? [])].reverse();
		for (let section = sections.pop(); section; section = sections.pop()) {
			const { heading } = section;
			if (phaseHeadings.has(heading)) continue;
			appendAll(sections, [...section.children].reverse());
			const label = readItemLabel(heading.text.text, vocabulary);
			const inHeading = label && findCondition(heading.text);
			if (label && inHeading) add({ condition: inHeading, phase, name: label.label.text });
		}
	}
	if (plan.allPhases.length > 0) return [...found.values()];
	for (const section of plan.sections) {
		if (section.name !== "breakdown" && vocabulary.field(section.heading.text.text) !== "steps") continue;
		for (const text of workIn(section.items)) {
			const condition = findCondition(text);
			if (condition) add({ condition, phase: undefined, name: undefined });
		}
	}
	return [...found.values()];
}

function isDecided({ status }: Phase): boolean {
	return status !== undefined && status.place !== "boxes" && (status.tier === "done" || status.tier === "dropped");
}

function textsOf(phase: Phase): InlineText[] {
	const texts: InlineText[] = [];
	for (const field of [phase.stepsField, phase.deliverablesField]) if (field) texts.push(field.value);
	appendAll(texts, workIn(phase.steps));
	if (phase.deliverablesField !== phase.stepsField) appendAll(texts, workIn(phase.deliverables));
	return texts;
}

/** A bullet below a step describes it, so nested items count where they are work of their own: with a box or a number. */
function workIn(items: readonly Item[]): InlineText[] {
	const texts: InlineText[] = [];
	const stack = [...items].reverse();
	for (let item = stack.pop(); item; item = stack.pop()) {
		const isWork = item.parent === undefined || item.box !== undefined || item.number !== undefined;
		if (isWork) texts.push(item.text);
		// What stands below a conditional step shares its condition.
		if (!isWork || !findCondition(item.text)) appendAll(stack, [...item.children].reverse());
	}
	return texts;
}
