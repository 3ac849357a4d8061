import { printable } from "@acid-plans/model";

export { printable };

/** {@link printable} for a title in a table or a label: white space is one blank, as Markdown has it. */
export function printableLine(text: string): string {
	return printable(text.replace(/\s+/gu, " ").trim());
}

/** {@link printable} for a text of several lines, such as a diff: its line ends are kept, with the carriage returns of CRLF. */
export function printableLines(text: string): string {
	const lines = text.split("\n");
	const last = lines.length - 1;
	const shown = lines.map((line, at) =>
		at < last && line.endsWith("\r") ? `${printable(line.slice(0, -1))}\r` : printable(line),
	);
	return withoutCommands(shown.join("\n"));
}

/**
 * Lines that no CI system takes for a command. GitHub Actions takes one for a command that begins with `::`, white space
 * in front of it not counted, or that has `##[error]` and the like anywhere (ActionCommand.cs of actions/runner): the name
 * of a folder can begin so, and a line of context in a diff.
 */
export function withoutCommands(text: string): string {
	return text
		.split("\n")
		.map((line) => (line.trimStart().startsWith("::") ? line.replace("::", "\ufffd:") : line))
		.join("\n")
		.replaceAll("##[", "#\ufffd[");
}
