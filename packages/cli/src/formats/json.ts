import type { FormatInput } from "./format.js";
import { escapeJson } from "../terminal/json-text.js";

/** ESLint's own JSON, as its documentation has it. */
export async function format({ eslint, results }: FormatInput): Promise<string> {
	const formatter = await eslint.loadFormatter("json");
	return `${escapeJson(await formatter.format([...results]))}\n`;
}
