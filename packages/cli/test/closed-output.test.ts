import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { bin, createFolder, git } from "./command-line.js";
import { BROKEN, INDEX } from "./plan-texts.js";

it.each(["stdout", "stderr"] as const)("keeps its verdict when nobody reads %s any more", async (closed) => {
	const folder = createFolder({ "go.mod": "module handbook\n", "plans/README.md": INDEX, "plans/search.md": BROKEN });
	git(folder, "init", "--quiet");
	// A report for programs has the summary on stderr: both streams are written to.
	const child = spawn(process.execPath, [bin, "check", "--format", "json"], {
		cwd: folder,
		stdio: ["ignore", "pipe", "pipe"],
	});
	child[closed].destroy();
	const [rest, [code]] = await Promise.all([
		text(closed === "stdout" ? child.stderr : child.stdout),
		once(child, "close"),
	]);
	expect(rest).not.toContain("EPIPE");
	expect(rest).not.toBe("");
	expect(code).toBe(1);
});
