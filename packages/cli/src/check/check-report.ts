import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import type { WriteStream } from "node:tty";
import { realPath } from "@acid-plans/model/node";
import type { ESLint } from "eslint";
import { baseFolder } from "./base-folder.js";
import type { CheckOptions, OutputRequest } from "./check-options.js";
import type { DocumentTally } from "./document-tally.js";
import { withMessages } from "./finding-comparison.js";
import { ExitCode } from "../exit-code.js";
import { type FormatInput, loadFormat, MACHINE_FORMATS } from "../formats/format.js";
import { jsonText } from "../terminal/json-text.js";
import { printable, printableLines, withoutCommands } from "../terminal/printable.js";
import { outputOverPlan, unwritableOutput } from "../problems.js";
import type { CheckReportJson, CheckSummary, FixedFile } from "../report/check-json.js";
import { collectFindings, fileName, textOf } from "../report/collect-findings.js";

/** What a check found, ready to be told. */
export interface CheckReport {
	readonly cwd: string;
	readonly source: CheckReportJson["source"];
	readonly results: readonly ESLint.LintResult[];
	readonly tally: DocumentTally;
	/** Stands behind the counts: where the plans were read from. */
	readonly place?: string;
	/** More sentences, in front of the summary line, which is the last. */
	readonly notes?: readonly string[];
	/** Findings that were there before, and are only counted. */
	readonly older?: number;
	readonly fixes?: readonly FixedFile[];
}

/**
 * Tells what was found in the formats that were asked for, and a summary line on the screen.
 *
 * @returns what the findings mean for the exit code; warnings that `--quiet` hides count, as in ESLint
 * @throws {CannotRun} a file could not be written
 */
export async function tellReport(eslint: ESLint, report: CheckReport, options: CheckOptions): Promise<ExitCode> {
	const { cwd, results, tally, place = "", older = 0, fixes = [], source } = report;
	const { quiet = false, maxWarnings, json = false } = options;
	const errors = sum(results, ({ errorCount }) => errorCount);
	const warnings = sum(results, ({ warningCount }) => warningCount);
	const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
	const exitCode = errors > 0 || tooMany ? ExitCode.findings : ExitCode.clean;

	const notes = [
		...(report.notes ?? []),
		...(tooMany ? [`More than the ${count(maxWarnings, "warning")} that \`--max-warnings\` allows.`] : []),
		...(tooMany && quiet ? ["`--quiet` hides warnings; leave it out to see them."] : []),
	];
	const numbers: CheckSummary = { plans: tally.plans, phases: tally.phases, errors, warnings, older };
	const shown = quiet ? results.map(withoutWarnings) : results;
	const summary = `Checked ${count(numbers.plans, "plan")}, ${count(numbers.phases, "phase")}${place}: ${describeFindings(results)}`;
	const input = formatInput(eslint, cwd, shown, summary, notes);

	const outputs: readonly OutputRequest[] =
		options.outputs.length > 0 || json ? options.outputs : [{ format: "stylish", file: undefined }];
	// Onto a screen that a program reads nothing else is written.
	const isForPeople = !json && !outputs.some(({ format, file }) => file === undefined && MACHINE_FORMATS.has(format));
	if (isForPeople)
		for (const { diff, written } of fixes) if (!written && diff !== null) process.stdout.write(printableLines(diff));
	for (const { format, file } of outputs) {
		const write = await loadFormat(format);
		const text = await write({ ...input, colour: file === undefined && hasColours(process.stdout) });
		if (file === undefined) process.stdout.write(text);
		else writeOutput(cwd, file, text, report);
	}
	if (json) {
		const { root, findings } = input;
		const plans = tally.list.flatMap(({ file, kind, phases }) =>
			file === undefined ? [] : [{ file: fileName(root, file), kind, phases }],
		);
		const full: CheckReportJson = {
			version: 1,
			exitCode,
			root,
			source,
			summary: numbers,
			notes,
			plans,
			findings,
			fixes,
		};
		process.stdout.write(jsonText(full));
	}
	(isForPeople ? process.stdout : process.stderr).write(
		`${withoutCommands([...notes, summary].map(printable).join("\n"))}\n`,
	);
	return exitCode;
}

function formatInput(
	eslint: ESLint,
	cwd: string,
	results: readonly ESLint.LintResult[],
	summary: string,
	notes: readonly string[],
): Omit<FormatInput, "colour"> & { readonly root: string } {
	// CI systems and code hosts name files from the top of the repository.
	const root = baseFolder(cwd);
	const byFile = new Map(results.map((result) => [fileName(root, result.filePath), result]));
	return {
		root,
		eslint,
		results,
		findings: collectFindings(results, root, eslint.getRulesMetaForResults([...results])),
		textOf(file) {
			const result = byFile.get(file);
			return result === undefined ? "" : textOf(result);
		},
		summary,
		notes,
		version: (createRequire(import.meta.url)("../../package.json") as { version: string }).version,
	};
}

/** @throws {CannotRun} it cannot be written, or is one of the plans */
function writeOutput(cwd: string, file: string, text: string, { tally, results }: CheckReport): void {
	const path = resolve(cwd, file);
	// By the name of a link a plan is one, too.
	const paths = [path, realPath(path)];
	const isPlan =
		tally.list.some((document) => paths.includes(document.file)) ||
		results.some(({ filePath }) => paths.includes(filePath));
	if (isPlan) throw outputOverPlan(file);
	try {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	} catch (error) {
		throw unwritableOutput(file, (error as NodeJS.ErrnoException).code ?? "unknown");
	}
}

/** Colours only on a terminal; `NO_COLOR` and terminals without colours are asked for by Node. */
function hasColours(stream: NodeJS.WriteStream): boolean {
	return stream.isTTY && (stream as unknown as WriteStream).hasColors();
}

function withoutWarnings(result: ESLint.LintResult): ESLint.LintResult {
	return withMessages(
		result,
		result.messages.filter(({ severity }) => severity === 2),
	);
}

function describeFindings(results: readonly ESLint.LintResult[]): string {
	const files = results.filter(({ messages }) => messages.length > 0).length;
	if (files === 0) return "no problems";
	const errors = sum(results, ({ errorCount }) => errorCount);
	const warnings = sum(results, ({ warningCount }) => warningCount);
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
