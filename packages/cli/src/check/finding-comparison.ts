import type { ESLint, Linter } from "eslint";

/** The findings of a document, by what they say and the line they say it of. */
export type FindingCounts = Map<string, number>;

/** What valid-links and others add where a name of another file, script or plan is near. */
const SUGGESTION = / \((?:did you mean|files of that name are) [^()\n]*\)|, which has records up to [^\n.]*/g;

/**
 * What tells one finding from another: the rule, its words, and the text of its line. Line numbers do not count: they
 * move when anything above changes, in the other document that a finding names too. Nor does what may have been meant:
 * that depends on files that the document does not name.
 *
 * @param text the document that the finding is of
 */
export function findingKey({ ruleId, message, line }: Linter.LintMessage, lines: readonly string[]): string {
	const words = message
		.replace(/\blines? \d+(?:\s*[-–]\s*\d+)?/gi, "line N")
		.replace(/(\.\w+):\d+(?:[-:]\d+)?/g, "$1:N")
		.replace(SUGGESTION, "");
	const place = (lines[line - 1] ?? "").trim().replace(/\s+/g, " ");
	return JSON.stringify([ruleId, words, place]);
}

/** Counts the findings of a document. */
export function countFindings(messages: readonly Linter.LintMessage[], text: string): FindingCounts {
	const lines = text.split("\n");
	const counts: FindingCounts = new Map();
	for (const message of messages) {
		const key = findingKey(message, lines);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

/**
 * Splits a document's findings into those that were there before and those that were not.
 *
 * @param before the findings of the same document before; of two alike, as many are older as there were
 */
export function separateOlder(
	messages: readonly Linter.LintMessage[],
	text: string,
	before: FindingCounts,
): { readonly newer: Linter.LintMessage[]; readonly older: Linter.LintMessage[] } {
	const lines = text.split("\n");
	const left = new Map(before);
	const newer: Linter.LintMessage[] = [];
	const older: Linter.LintMessage[] = [];
	for (const message of messages) {
		const key = findingKey(message, lines);
		const known = left.get(key) ?? 0;
		if (known > 0) left.set(key, known - 1);
		(known > 0 ? older : newer).push(message);
	}
	return { newer, older };
}

/** A result with some of its messages, and the counts that belong to them. */
export function withMessages(result: ESLint.LintResult, messages: Linter.LintMessage[]): ESLint.LintResult {
	const count = (severity: number, fixable: boolean): number =>
		messages.filter((message) => message.severity === severity && (!fixable || message.fix !== undefined)).length;
	return {
		...result,
		messages,
		errorCount: count(2, false),
		warningCount: count(1, false),
		fatalErrorCount: messages.filter(({ fatal }) => fatal === true).length,
		fixableErrorCount: count(2, true),
		fixableWarningCount: count(1, true),
	};
}
