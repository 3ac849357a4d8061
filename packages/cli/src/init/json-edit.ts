import jsonc from "jsonc-parser";

/**
 * Adds a value to a JSON text, comments and layout kept.
 *
 * @param path keys from the outermost; what is missing on the way is made
 * @returns the new text; `undefined`: the text is no JSON, or holds a value there
 */
export function addToJson(text: string, path: readonly string[], value: unknown): string | undefined {
	const errors: jsonc.ParseError[] = [];
	const tree = jsonc.parseTree(text, errors, { allowTrailingComma: true });
	if (tree === undefined || errors.length > 0 || tree.type !== "object") return undefined;
	if (jsonc.findNodeAtLocation(tree, [...path]) !== undefined) return undefined;
	const indent = /^([\t ]+)\S/m.exec(text)?.[1] ?? "  ";
	const formattingOptions = {
		insertSpaces: !indent.startsWith("\t"),
		tabSize: indent.startsWith("\t") ? 1 : indent.length,
		eol: text.includes("\r\n") ? "\r\n" : "\n",
	};
	return jsonc.applyEdits(text, jsonc.modify(text, [...path], value, { formattingOptions }));
}

/** The value of a JSON text that may hold comments; `undefined` where it is broken. */
export function parseJson(text: string): unknown {
	const errors: jsonc.ParseError[] = [];
	const value: unknown = jsonc.parse(text, errors, { allowTrailingComma: true });
	return errors.length > 0 ? undefined : value;
}
