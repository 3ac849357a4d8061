import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";

/** Holds the only thread, as a property does that never ends; the clock ends it where nobody else does. */
const HANGS = `
	import { Worker } from "node:worker_threads";
	const began = new BigInt64Array(new SharedArrayBuffer(8));
	const length = new Int32Array(new SharedArrayBuffer(4));
	const input = new Uint8Array(new SharedArrayBuffer(100));
	length[0] = new TextEncoder().encodeInto("[1,2,3]", input).written;
	new Worker(new URL(process.argv[2]), { workerData: { began, length, input, limit: 1 } }).unref();
	Atomics.store(began, 0, BigInt(Date.now()));
	const end = Date.now() + 20_000;
	while (Date.now() < end);
`;

it.skipIf(process.platform === "win32")(
	"an input that never ends is shown, and ends the process (by a signal, which Windows has not)",
	() => {
		const folder = mkdtempSync(join(tmpdir(), "acid-plans-watchdog-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		writeFileSync(join(folder, "hangs.mjs"), HANGS);
		const watchdog = pathToFileURL(join(import.meta.dirname, "watchdog.mjs")).href;
		const { signal, stderr } = spawnSync(process.execPath, [join(folder, "hangs.mjs"), watchdog], { encoding: "utf8" });
		expect(stderr).toContain("An input takes longer than 1 seconds:\n[1,2,3]\n");
		expect(signal).toBe("SIGKILL");
	},
);
