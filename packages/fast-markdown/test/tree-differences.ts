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

/** Which nodes may end in another place, each with a text where it does. */
const OTHER_ENDS: Readonly<Record<string, string>> = {
	blockquote: "> >\n> ",
	code: ">```\n>",
	footnoteDefinition: "[^a]:\n  ",
	html: "><!--\n>",
	list: "1) <!a\n\n    ",
	listItem: "1) <!a\n\n    ",
};
/** Which nodes may have other empty lines at their end, by what they stand in, each with a text where they do. */
const OPEN_ENDS = {
	code: { blockquote: ">```\n>\n>\n", footnoteDefinition: "[^a]:```\n  " },
	html: { blockquote: "> <?a\n[^a]:", listItem: "+ <?a\n\n*", footnoteDefinition: "[^a]:<!a\n  " },
} as const;
/** Which nodes may end before or behind the blanks of the next line, by what they stand in. */
const LINE_ENDS = {
	text: { blockquote: "> `<div>\n>  <a@b.c>", listItem: "* `<div>\n  <a@b.c>" },
	break: { listItem: "+ &amp;<`\\\n  \t,&amp;" },
} as const;
/** What stands between two blocks: blanks, and markers of quotes and of items without text. */
const NOTHING_TO_READ = /^(?:[\s>]|[-*+](?!\S)|\d{1,9}[.)](?!\S))*$/u;

const offset = (node: Node, edge: "start" | "end"): number => node.position?.[edge].offset ?? -1;
/** What stands between the ends of two nodes; a node without a position ends nowhere. */
const between = (text: string, ...nodes: readonly Node[]): string => {
	if (nodes.some((node) => node.position === undefined)) return "nowhere";
	return text.slice(...(nodes.map((node) => offset(node, "end")).sort((a, b) => a - b) as [number, number]));
};
const isIn = (parents: readonly Nodes[], type: string): boolean => parents.some((parent) => parent.type === type);

/**
 * All that the native tree may have that micromark's has not: whatever else differs fails the tests and the fuzzing. An
 * entry that no longer shows in its example fails as well.
 */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
	...Object.entries(OTHER_ENDS).map(([type, example]) => ({
		name: `whether a ${type} ends before or behind the empty lines and markers that follow it`,
		example,
		reason: "The lines between the two ends hold nothing that is read, and findings start at the start of a block.",
		explains: ({ text, native, micromark, field }: Difference) =>
			field === "end" && native.type === type && NOTHING_TO_READ.test(between(text, native, micromark)),
	})),
	...Object.entries(OPEN_ENDS).flatMap(([type, containers]) =>
		Object.entries(containers).map(([container, example]) => ({
			name: `empty lines at the end of a node of the type ${type} that its ${container} leaves open`,
			example,
			reason: "Empty lines of code and of HTML are not read.",
			explains: ({ native, micromark, parents, field }: Difference) =>
				field === "value" &&
				native.type === type &&
				(native.type === "code" || native.type === "html") &&
				micromark.type === native.type &&
				isIn(parents, container) &&
				native.value.trimEnd() === micromark.value.trimEnd(),
		})),
	),
	...Object.entries(LINE_ENDS).flatMap(([type, containers]) =>
		Object.entries(containers).map(([container, example]) => ({
			name: `whether a ${type} in a ${container} that ends a line has the blanks at the start of the next one`,
			example,
			reason: "The value of the node is the same.",
			explains: ({ text, native, micromark, parents, field }: Difference) =>
				field === "end" &&
				native.type === type &&
				isIn(parents, container) &&
				/^[ \t>]*$/u.test(between(text, native, micromark)),
		})),
	),
	{
		name: "whether the paragraph of a task starts at its box where a bare address comes first",
		example: "+ [ ] www.a.béé---b__[ ] ",
		reason: "The box is told by the item; micromark's utilities find the address later, and lose positions.",
		explains: ({ native, micromark, parents, field }) =>
			field === "start" &&
			native.type === "paragraph" &&
			parents.at(-1)?.type === "listItem" &&
			(micromark as Parent).children[0]?.position === undefined,
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
