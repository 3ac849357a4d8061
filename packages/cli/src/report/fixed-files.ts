import { readFileSync } from "node:fs";
import { createTwoFilesPatch } from "diff";
import type { ESLint } from "eslint";
import type { FixedFile } from "./check-json.js";
import { fileName } from "./collect-findings.js";

/** Milliseconds for one file: two texts that have nothing in common would take minutes. */
const PATIENCE = 1000;

/**
 * What the fixes of these results change, compared with the files on the disk: to be asked before they are written.
 *
 * @param root absolute; files are named from it
 */
export function fixedFiles(results: readonly ESLint.LintResult[], root: string, written: boolean): FixedFile[] {
	return results.flatMap(({ filePath, output }) => {
		if (output === undefined) return [];
		const file = fileName(root, filePath);
		const diff = createTwoFilesPatch(`a/${file}`, `b/${file}`, readFileSync(filePath, "utf8"), output, "", "", {
			context: 2,
			timeout: PATIENCE,
		});
		return [{ file, written, diff: diff?.replace(/^=+\n/, "") ?? null }];
	});
}
