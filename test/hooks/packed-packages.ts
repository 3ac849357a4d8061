import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { TestProject } from "vitest/node";
import { packPackages } from "../../tools/pack-packages.mjs";

declare module "vitest" {
	export interface ProvidedContext {
		/** A folder with `node_modules`, into which npm has installed the packed packages (they lie there, too), ESLint, and what the examples use beside it. */
		consumer: string;
	}
}

const root = join(import.meta.dirname, "../..");
/** What a repository has besides, in the versions of this one. */
const COMPANIONS = ["eslint", "eslint-plugin-markdown", "husky", "lint-staged", "@types/node"];
/** Installed consumers are kept by their contents: packing again what has not changed costs a second, not twenty. */
const KEPT = 3;

/**
 * Packs all packages as they would be published, and installs them with npm as a stranger would: once for a run.
 */
export default function setup(project: TestProject): void {
	const work = mkdtempSync(join(tmpdir(), "acid-plans-packed-"));
	try {
		const tarballs = packPackages(work).map(({ name, file }) => ({ name, file: basename(file) }));
		const dependencies = Object.fromEntries([
			...tarballs.map(({ name, file }) => [name, `file:./${file}`]),
			...COMPANIONS.map((name) => [name, versionOf(join(root, "node_modules", name))]),
		]) as Record<string, string>;
		const manifest = `${JSON.stringify({ name: "consumer", private: true, type: "module", dependencies }, null, "\t")}\n`;
		const key = createHash("sha256").update(manifest);
		for (const { file } of tarballs) key.update(contentsOf(join(work, file)));
		const cache = join(root, "node_modules/.cache/acid-plans-packed");
		const consumer = join(cache, key.digest("hex").slice(0, 16));
		if (!existsSync(consumer)) {
			writeFileSync(join(work, "package.json"), manifest);
			run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], work);
			mkdirSync(cache, { recursive: true });
			for (const old of readdirSync(cache).slice(KEPT - 1)) rmSync(join(cache, old), { recursive: true, force: true });
			move(work, consumer);
		}
		project.provide("consumer", consumer);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** A tarball without the times in it: unpacked names and contents. */
function contentsOf(tarball: string): Buffer {
	return execFileSync("tar", ["-xzOf", tarball], { maxBuffer: 1024 ** 3 });
}

function versionOf(folder: string): string {
	return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

function run(command: string, args: readonly string[], cwd: string): void {
	execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
}

/** The folder for temporary files may be on another disk. */
function move(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch {
		execFileSync("cp", ["-R", from, to]);
	}
}
