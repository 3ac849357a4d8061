import { isDeepStrictEqual } from "node:util";
import type { Node, Nodes, Parent } from "mdast";

/** One thing in which two trees of the same text differ. */
interface Difference {
	text: string;
	native: Nodes;
	micromark: Nodes;
	/** The native nodes around it, the root first. */
	parents: readonly Nodes[];
	/** `shape`: another type or other children. Else the field of the node, or `start` or `end` of its position. */
	field: string;
}

interface KnownDifference {
	name: string;
	/** A text that differs in this. */
	example: string;
	/** Why no rule can tell. */
	reason: string;
	explains(difference: Difference): boolean;
}

const BLOCKS = new Set(["blockquote", "code", "footnoteDefinition", "heading", "html", "list", "listItem"]);
/** A text in a quote that ends with a line may end before or behind the marker of the next one. */
const ENDS_IN_A_QUOTE = new Set(["text"]);
/** What stands between two blocks: blanks, and markers of quotes and of items without text. */
const NOTHING_TO_READ = /^(?:[\s>]|[-*+](?!\S)|\d{1,9}[.)](?!\S))*$/u;

const offset = (node: Node, edge: "start" | "end"): number => node.position?.[edge].offset ?? -1;
const isIn = (parents: readonly Nodes[], type: string): boolean => parents.some((parent) => parent.type === type);

/**
 * All that the native tree may have that micromark's has not: whatever else differs fails the tests and the fuzzing. An
 * entry that no longer shows in its example fails as well.
 */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
	{
		name: "whether a block ends before or behind the empty lines and markers that follow it",
		example: "> -\n>*",
		reason: "The lines between the two ends hold nothing that is read, and findings start at the start of a block.",
		explains: ({ text, native, micromark, parents, field }) =>
			field === "end" &&
			(BLOCKS.has(native.type) || (ENDS_IN_A_QUOTE.has(native.type) && isIn(parents, "blockquote"))) &&
			NOTHING_TO_READ.test(text.slice(...[offset(native, "end"), offset(micromark, "end")].sort((a, b) => a - b))),
	},
	{
		name: "empty lines at the end of a code block in a quote that is not closed",
		example: ">```\n>\n>\n",
		reason: "Empty lines of code are not read.",
		explains: ({ native, micromark, parents, field }) =>
			field === "value" &&
			native.type === "code" &&
			micromark.type === "code" &&
			isIn(parents, "blockquote") &&
			native.value.trimEnd() === micromark.value.trimEnd(),
	},
	{
		name: "whether a list in a quote is loose that ends with an empty line",
		example: "> -\n>\n>",
		reason: "No rule asks whether a list is loose.",
		explains: ({ parents, field }) => field === "spread" && isIn(parents, "blockquote"),
	},
	{
		name: "the blanks at the start of a line of inline HTML in a quote",
		example: "> a <b\n>   c>\n",
		reason: "Blanks mean nothing between the attributes of a tag or in a comment of ESLint; the position is the same.",
		explains: ({ native, micromark, parents, field }) =>
			field === "value" &&
			native.type === "html" &&
			micromark.type === "html" &&
			isIn(parents, "blockquote") &&
			withoutIndent(native.value) === withoutIndent(micromark.value),
	},
	{
		name: "two texts side by side where micromark has one",
		example: "[http://a. E",
		reason: "Whoever reads texts reads them one after the other.",
		explains: ({ native, micromark, field }) =>
			field === "shape" &&
			native.type === micromark.type &&
			isDeepStrictEqual(joinedTexts(native), joinedTexts(micromark)),
	},
	{
		name: "the position of the words around a bare address, which micromark's utilities leave out",
		example: "[http://a.b",
		reason: "The native parser knows more.",
		explains: ({ micromark, field }) => (field === "start" || field === "end") && micromark.position === undefined,
	},
];

const withoutIndent = (html: string): string => html.replaceAll(/([\r\n]) +/gu, "$1");

/** The children without positions, with neighbouring texts joined. */
function joinedTexts(node: Nodes): unknown[] {
	const joined: unknown[] = [];
	for (const child of (node as Partial<Parent>).children ?? []) {
		const last = joined.at(-1) as { type: string; value: string } | undefined;
		if (child.type === "text" && last?.type === "text") last.value += child.value;
		else
			joined.push(JSON.parse(JSON.stringify(child, (key, value: unknown) => (key === "position" ? undefined : value))));
	}
	return joined;
}

/** What the two trees differ in, in words. Sorted into the names of what is known, and a description of what is not. */
export function treeDifferences(text: string, native: Nodes, micromark: Nodes): { known: string[]; unknown: string[] } {
	const known = new Set<string>();
	const unknown: string[] = [];
	const note = (difference: Omit<Difference, "text">): void => {
		const entry = KNOWN_DIFFERENCES.find(({ explains }) => explains({ ...difference, text }));
		if (entry === undefined) unknown.push(describe(difference));
		else known.add(entry.name);
	};
	const compare = (a: Nodes, b: Nodes, parents: readonly Nodes[]): void => {
		const [inA, inB] = [a, b].map((node) => (node as Partial<Parent>).children ?? []) as [Nodes[], Nodes[]];
		if (a.type !== b.type || inA.length !== inB.length)
			return note({ native: a, micromark: b, parents, field: "shape" });
		for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
			if (field === "children" || field === "position") continue;
			const [valueA, valueB] = [a, b].map((node) => (node as unknown as Record<string, unknown>)[field]);
			if (!isDeepStrictEqual(valueA, valueB)) note({ native: a, micromark: b, parents, field });
		}
		for (const edge of ["start", "end"] as const) {
			if (isDeepStrictEqual(a.position?.[edge], b.position?.[edge])) continue;
			note({ native: a, micromark: b, parents, field: edge });
		}
		for (const [at, child] of inA.entries()) compare(child, inB[at] as Nodes, [...parents, a]);
	};
	if (!isDeepStrictEqual(native, micromark)) compare(native, micromark, []);
	return { known: [...known], unknown };
}

function describe({ native, micromark, parents, field }: Omit<Difference, "text">): string {
	const path = [...parents, native].map(({ type }) => type).join(" > ");
	const shown = (node: Nodes): string => {
		if (field === "start" || field === "end") return JSON.stringify(node.position?.[field]);
		if (field !== "shape") return JSON.stringify((node as unknown as Record<string, unknown>)[field]);
		return `${node.type}(${((node as Partial<Parent>).children ?? []).map(({ type }) => type).join(", ")})`;
	};
	return `${path}: ${field} is ${shown(native)}, not ${shown(micromark)}`;
}
