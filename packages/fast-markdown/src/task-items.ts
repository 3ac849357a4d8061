import type { Heading, ListItem, Nodes, Paragraph, Root } from "mdast";

const BOX = /\[[ \txX]\][ \t]/u;

/**
 * Gives the text of every task item the form that it has in micromark's tree. Changes the tree in place.
 *
 * Both parsers cut `[x] ` from the paragraph's first text. mdast-util-gfm-task-list-item then moves the paragraph's start
 * behind the box, but only if some of that text is left: in `- [x] **done**` the paragraph still starts at the box. The
 * native parser moves it always. And an item whose text is underlined, a heading, is a task to the native parser only.
 */
export function alignTaskItems(root: Root, text: string): void {
	if (!BOX.test(text)) return;
	const left: Nodes[] = [root];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		if (node.type === "listItem" && typeof node.checked === "boolean") {
			const first = node.children[0];
			if (first?.type === "paragraph") alignParagraph(first, text);
			if (first?.type === "heading") alignHeading(node, first, text);
		}
		if (holdsLists(node)) for (const child of node.children) left.push(child);
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

/** In micromark's tree the box is text of the heading. */
function alignHeading(item: ListItem, heading: Heading, text: string): void {
	const end = heading.position && { ...heading.position.start };
	const box = moveToBox(heading, text);
	if (box === undefined || heading.position === undefined || end === undefined) return;
	item.checked = null;
	const start = { ...heading.position.start };
	const first = heading.children[0];
	if (first?.type === "text" && first.position !== undefined) {
		first.value = box + first.value;
		first.position.start = start;
	} else {
		heading.children.unshift({ type: "text", value: box, position: { start, end } });
	}
}

function alignParagraph(paragraph: Paragraph, text: string): void {
	const first = paragraph.children[0];
	if (first !== undefined && first.type !== "text") moveToBox(paragraph, text);
}

/**
 * Lets a block start at the box before it and gives the box. Only the box and a blank stand before what is left of the
 * block: the nearest bracket to the left opens the box.
 */
function moveToBox({ position }: Heading | Paragraph, text: string): string | undefined {
	const start = position?.start;
	if (start?.offset === undefined) return undefined;
	const { offset } = start;
	const box = text.lastIndexOf("[", offset - 1);
	const onThisLine = box > offset - start.column;
	if (box === -1 || !onThisLine) return undefined;
	start.column -= offset - box;
	start.offset = box;
	return text.slice(box, offset);
}
