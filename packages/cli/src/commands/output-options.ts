import { InvalidArgumentError, Option } from "commander";
import type { OutputRequest } from "../check/check-options.js";
import { FORMAT_NAMES, type FormatName, MACHINE_FORMATS } from "../formats/format.js";
import { CannotRun } from "../problems.js";

/** `--format` and `--output`, which belong together by their order. */
export interface OutputOptions {
	readonly format: Option;
	readonly output: Option;
	/** What was asked for; whole once the command line is parsed. */
	readonly requests: readonly OutputRequest[];
}

/** Makes the two options for one run of a command. */
export function createOutputOptions(): OutputOptions {
	const requests: OutputRequest[] = [];
	const format = new Option(
		"--format <name>",
		`how findings are told: ${FORMAT_NAMES.join(", ")}; repeatable`,
	).argParser((name) => {
		if (!isFormatName(name)) throw new InvalidArgumentError(`The formats are ${FORMAT_NAMES.join(", ")}.`);
		requests.push({ format: name, file: undefined });
		return name;
	});
	const output = new Option(
		"--output <file>",
		"write what the --format in front of it tells into a file instead of the standard output; repeatable",
	).argParser((file) => {
		const last = requests.at(-1);
		if (file === "") throw new InvalidArgumentError("It takes the name of a file.");
		if (last === undefined || last.file !== undefined) {
			throw new InvalidArgumentError(
				"It says where the --format in front of it goes, as in --format sarif --output plans.sarif.",
			);
		}
		requests[requests.length - 1] = { ...last, file };
		return file;
	});
	return { format, output, requests };
}

function isFormatName(name: string): name is FormatName {
	return (FORMAT_NAMES as readonly string[]).includes(name);
}

/** @throws {CannotRun} two reports would get mixed up on the standard output, or in a file */
export function refuseMixedOutputs(requests: readonly OutputRequest[], json: boolean): void {
	const names = [...(json ? ["--json"] : []), ...onScreen(requests).map((name) => `--format ${name}`)];
	const hasMachineFormat = json || onScreen(requests).some((name) => MACHINE_FORMATS.has(name));
	if (hasMachineFormat && names.length > 1) {
		throw new CannotRun(
			`The standard output holds one report for a program, and was asked for ${names.join(" and ")}. Give all but one a file with \`--output\`.`,
		);
	}
	const files = requests.flatMap(({ file }) => file ?? []);
	const twice = files.find((file, at) => files.indexOf(file) !== at);
	if (twice !== undefined)
		throw new CannotRun(`Two formats would be written to ${twice}. Give each a file of its own.`);
}

function onScreen(requests: readonly OutputRequest[]): FormatName[] {
	return requests.filter(({ file }) => file === undefined).map(({ format }) => format);
}
