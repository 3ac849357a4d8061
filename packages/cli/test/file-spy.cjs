/*
 * Loaded before a program (`node --require`): writes down, in the file that SPY_LOG names, each file that it opens, asks
 * for or lists, and each program that it starts.
 */
const fs = require("node:fs");
const childProcess = require("node:child_process");

const { appendFileSync } = fs;
const log = (entry) => appendFileSync(process.env.SPY_LOG, `${JSON.stringify(entry)}\n`);
const NAMES = ["access", "exists", "lstat", "open", "opendir", "readdir", "readFile", "readlink", "realpath", "stat"];

function watch(holder, name) {
	const original = holder[name];
	if (typeof original !== "function") return;
	const watched = function (path, ...rest) {
		if (typeof path !== "number") log({ path: path instanceof URL ? path.pathname : String(path) });
		return original.call(this, path, ...rest);
	};
	holder[name] = Object.assign(watched, original);
}
for (const name of NAMES) {
	watch(fs, name);
	watch(fs, `${name}Sync`);
	watch(fs.promises, name);
}
for (const name of ["spawn", "spawnSync", "execFile", "execFileSync", "exec", "execSync", "fork"]) {
	const original = childProcess[name];
	childProcess[name] = function (file, args, options) {
		const given = Array.isArray(args) ? options : args;
		log({
			started: file,
			args: Array.isArray(args) ? args : [],
			shell: name === "exec" || name === "execSync" || (given?.shell ?? false),
		});
		return original.apply(this, arguments);
	};
}
require("node:module").syncBuiltinESMExports();
