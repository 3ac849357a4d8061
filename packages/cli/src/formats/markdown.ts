import type { Finding } from "../report/finding.js";
import type { FormatInput } from "./format.js";
import { printable } from "../terminal/printable.js";

/** GitHub takes 1 MiB for the summary of a step, and shows nothing of a longer one. */
const MOST_BYTES = 900_000;

/** A table for the summary of a job: `acid-plans check --format markdown --output "$GITHUB_STEP_SUMMARY"`. */
export function format({ findings, summary, notes }: FormatInput): string {
	const head = ["## Plans", "", ...[...notes, summary].flatMap((line) => [escapeText(line), ""])];
	if (findings.length === 0) return head.join("\n");
	const rows: string[] = ["| | Place | Finding | Rule |", "| --- | --- | --- | --- |"];
	let bytes = 0;
	let left = findings.length;
	for (const finding of findings) {
		const row = tableRow(finding);
		bytes += Buffer.byteLength(row) + 1;
		if (bytes > MOST_BYTES) break;
		rows.push(row);
		left--;
	}
	const rest = left === 0 ? [] : [`Not shown for want of room: ${left} of ${findings.length} findings.`, ""];
	return [...head, ...rows, "", ...rest].join("\n");
}

function tableRow({ file, rule, severity, message, range, url }: Finding): string {
	const name = rule === null ? "" : escapeText(rule);
	return [
		"",
		severity === "error" ? " ❌ error " : " ⚠️ warning ",
		` ${escapeText(`${file}:${range.start.line}`)} `,
		` ${escapeText(message)} `,
		url === null ? ` ${name} ` : ` [${name}](${encodeURI(url)}) `,
		"",
	].join("|");
}

/**
 * Text that stands for itself in a cell: what plans say must not become markup. Character references, not backslashes:
 * a table takes its bars apart before it knows of a backslash in front of a backslash.
 */
function escapeText(text: string): string {
	return printable(text)
		.replace(/[&<>|`*_[\]\\~$@#!]|^:/g, (character) => `&#${character.charCodeAt(0)};`)
		.replace(/\s+/g, " ");
}
