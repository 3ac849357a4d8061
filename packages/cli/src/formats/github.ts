import type { Finding } from "../report/finding.js";
import type { FormatInput } from "./format.js";
import { printable } from "../terminal/printable.js";

/**
 * Workflow commands of GitHub Actions: the findings become annotations of the changed lines. Escaping is that of the
 * toolkit's `core.error` (actions/toolkit, packages/core/src/command.ts).
 */
export function format({ findings }: FormatInput): string {
	return findings.map((finding) => `${command(finding)}\n`).join("");
}

function command({ file, rule, severity, message, range, url }: Finding): string {
	const { start, end } = range;
	const properties = {
		file,
		line: start.line,
		// GitHub takes columns only for a place on one line, and counts the last one in.
		...(end.line === start.line
			? { endLine: end.line, col: start.column, endColumn: Math.max(start.column, end.column - 1) }
			: { endLine: end.line }),
		title: rule ?? "eslint",
	};
	const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
	return `::${severity} ${list.join(",")}::${escapeData(url === null ? printable(message) : `${printable(message)}\n${url}`)}`;
}

function escapeData(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A file is known by its whole name, line ends too; what else a terminal may obey stands in no name that GitHub could show. */
function escapeProperty(text: string): string {
	return escapeData(
		text
			.split(/(?<=[\r\n])|(?=[\r\n])/)
			.map((part) => (/^[\r\n]$/.test(part) ? part : printable(part)))
			.join(""),
	)
		.replaceAll(":", "%3A")
		.replaceAll(",", "%2C");
}
