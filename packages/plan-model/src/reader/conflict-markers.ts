import type { Root } from "mdast";
import { readCodeBlocks } from "./code-blocks.js";
import type { ConflictMarkers } from "../plan.js";
import type { LineIndex } from "../text/source-range.js";

const MARKER = /^(?:(<{7}|>{7}|\|{7})(?: (.*))?|={7})\r?$/u;

/**
 * The markers that a merge left in a text (git-merge(1), "How conflicts are presented"): each conflict with its three
 * or four lines, and what is left of one that was cleared up in part. Code blocks may show markers on purpose; a row
 * of `=` with no marker before it underlines a heading.
 */
export function readConflictMarkers(root: Root, source: string, lines: LineIndex): ConflictMarkers[] {
	if (!source.includes("<<<<<<<") && !source.includes(">>>>>>>")) return [];
	const blocks = readCodeBlocks(root);
	const found: ConflictMarkers[] = [];
	let open: { -readonly [K in keyof ConflictMarkers]: ConflictMarkers[K] } | undefined;
	let block = 0;
	for (let line = 1; line <= lines.count; line++) {
		const start = lines.start(line);
		while ((blocks[block]?.range.end ?? Infinity) <= start) block++;
		if ((blocks[block]?.range.start ?? Infinity) <= start) continue;
		const text = source.slice(start, lines.start(line + 1)).replace(/(?<![\r\n])[\r\n]+$/u, "");
		const match = MARKER.exec(text);
		if (!match) continue;
		const [, marker, label = ""] = match;
		const range = { start, end: start + text.length };
		if (marker?.startsWith("<")) {
			open = { range, ours: label.trim(), theirs: undefined, separatorLine: undefined, endLine: undefined };
			found.push(open);
		} else if (marker?.startsWith(">")) {
			if (open) {
				open.endLine = line;
				open.theirs = label.trim();
				open = undefined;
			} else if (label.trim() !== "") {
				// Seven bare `>` are a quote in a quote, seven with a name behind them the end of a conflict.
				found.push({ range, ours: undefined, theirs: label.trim(), separatorLine: undefined, endLine: line });
			}
		} else if (open && marker === undefined) open.separatorLine ??= line;
	}
	return found;
}
