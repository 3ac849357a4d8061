import jsonc from "jsonc-parser";
import { isInsertion } from "./insertion.js";

/**
 * Adds a value to a JSON text, comments and layout kept.
 *
 * @param path keys from the outermost; what is missing on the way is made
 * @returns the new text; `undefined`: the text is no JSON, holds a value there, or would have to change elsewhere
 */
export function addToJson(text: string, path: readonly string[], value: unknown): string | undefined {
	const errors: jsonc.ParseError[] = [];
	const tree = jsonc.parseTree(text, errors, { allowTrailingComma: true });
	if (tree === undefined || errors.length > 0 || tree.type !== "object") return undefined;
	if (jsonc.findNodeAtLocation(tree, [...path]) !== undefined) return undefined;
	const onTheWay = path.slice(0, -1).map((_, at) => jsonc.findNodeAtLocation(tree, path.slice(0, at + 1)));
	if (onTheWay.some((node) => node !== undefined && node.type !== "object")) return undefined;
	const indent = /^([\t ]+)\S/m.exec(text)?.[1] ?? "  ";
	const formattingOptions = {
		insertSpaces: !indent.startsWith("\t"),
		tabSize: indent.startsWith("\t") ? 1 : indent.length,
		eol: text.includes("\r\n") ? "\r\n" : "\n",
	};
	// A comment behind the last value would end up behind the new one.
	const place = jsonc.stripComments(text) === text ? {} : { getInsertionIndex: () => 0 };
	// An object on one line would be broken into lines; without a format the addition goes on that line, too.
	return [{ formattingOptions, ...place }, place]
		.map((options) => jsonc.applyEdits(text, jsonc.modify(text, [...path], value, options)))
		.find((after) => isInsertion(text, after));
}

/** The value of a JSON text that may hold comments; `undefined` where it is broken. */
export function parseJson(text: string): unknown {
	const errors: jsonc.ParseError[] = [];
	const value: unknown = jsonc.parse(text, errors, { allowTrailingComma: true });
	return errors.length > 0 ? undefined : value;
}
