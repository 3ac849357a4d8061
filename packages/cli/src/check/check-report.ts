import type { ESLint } from "eslint";
import type { CheckOptions } from "./check-options.js";
import type { DocumentTally } from "./document-tally.js";
import { ExitCode } from "../exit-code.js";

/** What a check found, ready to be told. */
export interface CheckReport {
	readonly results: readonly ESLint.LintResult[];
	readonly tally: DocumentTally;
	/** Stands behind the counts: where the plans were read from. */
	readonly source?: string;
	/** More sentences, in front of the summary line, which is the last. */
	readonly notes?: readonly string[];
}

/**
 * Prints the findings as ESLint's stylish formatter does, and the summary line.
 *
 * @returns what the findings mean for the exit code
 */
export async function tellReport(eslint: ESLint, report: CheckReport, options: CheckOptions): Promise<ExitCode> {
	const { results, tally, source = "", notes = [] } = report;
	const errors = sum(results, ({ errorCount }) => errorCount);
	const warnings = sum(results, ({ warningCount }) => warningCount);
	const formatter = await eslint.loadFormatter("stylish");
	process.stdout.write(await formatter.format([...results]));

	const counts = `Checked ${count(tally.plans, "plan")}, ${count(tally.phases, "phase")}${source}`;
	const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
	const limit = tooMany
		? [`More than the ${count(options.maxWarnings ?? 0, "warning")} that \`--max-warnings\` allows.`]
		: [];
	process.stdout.write(
		`${[...notes, ...limit, `${counts}: ${describeFindings(results, errors, warnings)}`].join("\n")}\n`,
	);
	return errors > 0 || tooMany ? ExitCode.findings : ExitCode.clean;
}

function describeFindings(results: readonly ESLint.LintResult[], errors: number, warnings: number): string {
	const files = results.filter(({ messages }) => messages.length > 0).length;
	if (files === 0) return "no problems";
	const kinds = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")].filter(
		(kind) => kind !== false,
	);
	return `${kinds.join(", ")} in ${count(files, "file")}`;
}

/** `1 plan`, `2 plans`. */
export function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function sum(results: readonly ESLint.LintResult[], of: (result: ESLint.LintResult) => number): number {
	return results.reduce((total, result) => total + of(result), 0);
}
