import type { Linter } from "eslint";

/** Whether a finding, and each edit that it offers, stands inside the text. */
export function isInside(
	text: string,
	{ line, column, endLine = line, endColumn = column, fix, suggestions = [] }: Linter.LintMessage,
): boolean {
	// ESLint counts lines as ECMAScript does where a language does not say otherwise; Markdown has three line ends.
	const widths = text.split(/\r\n|[\r\n]/).map(({ length }) => length);
	const isPlace = (row: number, at: number): boolean => row >= 1 && at >= 1 && at - 1 <= (widths[row - 1] ?? -1);
	const edits = [fix, ...suggestions.map((suggestion) => suggestion.fix)].filter((edit) => edit !== undefined);
	return (
		isPlace(line, column) &&
		isPlace(endLine, endColumn) &&
		(endLine > line || (endLine === line && endColumn >= column)) &&
		edits.every(({ range: [start, end] }) => start >= 0 && end >= start && end <= text.length)
	);
}
