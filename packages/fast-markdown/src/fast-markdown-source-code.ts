import type { Html, Nodes, Parent, Root } from "mdast";
import { type InlineConfigComment, MarkdownSourceCode, type VisitStep } from "./bundle/eslint-markdown.js";

type Node = VisitStep["target"];

/**
 * @eslint/markdown's source code, which walks the tree itself instead of by recursion (a quote in 20,000 quotes exhausts the
 * stack), and only as far as somebody asks.
 */
export class FastMarkdownSourceCode extends MarkdownSourceCode {
	readonly #rootOnly: boolean;
	#parents: Map<Node, Parent | undefined> | undefined;
	#inlineConfig: InlineConfigComment[] | undefined;
	#steps: VisitStep[] | undefined;

	constructor({ text, ast, rootOnly = false }: { text: string; ast: Root; rootOnly?: boolean }) {
		super({ text, ast });
		this.#rootOnly = rootOnly;
	}

	/** The node that holds this one; `undefined` for the root and for nodes of other trees. */
	override getParent(node: Node): Parent | undefined {
		this.#parents ??= new Map(walk(this.ast).flatMap(({ phase, args }) => (phase === 1 ? [args] : [])));
		return this.#parents.get(node);
	}

	/** ESLint's comments in the document's HTML. */
	override getInlineConfigNodes(): InlineConfigComment[] {
		this.#inlineConfig ??= this.#readInlineConfig();
		return this.#inlineConfig;
	}

	#readInlineConfig(): InlineConfigComment[] {
		if (!this.text.includes("<!--") || !this.text.includes("eslint")) return [];
		const html = walk(this.ast).flatMap(({ target, phase }) =>
			phase === 1 && target.type === "html" ? [target as Html] : [],
		);
		// What counts as such a comment is @eslint/markdown's to say; it reads it from a tree that has no depth.
		const flat: Root = { ...this.ast, children: html };
		return new MarkdownSourceCode({ text: this.text, ast: flat }).getInlineConfigNodes();
	}

	/**
	 * No comments: Markdown has none in the sense of scripts. ESLint's core rules ask for them on every file that a config
	 * object without `files` switches them on for (`js.configs.recommended`), and would end the run.
	 */
	getAllComments(): readonly never[] {
		return [];
	}

	/** Every node, entered and left, in the order of the document; or the root alone. */
	override traverse(): VisitStep[] {
		// The constructor of the base class asks for a first traversal before this class has its fields.
		if (!(#rootOnly in this)) return [];
		this.#steps ??= this.#rootOnly ? enterAndLeave(this.ast) : walk(this.ast);
		return this.#steps;
	}
}

function enterAndLeave(root: Root): VisitStep[] {
	const args: VisitStep["args"] = [root, undefined];
	return [
		{ type: "visit", kind: 1, phase: 1, target: root, args },
		{ type: "visit", kind: 1, phase: 2, target: root, args },
	];
}

function walk(root: Root): VisitStep[] {
	const steps: VisitStep[] = [];
	const open: { node: Nodes; args: VisitStep["args"]; next: number }[] = [];
	const enter = (node: Nodes, parent: Parent | undefined): void => {
		const args: VisitStep["args"] = [node, parent];
		steps.push({ type: "visit", kind: 1, phase: 1, target: node, args });
		open.push({ node, args, next: 0 });
	};
	enter(root, undefined);
	for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
		const child = "children" in top.node ? top.node.children[top.next++] : undefined;
		if (child !== undefined) {
			enter(child, top.node as Parent);
			continue;
		}
		steps.push({ type: "visit", kind: 1, phase: 2, target: top.node, args: top.args });
		open.pop();
	}
	return steps;
}
