import { appendAll } from "../text/append-all.js";
import type { InlineText } from "./inline-text.js";
import { flattenItems } from "./items.js";
import type { CountClaim, Phase, Section } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import { sectionsOutsidePhases } from "./section-places.js";
import type { Vocabulary } from "../text/vocabulary.js";
import { execAll } from "../text/exec-all.js";

const NUMBERS: ReadonlyMap<string, number> = new Map(
	[
		"one|ein|eine|una|un|uno|une|um|uma",
		"two|zwei|dos|deux|dois|duas",
		"three|drei|tres|trois|três",
		"four|vier|cuatro|quatre|quatro",
		"five|fünf|cinco|cinq",
		"six|sechs|seis",
		"seven|sieben|siete|sept|sete",
		"eight|acht|ocho|huit|oito",
		"nine|neun|nueve|neuf|nove",
		"ten|zehn|diez|dix|dez",
		"eleven|elf|once|onze",
		"twelve|zwölf|doce|douze|doze",
	].flatMap((words, index) => words.split("|").map((word): [string, number] => [word, index + 1])),
);

/**
 * What makes a number one of the whole plan: `across 7 phases`, `all 6 phases`, `in three phases`, `Total: 20 tasks`.
 * `Phase 2 has three tasks`, `splits into 3 phases` and `a two-phase commit` count something else.
 */
const GOVERNED =
	/(?<![\p{L}\p{N}_])(?:(all(?: of the)?|across(?: all)?|in(?: all)?|over|throughout|total[:：]?|alle|in allen|insgesamt|todas las|todos los|en|sur|em|todas as) {1,2})(\d{1,3}|\p{L}{2,6}) {1,2}(?:(?:[Ii]mplementation|[Dd]evelopment|[Mm]ain|[Mm]ajor|[Aa]tomic) {1,2})?(\p{L}+)(?![\p{L}\p{N}_-])/giu;

/** `in two steps`, `over three stages` tell how something happens; only a plan goes on in phases. */
const HOW = /^(?:in|over|en|sur|em)$/iu;
const LOOSE_WORDS: ReadonlySet<string> = new Set([
	"step",
	"stage",
	"part",
	"task",
	"schritt",
	"paso",
	"étape",
	"parte",
	"aufgabe",
	"tarea",
	"tâche",
]);

/** `all 7 phases`, but not `all 3 phases of the importer`, which are somebody else's. */
const OF_ANOTHER =
	/^ {1,2}(?:of|from|for|per|von|für|de|des|del|pour|do|da) (?!(?:this|the|our|diese[sr]?|este|esta|ce|cette) (?:plan|roadmap|implementation|project)\b)/iu;

/** What the headings, paragraphs and items outside the phases say of their number. */
export function readCountClaims(
	context: ReadContext,
	sections: readonly Section[],
	phases: readonly Phase[],
): CountClaim[] {
	const outside = new Set(sectionsOutsidePhases({ sections, allPhases: phases }));
	const claims: CountClaim[] = [];
	const read = (text: InlineText): void => {
		appendAll(claims, findCountClaims(text, context.vocabulary));
	};
	for (const section of [undefined, ...context.outline.sections]) {
		if (section && !outside.has(context.section(section))) continue;
		const { paragraphs, items } = section ? context.content(section) : context.preamble;
		if (section) read(section.heading.text);
		for (const paragraph of paragraphs) read(paragraph);
		for (const item of flattenItems(items)) for (const paragraph of item.paragraphs) read(paragraph);
	}
	return claims.sort((a, b) => a.range.start - b.range.start);
}

/** Finds how many units a text says that the plan has. */
export function findCountClaims(text: InlineText, vocabulary: Vocabulary): CountClaim[] {
	const plain = text.withoutCode.replace(/[\r\n]/gu, " ");
	const claims: CountClaim[] = [];
	for (const match of execAll(GOVERNED, plain)) {
		const [whole, before = "", number = "", word = ""] = match;
		const singular = vocabulary.seriesWord(word);
		const count = /^\d/u.test(number) ? Number(number) : NUMBERS.get(number.toLowerCase());
		// `in 1 phase` says when, not how many.
		if (singular === undefined || count === undefined || count < 2) continue;
		if (HOW.test(before) && LOOSE_WORDS.has(singular)) continue;
		if (OF_ANOTHER.test(plain.slice(match.index + whole.length))) continue;
		const start = match.index + whole.indexOf(number, before.length);
		claims.push({
			...text.located(start, start + number.length),
			count,
			word: singular,
			phrase: text.text.slice(start, match.index + whole.length).replace(/\r?\n/gu, " "),
		});
	}
	return claims;
}

/**
 * The numbers of units that a reader may count in a plan: those of each series of this word, all of them together,
 * those that were not dropped, and `5a`, `5b` as one.
 */
export function countsOf(phases: readonly Phase[]): ReadonlySet<number> {
	const counts = new Set<number>();
	const groups = new Map<unknown, Phase[]>();
	for (const phase of phases) {
		const group = groups.get(phase.series);
		if (group) group.push(phase);
		else groups.set(phase.series, [phase]);
	}
	for (const group of [...groups.values(), phases]) {
		const kept = group.filter((phase) => phase.status?.tier !== "dropped");
		for (const some of [group, kept]) {
			counts.add(some.reduce((sum, phase) => sum + unitsOf(phase), 0));
			counts.add(new Set(some.map((phase) => String(phase.label.parts[0] ?? phase.label.text))).size);
		}
	}
	return counts;
}

/** `Phases 3-5` stands for three. */
function unitsOf({ label }: Phase): number {
	const [from] = label.parts;
	const [to] = label.last?.parts ?? [];
	return typeof from === "number" && typeof to === "number" && to > from ? to - from + 1 : 1;
}
