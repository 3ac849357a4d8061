import type { FormatInput } from "./format.js";

/** ESLint's own JSON, as its documentation has it. */
export async function format({ eslint, results }: FormatInput): Promise<string> {
	const formatter = await eslint.loadFormatter("json");
	return `${await formatter.format([...results])}\n`;
}
