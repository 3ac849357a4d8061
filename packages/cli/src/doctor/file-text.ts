import { readFileSync } from "node:fs";

/** The text of a file of the repository; `undefined` where there is none that can be read, which others diagnose. */
export function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
