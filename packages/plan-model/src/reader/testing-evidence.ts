import type { InlineText } from "./inline-text.js";
import { flattenItems } from "./items.js";
import type { Phase } from "../plan.js";
import type { Vocabulary } from "../text/vocabulary.js";

/**
 * Whether the Testing of a phase names something that one could run or observe: a command, a path, other code, a link,
 * a number, a quotation, or any word beyond those that fit every test (`verify that it works as expected`).
 *
 * Words that the vocabulary does not know are taken for something to observe. A field that is missing or empty is no
 * matter of this question: it says `true`.
 */
export function namesEvidence({ testing }: Phase, vocabulary: Vocabulary): boolean {
	if (!testing || testing.isEmpty || testing.commandLines.length > 0) return true;
	const texts = [testing.value, ...flattenItems(testing.items).flatMap((item) => item.paragraphs)];
	// The first paragraph below a heading is its value; further blocks hold what is not read here.
	const rest = testing.blocks.filter(({ type }) => type !== "list" && type !== "ordered-list" && type !== "break");
	if (rest.length > (testing.form === "heading" && rest[0]?.type === "paragraph" ? 1 : 0)) return true;
	return texts.some((text) => isConcrete(text, vocabulary));
}

function isConcrete(text: InlineText, vocabulary: Vocabulary): boolean {
	if (text.runs.some((run) => run.kind === "code" || run.kind === "image" || run.link)) return true;
	if (/[\p{N}"“”„«»]/u.test(text.text)) return true;
	if (vocabulary.isNone(text.text)) return false;
	return text.text.split(/[^\p{L}\p{M}]+/u).some((word) => word !== "" && !vocabulary.isVagueCheckWord(word));
}
