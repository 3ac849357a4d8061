import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { environment } from "../environment.js";

const projectRoot = join(import.meta.dirname, "../..");
const acidPlans = join(projectRoot, "packages/cli/dist/bin.js");

/** A repository as `acid-plans init` leaves it, with the packages of this one, and one commit. */
export interface SetUpRepository {
	/** Absolute, without symbolic links. */
	readonly root: string;
	write(path: string, text: string): void;
	read(path: string): string;
	remove(path: string): void;
	/** Runs a program; its end is the caller's to judge. */
	run(command: string, ...args: readonly string[]): { code: number | null; stdout: string; stderr: string };
	/** `acid-plans`, as it is built here. */
	acidPlans(...args: readonly string[]): { code: number | null; stdout: string; stderr: string };
	/** Takes the repository away. */
	[Symbol.dispose](): void;
}

/** @param files written after `init`, before the commit */
export function setUpRepository(files: Readonly<Record<string, string>>): SetUpRepository {
	const root = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-editor-")));
	const run: SetUpRepository["run"] = (command, ...args) => {
		const { status, stdout, stderr, error } = spawnSync(command, args, {
			cwd: root,
			env: environment(),
			encoding: "utf8",
			maxBuffer: 1024 ** 3,
		});
		if (error) throw error;
		return { code: status, stdout, stderr };
	};
	const mustRun: SetUpRepository["run"] = (command, ...args) => {
		const result = run(command, ...args);
		if (result.code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${result.code}:\n${result.stderr}`);
		return result;
	};
	const write = (path: string, text: string): void => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	mustRun("git", "init", "--quiet", "--initial-branch=main");
	write("package.json", '{ "name": "handbook", "private": true, "type": "module" }\n');
	write(".gitignore", "node_modules\n");
	mustRun(process.execPath, acidPlans, "init");
	symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"));
	for (const [path, text] of Object.entries(files)) write(path, text);
	mustRun("git", "add", "--all");
	mustRun("git", "commit", "--quiet", "--no-verify", "--message=Start");
	return {
		root,
		write,
		read: (path) => readFileSync(join(root, path), "utf8"),
		remove: (path) => rmSync(join(root, path)),
		run,
		acidPlans: (...args) => run(process.execPath, acidPlans, ...args),
		[Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
	};
}
