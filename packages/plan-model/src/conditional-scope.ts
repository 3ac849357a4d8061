import type { InlineText } from "./inline-text.js";
import type { Item, Phase } from "./plan.js";
import type { LocatedText } from "./source-range.js";

const CONDITION =
	"optional|optionally|nice[ -]to[ -]have|stretch(?: goal)?|bonus|if time (?:permits|allows)|time permitting|opcional|optionnel(?:le)?|facultatif|facultative|опционально|по желанию|可选";
/** A note in brackets that begins with the condition: `(optional)`, `[Optional, if asked for]`. */
const BRACKET = new RegExp(`[([（](?:${CONDITION})(?![\\p{L}\\p{N}])[^()[\\]（）]{0,60}[)\\]）]`, "iu");
/** `Optional: add a cache`, `Stretch goal — …`, `Optionally add …`. */
const LEAD = /^(?:optional(?:ly)?|nice[ -]to[ -]have|stretch(?: goal)?|bonus|opcional|optionnel|опционально|可选)(?=\s{0,2}(?:[:：—–]|-\s))|^optionally(?=\s)/iu;
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

/**
 * The steps, tasks and deliverables of a phase that are done only on a condition. A bullet below a step describes it,
 * so nested items count where they are work of their own: with a box or a number.
 */
export function conditionalScope(phase: Phase): LocatedText[] {
	const texts: InlineText[] = [];
	for (const field of [phase.stepsField, phase.deliverablesField]) if (field) texts.push(field.value);
	const visit = (items: readonly Item[]): void => {
		const stack = [...items].reverse();
		for (let item = stack.pop(); item; item = stack.pop()) {
			const isWork = item.parent === undefined || item.box !== undefined || item.number !== undefined;
			if (isWork) texts.push(item.text);
			// What stands below a conditional step shares its condition.
			if (!isWork || !findCondition(item.text)) stack.push(...[...item.children].reverse());
		}
	};
	visit(phase.steps);
	if (phase.deliverables !== phase.steps) visit(phase.deliverables);
	return texts.flatMap((text) => findCondition(text) ?? []);
}
