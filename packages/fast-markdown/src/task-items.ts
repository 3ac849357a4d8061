import type { Nodes, Paragraph, Root } from "mdast";

const BOX = /\[[ \txX]\][ \t]/u;

/**
 * Gives the paragraph of every task item the start that it has in micromark's tree. Changes the tree in place.
 *
 * Both parsers cut `[x] ` from the paragraph's first text. mdast-util-gfm-task-list-item then moves the paragraph's start
 * behind the box, but only if some of that text is left: in `- [x] **done**` the paragraph still starts at the box. The
 * native parser moves it always.
 */
export function alignTaskItems(root: Root, text: string): void {
	if (!BOX.test(text)) return;
	const left: Nodes[] = [root];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		if (node.type === "listItem" && typeof node.checked === "boolean" && node.children[0]?.type === "paragraph") {
			alignParagraph(node.children[0], text);
		}
		if (holdsLists(node)) left.push(...node.children);
	}
}

/** The containers that a list can stand in: the rest of the tree, most of its nodes, is not looked at. */
function holdsLists(
	node: Nodes,
): node is Extract<Nodes, { type: "root" | "blockquote" | "list" | "listItem" | "footnoteDefinition" }> {
	const { type } = node;
	return (
		type === "root" || type === "blockquote" || type === "list" || type === "listItem" || type === "footnoteDefinition"
	);
}

/** Only the box and a blank stand before what is left of the paragraph: the nearest bracket to the left opens the box. */
function alignParagraph({ children: [first], position }: Paragraph, text: string): void {
	const start = position?.start;
	if (start?.offset === undefined || first === undefined || first.type === "text") return;
	const box = text.lastIndexOf("[", start.offset - 1);
	const onThisLine = box > start.offset - start.column;
	if (box === -1 || !onThisLine) return;
	start.column -= start.offset - box;
	start.offset = box;
}
