/*
 * Runs beside a target, in a thread of its own. Ends the process when one input takes too long, and says which.
 */
import { writeSync } from "node:fs";
import { setInterval } from "node:timers";
import { TextDecoder } from "node:util";
import { workerData } from "node:worker_threads";

const { began, length, input, limit } = workerData;

setInterval(() => {
	const start = Number(Atomics.load(began, 0));
	if (start === 0 || Date.now() - start < limit * 1000) return;
	const shown = new TextDecoder().decode(input.slice(0, length[0]));
	writeSync(2, `\nAn input takes longer than ${limit} seconds:\n${shown}\n`);
	process.kill(process.pid, "SIGKILL");
}, 500);
