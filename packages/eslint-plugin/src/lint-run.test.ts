import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isEslintCommandLine } from "./lint-run.js";

const folder = mkdtempSync(join(tmpdir(), "acid-plans-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(...path: string[]): string {
	const whole = join(folder, ...path);
	mkdirSync(join(whole, ".."), { recursive: true });
	writeFileSync(whole, "");
	return whole;
}

describe("isEslintCommandLine", () => {
	it("knows ESLint's command by its file, by a link to it, and its workers", () => {
		const bin = file("node_modules", "eslint", "bin", "eslint.js");
		symlinkSync(bin, join(folder, "eslint"));
		expect([
			isEslintCommandLine(bin),
			isEslintCommandLine(join(folder, "eslint")),
			isEslintCommandLine(file("node_modules", "eslint", "lib", "eslint", "worker.js")),
		]).toEqual([true, true, true]);
	});

	it("takes nothing else for it: an editor or a daemon lives for many runs", () => {
		expect([
			isEslintCommandLine(file("eslintServer.js")),
			isEslintCommandLine(file("node_modules", "eslint_d", "bin", "eslint_d.js")),
			isEslintCommandLine(join(folder, "nowhere", "eslint", "bin", "eslint.js")),
			isEslintCommandLine(undefined),
		]).toEqual([false, false, false, false]);
	});
});
