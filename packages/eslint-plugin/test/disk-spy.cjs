/*
 * Loaded before ESLint (`--require`): counts how often the plans are looked at and read on the disk by anything but
 * ESLint itself, which reads with promises.
 */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const counts = { looks: 0, reads: 0 };
const isPlan = (path) => /[\\/]plans[\\/].*\.md$/.test(String(path));
for (const [name, count] of [
	["lstatSync", "looks"],
	["readFileSync", "reads"],
]) {
	const original = fs[name];
	fs[name] = Object.assign((path, ...rest) => {
		if (isPlan(path)) counts[count] += 1;
		return original.call(fs, path, ...rest);
	}, original);
}
syncBuiltinESMExports();
process.on("exit", () => process.stderr.write(`\ndisk ${JSON.stringify(counts)}\n`));
