/*
 * pnpm fuzz [--seconds 30] [--seed N] [target …]
 * Tries random input on the reader, the rules and their fixes, the parsers, the options and the command line, each
 * target for so many seconds. A failure prints its seed and the smallest input that fails; that input becomes a test
 * with a name.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const { status } = spawnSync(
	process.execPath,
	[vitest, "run", "--config", join(import.meta.dirname, "vitest.config.ts"), ...positionals],
	{
		stdio: "inherit",
		env: {
			...process.env,
			FUZZ_SECONDS: values.seconds,
			...(values.seed !== undefined && { FUZZ_SEED: values.seed }),
		},
	},
);
process.exitCode = status ?? 1;
