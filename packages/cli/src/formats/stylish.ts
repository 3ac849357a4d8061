import { stripVTControlCharacters } from "node:util";
import type { ESLint } from "eslint";
import type { FormatInput } from "./format.js";
import { printable, withoutCommands } from "../terminal/printable.js";

/** ESLint's own format for people. */
export async function format({ eslint, results, colour }: FormatInput): Promise<string> {
	const formatter = await eslint.loadFormatter("stylish");
	const safe = results.map((result) => ({
		...result,
		filePath: printable(result.filePath),
		messages: result.messages.map((message) => ({ ...message, message: printable(message.message) })),
	}));
	// Versions before `color` was an option decide by the standard output, which need not be the target.
	const text = await formatter.format(safe, { color: colour } as unknown as ESLint.ResultsMeta);
	return withoutCommands(colour ? text : stripVTControlCharacters(text));
}
