import { readdirSync, readFileSync } from "node:fs";
import type { Code, Heading, Nodes, Root } from "mdast";
import plugin from "../src/index.js";
import type { SettingsInput } from "../src/settings.js";
import type { PlanInput } from "./lint-plan.js";

/** A document in a page of the documentation, to be linted with what the page says surrounds it. */
export interface PageExample {
	readonly kind: "incorrect" | "correct";
	/** The line of its fence in the page, for the name of the test. */
	readonly line: number;
	readonly input: PlanInput;
	readonly options: Readonly<Record<string, unknown>> | undefined;
}

/** The pages of the rules: name of the rule → text. */
export function rulePages(): ReadonlyMap<string, string> {
	const folder = new URL("../docs/rules/", import.meta.url);
	const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
	return new Map(files.map((file) => [file.slice(0, -3), readFileSync(new URL(file, folder), "utf8")]));
}

interface Block {
	readonly line: number;
	readonly text: string;
	readonly info: Info;
}

/** What stands behind `markdown` at a fence. */
interface Info {
	/** The path of the document; blocks with one that stand under the same heading form a workspace. */
	readonly file: string | undefined;
	/** It only surrounds the others: nothing is asked of it. */
	readonly given: boolean;
	/** The text of `file` at the base revision. */
	readonly base: boolean;
	readonly settings: SettingsInput | undefined;
	readonly options: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The examples of a page: blocks of Markdown under `## Incorrect` and `## Correct`, and the headings below them.
 *
 * Behind `markdown` may stand: `file=plans/a.md`, `given`, `base`, `settings={…}` and `options={…}` (JSON without
 * spaces). A block ` ```text tracked ` lists, line by line, what git tracks besides the documents: a path, and behind a
 * space the text of the file.
 *
 * @throws {Error} words behind `markdown` that mean nothing
 */
export function examplesOf(page: string): readonly PageExample[] {
	const examples: PageExample[] = [];
	let kind: PageExample["kind"] | undefined;
	let group: Block[] = [];
	let tracked: Record<string, string> = {};
	const close = (): void => {
		if (kind) examples.push(...examplesOfGroup(kind, group, tracked));
		group = [];
		tracked = {};
	};
	for (const node of parse(page).children) {
		if (node.type === "heading") {
			close();
			if (node.depth <= 2) kind = kindOf(node);
		} else if (node.type === "code" && node.lang === "markdown") {
			group.push({ line: node.position?.start.line ?? 0, text: `${node.value}\n`, info: readInfo(node) });
		} else if (node.type === "code" && node.meta === "tracked") {
			Object.assign(tracked, Object.fromEntries(node.value.split("\n").map(trackedText)));
		}
	}
	close();
	return examples;
}

function examplesOfGroup(
	kind: PageExample["kind"],
	blocks: readonly Block[],
	tracked: Readonly<Record<string, string>>,
): PageExample[] {
	const named = blocks.filter((block) => block.info.file !== undefined);
	const documents = Object.fromEntries(
		named.filter((block) => !block.info.base).map((block) => [block.info.file, block.text]),
	);
	const base = Object.fromEntries(
		named.filter((block) => block.info.base).map((block) => [block.info.file, block.text]),
	);
	const asked = blocks.filter((block) => !block.info.given && !block.info.base);
	return asked.map(({ line, text, info: { file, settings, options } }) => ({
		kind,
		line,
		options,
		input: { text, filename: file, settings, documents, base, tracked },
	}));
}

function trackedText(line: string): [path: string, text: string] {
	const at = line.indexOf(" ");
	return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
}

function readInfo({ meta }: Code): Info {
	const words = (meta ?? "").split(" ").filter((word) => word !== "");
	const value = (key: string): string | undefined =>
		words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
	const json = (key: string): never | undefined => {
		const text = value(key);
		return text === undefined ? undefined : (JSON.parse(text) as never);
	};
	const strange = words.filter((word) => !/^(?:given|base|file=\S+|settings=\S+|options=\S+)$/.test(word));
	if (strange.length > 0) throw new Error(`A fence says ${strange.join(" ")}, which means nothing here.`);
	return {
		file: value("file"),
		given: words.includes("given"),
		base: words.includes("base"),
		settings: json("settings"),
		options: json("options"),
	};
}

function kindOf(heading: Heading): PageExample["kind"] | undefined {
	const text = textOf(heading).trim().toLowerCase();
	return text === "incorrect" || text === "correct" ? text : undefined;
}

function textOf(node: Nodes): string {
	return "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";
}

function parse(text: string): Root {
	const result = plugin.languages.plan.parse(
		{ body: text, path: "page.md", physicalPath: "page.md", bom: false },
		{ languageOptions: {} },
	);
	if (!result.ok) throw new Error(result.errors.map((error) => error.message).join("; "));
	return result.ast;
}
