import { createRequire } from "node:module";
import type { Document, Node } from "yaml";
import type { FrontMatter } from "../plan.js";
import type { LocatedText, SourceRange } from "../text/source-range.js";

/** The front matter with what could not be read in it. */
export interface FrontMatterReading extends FrontMatter {
	/** The first place at which the text is no YAML, with the reason; `undefined` when all of it was read. */
	readonly problem: { readonly reason: string; readonly at: LocatedText } | undefined;
}

type Yaml = typeof import("yaml");

let yaml: Yaml | undefined;

/** Loading the library costs more than reading many plans, and few plans have front matter: it waits for the first. */
function loadYaml(): Yaml {
	yaml ??= createRequire(import.meta.url)("yaml") as Yaml;
	return yaml;
}

/**
 * Reads the keys at the top level whose values are scalars or lists of scalars; anything deeper is left out. Scalars
 * are given as they are written (`2026-01-05`, `007`), not as YAML types them.
 *
 * @param value the YAML between the fences
 * @param range where the node stands, fences included
 */
export function readFrontMatter(value: string, range: SourceRange, source: string): FrontMatterReading {
	const entries = new Map<string, { readonly key: LocatedText; readonly values: readonly LocatedText[] }>();
	const fence = source.slice(range.start, range.end).indexOf("\n");
	const base = fence < 0 ? range.start : range.start + fence + 1;
	// Places are exact only where the node's value is what stands in the source.
	const isExact = source.startsWith(value, base);
	const located = (text: string, start: number, end: number): LocatedText => ({
		text,
		range: isExact ? { start: base + start, end: base + end } : range,
	});
	const { isMap, isScalar, isSeq, parseDocument } = loadYaml();

	let document: Document;
	try {
		document = parseDocument(value, { schema: "failsafe", logLevel: "silent", uniqueKeys: false, strict: false });
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { range, entries, problem: { reason, at: located("", 0, 0) } };
	}
	const [error] = document.errors;
	const problem = error && {
		reason: error.message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/u, "") ?? error.code,
		at: located(value.slice(error.pos[0], error.pos[1]), error.pos[0], Math.max(error.pos[0], error.pos[1])),
	};

	const scalar = (node: unknown): LocatedText | undefined => {
		if (!isScalar(node) || !node.range) return undefined;
		const text =
			node.value === null || node.value === undefined ? "" : String(node.value as string | number | boolean | bigint);
		return located(text, node.range[0], node.range[1]);
	};
	if (isMap<Node, Node | null>(document.contents)) {
		for (const pair of document.contents.items) {
			const key = scalar(pair.key);
			if (!key || key.text === "" || entries.has(key.text)) continue;
			const single = scalar(pair.value);
			if (single) entries.set(key.text, { key, values: single.text === "" ? [] : [single] });
			else if (isSeq(pair.value)) {
				const values = pair.value.items.map(scalar);
				if (values.every((each) => each !== undefined)) entries.set(key.text, { key, values });
			} else if (!pair.value) entries.set(key.text, { key, values: [] });
		}
	}
	return { range, entries, problem };
}
