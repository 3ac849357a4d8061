/*
 * pnpm fuzz [--seconds 30] [--seed N] [target …]
 * Tries random input on the reader, the rules and their fixes, the parsers, the options, the command line and what stands
 * on the disk, each property for so many seconds. A failure prints its seed and the smallest input that fails; that input
 * becomes a test with a name. One input may take a minute, and the whole an hour beyond the time for its properties at the
 * very most: what takes longer is ended, which is a failure.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { clearTimeout, setTimeout } from "node:timers";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
	args: process.argv.slice(2).filter((argument) => argument !== "--"),
	options: { seconds: { type: "string", default: "30" }, seed: { type: "string" } },
	allowPositionals: true,
});
for (const [name, text] of Object.entries(values)) {
	if (/^-?\d+$/.test(text)) continue;
	console.error(`--${name} takes a whole number, not "${text}".`);
	process.exit(2);
}
/** What making a failing input small may take, and what starting takes. */
const GRACE = 120;
const targets = readdirSync(import.meta.dirname).filter(
	(name) => name.endsWith(".fuzz.ts") && (positionals.length === 0 || positionals.some((part) => name.includes(part))),
);
if (targets.length === 0) {
	console.error(`No target is called ${positionals.join(" or ")}.`);
	process.exit(2);
}
const properties = targets.flatMap((name) => [
	...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/\btryOut\(/g),
]);
const limit = GRACE + properties.length * (Number(values.seconds) + GRACE);

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const child = spawn(
	process.execPath,
	[
		vitest,
		"run",
		"--config",
		join(import.meta.dirname, "vitest.config.ts"),
		...targets.map((name) => `test/fuzz/${name}`),
	],
	{
		stdio: "inherit",
		// A group of its own: a worker that does not give the control back outlives the process that started it.
		detached: process.platform !== "win32",
		env: {
			...process.env,
			FUZZ_SECONDS: values.seconds,
			...(values.seed !== undefined && { FUZZ_SEED: values.seed }),
		},
	},
);
const timer = setTimeout(() => {
	console.error(`The targets did not end within ${limit} seconds.`);
	endAll();
}, limit * 1000);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, endAll);
child.on("exit", (code) => {
	clearTimeout(timer);
	process.exitCode = code ?? 1;
});

function endAll() {
	if (process.platform === "win32") child.kill();
	else process.kill(-child.pid, "SIGKILL");
}
