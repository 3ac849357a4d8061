import type { Plan, TextEdit } from "@acid-plans/model";
import type { MarkdownTree } from "./plan-document.js";

type Block = MarkdownTree["children"][number];

/**
 * The blocks that a comment may stand above. In front of a list, a table or a quote it would part them from the field
 * that they belong to, and inside them, as inside a fence, it would be another item, row, or line of code.
 */
const COMMENTED: ReadonlySet<string> = new Set<Block["type"]>(["heading", "paragraph", "thematicBreak"]);

const DIRECTIVE = "<!-- eslint-disable-next-line ";

/**
 * The edit that lets one finding stand: a comment that disables its rule for the line, and a place in it to say why.
 * Where one stands there already, the rule joins it.
 *
 * @param line the line that the finding begins on, from 1
 * @returns `undefined` where a line of its own would change what the document is made of
 */
export function disableCommentEdit(
	{ text, lines }: Plan,
	tree: MarkdownTree,
	line: number,
	rule: string,
): TextEdit | undefined {
	const index = indexOfBlockAt(tree.children, line);
	const block = tree.children[index];
	if (block === undefined || !COMMENTED.has(block.type)) return undefined;
	const above = tree.children[index - 1];
	if (above?.type === "html" && above.position?.end.line === line - 1 && above.value.includes("eslint")) {
		const start = lines.start(line - 1);
		// The rules end where the reason begins (` -- `), or the comment ends (` -->`).
		const end = text.indexOf(" --", start + DIRECTIVE.length);
		if (!text.startsWith(DIRECTIVE, start) || end < 0 || end >= lines.start(line)) return undefined;
		return { range: { start: end, end }, text: `, ${rule}` };
	}
	const start = lines.start(line);
	return { range: { start, end: start }, text: `${DIRECTIVE}${rule} -- say why -->${lines.newline}` };
}

/** The block of the document that begins on a line; -1 if none does. */
function indexOfBlockAt(blocks: readonly Block[], line: number): number {
	let low = 0;
	let high = blocks.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const start = blocks[middle]?.position?.start.line ?? 0;
		if (start === line) return middle;
		if (start < line) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}
