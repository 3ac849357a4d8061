import stringWidth from "string-width";

/** A cell as it is measured, and as it is printed. */
export interface Cell {
	readonly text: string;
	readonly printed?: string | undefined;
}

/**
 * Rows in columns that line up, two blanks between them. Widths are those that a terminal gives to emoji and CJK, since
 * titles are in any language.
 */
export function alignColumns(rows: readonly (readonly Cell[])[]): string {
	const widths: number[] = [];
	for (const row of rows)
		for (const [at, { text }] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, stringWidth(text));
	return rows
		.map((row) =>
			row
				.map(({ text, printed }, at) => `${printed ?? text}${" ".repeat((widths[at] ?? 0) - stringWidth(text))}`)
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
