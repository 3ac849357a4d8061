import { count } from "../check/check-report.js";
import { ExitCode } from "../exit-code.js";
import { jsonText } from "../terminal/json-text.js";
import { printable, withoutCommands } from "../terminal/printable.js";
import { type Paint, paintFor, type Style } from "../terminal/style.js";
import type { Area, Diagnosis, DoctorReport } from "./diagnosis.js";
import { examine } from "./examine.js";

export interface DoctorOptions {
	readonly json?: boolean;
}

const TITLES: Readonly<Record<Area, string>> = {
	versions: "Versions",
	config: "Config",
	plan: "Reading the plan",
	git: "Git",
	hooks: "Hooks",
	suppressions: "Suppressions",
};

const MARKS: Readonly<Record<Diagnosis["state"], readonly [string, Style]>> = {
	ok: ["✓", "green"],
	off: ["✗", "red"],
	note: ["·", "yellow"],
};

/**
 * `acid-plans doctor [plan]`: tells what is on, what is off and how to turn it on.
 *
 * @throws {CannotRun}
 */
export async function showDiagnosis(cwd: string, plan: string | undefined, options: DoctorOptions): Promise<ExitCode> {
	const report = await examine(cwd, plan);
	process.stdout.write(options.json === true ? jsonText(report) : `${withoutCommands(page(report, paintFor()))}\n`);
	return report.ok ? ExitCode.clean : ExitCode.findings;
}

function page({ plan, checks }: DoctorReport, paint: Paint): string {
	const areas = [...new Set(checks.map(({ area }) => area))];
	const lines = areas.flatMap((area) => [
		paint("bold", area === "plan" ? `${TITLES[area]} (${printable(plan)})` : TITLES[area]),
		...checks.filter((check) => check.area === area).flatMap((check) => linesOf(check, paint)),
		"",
	]);
	const off = checks.filter(({ state }) => state === "off").length;
	return [...lines, off === 0 ? "All is in order." : `${count(off, "thing")} to turn on.`].join("\n");
}

function linesOf({ state, message, remedy }: Diagnosis, paint: Paint): string[] {
	const [mark, style] = MARKS[state];
	return [
		`  ${paint(style, mark)} ${printable(message)}`,
		...(remedy === undefined ? [] : [`    → ${printable(remedy)}`]),
	];
}
