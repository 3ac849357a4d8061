/*
 * Loaded into each measured Node process (`node --import`) where GNU time is missing: writes what the operating system counted for it when it
 * ends. Its children (git) are not in the figures; its threads are.
 */
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const target = process.env["BENCH_USAGE_FILE"];
if (target !== undefined && isMainThread) {
	// Children of the measured process must not overwrite its figures.
	delete process.env["BENCH_USAGE_FILE"];
	process.on("exit", () => {
		const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
		writeFileSync(target, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
	});
}
