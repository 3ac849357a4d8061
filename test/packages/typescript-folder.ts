import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of the TypeScript of a major version. */
export function typescriptFolder(major: "5" | "6" | "7"): string {
	const tools = createRequire(join(import.meta.dirname, "../../tools/consumer-types/package.json"));
	return dirname(tools.resolve(`typescript-${major}/package.json`));
}
