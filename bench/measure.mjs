/* One whole process, from start to exit: wall time, CPU time and peak memory. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const PRELOAD = join(import.meta.dirname, "report-usage.mjs");
/** GNU time counts what the children took, too; where it is missing, a Node process counts for itself. */
const TIME = "/usr/bin/time";

/**
 * @typedef {object} Usage
 * @property {number} wall seconds
 * @property {number | undefined} cpu seconds, of children too where GNU time is there
 * @property {number | undefined} memory peak resident set of the largest process, MB
 */

/**
 * Runs a command and waits for it.
 *
 * @param {{ node?: boolean, command: readonly string[], statuses: readonly number[] }} what `node`: the first word is a
 *   script for this Node. `statuses`: the exit codes that mean that it did its work (many linters end with 1 when they
 *   found something); any other is an error, since a crash is fast
 * @param {string} cwd
 * @returns {Usage}
 */
export function measure({ node = false, command, statuses }, cwd) {
	const usageFile = join(cwd, ".bench-usage");
	rmSync(usageFile, { force: true });
	const hasTime = existsSync(TIME);
	const words = node ? [process.execPath, ...(hasTime ? [] : ["--import", PRELOAD]), ...command] : command;
	const [program, ...args] = hasTime
		? [TIME, "--quiet", "--format", "%U %S %M", "--output", usageFile, ...words]
		: words;
	const start = performance.now();
	const { status, stdout, stderr, error } = spawnSync(/** @type {string} */ (program), args, {
		cwd,
		encoding: "utf8",
		maxBuffer: 1024 ** 3,
		env: { ...process.env, NO_COLOR: "1", BENCH_USAGE_FILE: usageFile },
	});
	const wall = (performance.now() - start) / 1000;
	if (error) throw error;
	if (status === null || !statuses.includes(status)) {
		throw new Error(`${command.join(" ")} ended with ${status}:\n${(stdout + stderr).slice(0, 3000)}`);
	}
	return { wall, ...readUsage(usageFile, !hasTime) };
}

/**
 * @param {string} file
 * @param {boolean} isJson
 * @returns {{ cpu: number | undefined, memory: number | undefined }}
 */
function readUsage(file, isJson) {
	if (!existsSync(file)) return { cpu: undefined, memory: undefined };
	const text = readFileSync(file, "utf8");
	if (isJson) return JSON.parse(text);
	const [user = 0, system = 0, kilobytes = 0] = text.trim().split(" ").map(Number);
	return { cpu: user + system, memory: kilobytes / 1024 };
}
