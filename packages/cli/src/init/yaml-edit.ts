import { isMap, isNode, isSeq, parse, parseDocument, stringify } from "yaml";

/**
 * Adds to a block of a YAML text, everything else kept as it is written.
 *
 * @param path of the map or the list, from the outermost; `[]` is the document
 * @param value an object, whose keys are added to a map; or one entry for a list
 * @returns the new text; `undefined`: there is no such block, it has the key already, or where to write is not certain
 */
export function addToYaml(text: string, path: readonly string[], value: object): string | undefined {
	const document = parseDocument(text);
	if (document.errors.length > 0) return undefined;
	const block = path.length === 0 ? document.contents : document.getIn(path, true);
	if (!(isMap(block) || isSeq(block)) || block.flow === true || block.items.length === 0) return undefined;
	if (isMap(block) && Object.keys(value).some((key) => block.has(key))) return undefined;
	const start = block.range?.[0];
	const last = endOfLast(block);
	if (start === undefined || last === undefined) return undefined;

	const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
	if (indent.trim() !== "") return undefined;
	const lineEnd = text.charAt(last - 1) === "\n" ? last - 1 : text.indexOf("\n", last);
	const at = lineEnd < 0 ? text.length : lineEnd + 1;
	const eol = text.includes("\r\n") ? "\r\n" : "\n";
	const lines = stringify(isSeq(block) ? [value] : value, { lineWidth: 0 })
		.trimEnd()
		.split("\n")
		.map((line) => `${indent}${line}${eol}`);
	const after = `${text.slice(0, at)}${lineEnd < 0 ? eol : ""}${lines.join("")}${text.slice(at)}`;
	return saysTheSame(after, expected(text, path, value)) ? after : undefined;
}

function endOfLast(block: { readonly items: readonly unknown[] }): number | undefined {
	const last = block.items.at(-1);
	const pair = last as { readonly key?: unknown; readonly value?: unknown };
	const node = [last, pair.value, pair.key].find((each) => isNode(each));
	return isNode(node) ? node.range?.[1] : undefined;
}

function expected(text: string, path: readonly string[], value: object): unknown {
	const whole: unknown = parse(text);
	const block = path.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], whole);
	if (Array.isArray(block)) block.push(value);
	else Object.assign(block as object, value);
	return whole;
}

function saysTheSame(text: string, value: unknown): boolean {
	const document = parseDocument(text);
	return document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(value);
}
