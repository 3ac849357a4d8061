import { type Located, printable, type SourceRange, type TextEdit } from "@acid-plans/model";
import { disableCommentEdit } from "./disable-comment.js";
import type { MarkdownTree, PlanDocument, RuleContext } from "./plan-document.js";

export type Data = Readonly<Record<string, string | number>>;

export interface AnyRemedy {
	readonly fix?: readonly TextEdit[] | undefined;
	readonly suggest?:
		| readonly { readonly messageId: string; readonly data?: Data | undefined; readonly edits: readonly TextEdit[] }[]
		| undefined;
}

/** Gives a finding to ESLint; without its edits where the document has had its share of them. */
export function reportTo(
	context: RuleContext,
	{ plan, settings, remedies }: PlanDocument,
	part: Located | SourceRange,
	messageId: string,
	data: Data,
	{ fix, suggest }: AnyRemedy,
): void {
	const range = "range" in part ? part.range : part;
	const start = plan.lines.position(range.start);
	const end = plan.lines.position(range.end);
	const suggestions: Suggestions = (suggest ?? [])
		.filter(({ edits }) => remedies.take(edits))
		.map((suggestion) => ({
			messageId: suggestion.messageId,
			data: printableData(suggestion.data ?? {}),
			fix: toFixer(suggestion.edits),
		}));
	// A finding without a place is about the whole document, and a comment above the first line is above nothing of it.
	const disabling =
		settings.suggestDisableComments &&
		range.end > range.start &&
		disableCommentEdit(plan, context.sourceCode.ast as MarkdownTree, start.line, context.id);
	if (disabling)
		suggestions.push({ desc: `Let it stand: disable ${context.id} here, and say why.`, fix: toFixer([disabling]) });
	context.report({
		// Markdown languages count columns from 1 (`columnStart`), the model from 0.
		loc: { start: { line: start.line, column: start.column + 1 }, end: { line: end.line, column: end.column + 1 } },
		messageId,
		data: printableData(data),
		fix: fix && fix.length > 0 && remedies.take(fix) ? toFixer(fix) : null,
		suggest: suggestions.length > 0 ? suggestions : null,
	});
}

/** ESLint prints messages as they are: what a plan says in them must not steer a terminal, or become a line of a log. */
function printableData(data: Data): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(data).map(([name, value]) => [name, typeof value === "string" ? printable(value) : value]),
	);
}

type Suggestions = NonNullable<Parameters<RuleContext["report"]>[0]["suggest"]>;

/** Several edits become one: ESLint applies them together or not at all, and refuses edits that overlap. */
function toFixer(edits: readonly TextEdit[]): () => Iterable<{ range: [number, number]; text: string }> {
	return () => edits.map(({ range, text }) => ({ range: [range.start, range.end], text }));
}
