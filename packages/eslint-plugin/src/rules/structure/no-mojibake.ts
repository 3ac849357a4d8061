import { findMojibake } from "@acid-plans/model";
import { definePlanRule, EVERY_DOCUMENT } from "../../define-plan-rule.js";

/** Structure: what a plan says must be there to read, letter for letter. */
export default definePlanRule({
	name: "no-mojibake",
	principle: "structure",
	preset: "recommended",
	kinds: EVERY_DOCUMENT,
	summary: "Disallow text that was decoded with the wrong character set",
	fixable: "code",
	messages: {
		wrongCharset:
			'"{{text}}" is "{{original}}", decoded with the wrong character set. Write "{{original}}", and save the file as UTF-8.',
		lost: "A character was lost when this text was decoded (U+FFFD). Write it again, or restore the line from history.",
		remains:
			'"{{text}}" is what a wrong character set left of a character; which one it was cannot be told. Write it again, or restore the line from history.',
	},
	check({ plan, report }) {
		for (const prose of plan.proseRanges) {
			const text = plan.text.slice(prose.start, prose.end);
			for (const { start, end, original } of findMojibake(text)) {
				const range = { start: prose.start + start, end: prose.start + end };
				const found = text.slice(start, end);
				if (original === undefined && found.startsWith("\u{FFFD}")) report(range, "lost");
				else if (original === undefined) report(range, "remains", { text: found });
				else report(range, "wrongCharset", { text: found, original }, { fix: [{ range, text: original }] });
			}
		}
	},
});
