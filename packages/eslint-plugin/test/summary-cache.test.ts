import { execFileSync, spawn } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { deflateSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LintedFolder } from "./linted-folder.js";

/*
 * Real runs of ESLint in a real repository. Whatever is done to the cache, the findings are those of a run without one;
 * how often a plan was read tells whether it was used.
 */

/** How often plans are read: each once and the index again for its entries, of which no summary tells; or that alone. */
const COLD = 4;
const WARM = 1;

const PHASE = "**Objective**: One\n\n**Depends on**: ";
let folder: LintedFolder;
let expected: readonly string[];

beforeAll(async () => {
	folder = new LintedFolder({ cache: false })
		.write("plans/a.md", `# A\n\n**Status**: 🟡 Planned\n\n### Phase 1: One\n${PHASE}[B](b.md) Phase 7\n`)
		.write("plans/b.md", `# B\n\n**Status**: ✅ Done\n\n### Phase 1: One ✅\n${PHASE}None\n`)
		.write("plans/README.md", "# Plans\n\n- [A](a.md) - 🟡 Planned\n- [B](b.md) - 🟡 Planned\n")
		.write(".gitignore", "node_modules\n")
		.commit();
	expected = folder.lint().findings;
	folder.configure({}).commit();
	// What changed just now is compared by content, and so read.
	await setTimeout(200);
});
afterAll(() => folder.remove());
beforeEach(() => rmSync(folder.path(".git/acid-plans"), { recursive: true, force: true }));

const cacheFolder = (): string => folder.path(".git/acid-plans");

function cacheFile(): string {
	const [name, ...others] = readdirSync(cacheFolder());
	if (name === undefined || others.length > 0) throw new Error(`There is ${name}, ${others.join(", ")}.`);
	return join(cacheFolder(), name);
}

/** Rewrites what is in the cache, as somebody could who knows its form. */
function rewrite(change: (text: string) => string): void {
	const file = cacheFile();
	const before = inflateSync(readFileSync(file)).toString();
	const after = change(before);
	if (after === before) throw new Error("Nothing was changed.");
	writeFileSync(file, deflateSync(after));
}

describe("a second run", () => {
	it("reads no plan, and finds the same", () => {
		const first = folder.lint();
		const second = folder.lint();
		expect(expected.join("\n")).toMatch(/valid-dependencies.*Phase 7/);
		expect([first.findings, second.findings]).toEqual([expected, expected]);
		expect([first.reads, second.reads]).toEqual([COLD, WARM]);
		expect(second.stderr).not.toMatch(/error|warn/i);
	});

	it("goes by what is kept, of this version", () => {
		folder.lint();
		rewrite((text) => text.replace("plans/b.md", "plans/c.md"));
		// Known under another path: the plan is read again.
		expect(folder.lint()).toMatchObject({ findings: expected, reads: WARM + 1 });
		rewrite((text) => text.replace(/"0\.\d+\.\d+/, '"9.9.9'));
		expect(folder.lint()).toMatchObject({ findings: expected, reads: COLD });
		expect(folder.lint().reads).toBe(WARM);
	});

	it("sees each plan as it is now", () => {
		folder.lint();
		const text = readFileSync(folder.path("plans/b.md"), "utf8");
		folder.write("plans/b.md", `${text}\n### Phase 7: Seven ✅\n${PHASE}Phase 1\n`);
		const changed = folder.lint();
		expect(changed.findings.join("\n")).not.toMatch(/valid-dependencies.*Phase 7/);
		folder.write("plans/b.md", text);
		expect(folder.lint().findings).toEqual(expected);
	});

	it("of git's index shares what the work tree left", async () => {
		await setTimeout(200);
		folder.lint();
		folder.configure({ snapshot: "index" });
		expect(folder.lint()).toMatchObject({ findings: expected, reads: 0 });
		folder.configure({});
		expect(folder.lint()).toMatchObject({ findings: expected, reads: WARM });
	});

	it("keeps nothing with `cache: false`", () => {
		folder.configure({ cache: false });
		const runs = [folder.lint().reads, folder.lint().reads, existsSync(cacheFolder())];
		folder.configure({});
		expect(runs).toEqual([COLD, COLD, false]);
	});
});

describe("a cache file that is", () => {
	it.each<[string, (file: string) => void]>([
		[
			"damaged",
			(file) =>
				writeFileSync(
					file,
					readFileSync(file).map((byte, at) => (at === 40 ? byte ^ 255 : byte)),
				),
		],
		["cut off", (file) => truncateSync(file, readFileSync(file).length - 7)],
		["empty", (file) => truncateSync(file, 0)],
		["foreign", (file) => writeFileSync(file, "#!/bin/sh\n")],
		["foreign, in the same packing", (file) => writeFileSync(file, deflateSync('{"plans":[]}'))],
		["of another form", () => rewrite((text) => text.replace(/\[\[-1|,-1,/, ",{},"))],
		["without its end", () => rewrite((text) => `${text.slice(0, text.lastIndexOf("[["))}[]]]`)],
		["huge", (file) => truncateSync(file, 5 * 1024 ** 3)],
		["small and huge once unpacked", (file) => writeFileSync(file, deflateSync(Buffer.alloc(600 * 1024 ** 2)))],
		[
			"a folder",
			(file) => {
				rmSync(file);
				mkdirSync(join(file, "x"), { recursive: true });
			},
		],
		[
			"a pipe",
			(file) => {
				rmSync(file);
				execFileSync("mkfifo", [file]);
			},
		],
	])("%s changes nothing but the time", (_what, damage) => {
		folder.lint();
		damage(cacheFile());
		const { findings, stderr, reads } = folder.lint();
		expect([findings, reads]).toEqual([expected, COLD]);
		expect(stderr).not.toMatch(/error|warn/i);
		expect(folder.git("status", "--short")).toBe("");
		expect(readdirSync(cacheFolder()).filter((name) => name.endsWith(".tmp"))).toEqual([]);
	});

	it("a link is not followed: what it names stays as it is", () => {
		folder.lint();
		const file = cacheFile();
		renameSync(file, folder.path("node_modules.kept"));
		symlinkSync(folder.path("node_modules.kept"), file);
		const before = readFileSync(folder.path("node_modules.kept"));
		expect(folder.lint()).toMatchObject({ findings: expected, reads: COLD });
		expect(readFileSync(folder.path("node_modules.kept"))).toEqual(before);
		rmSync(folder.path("node_modules.kept"));
	});
});

describe("a cache folder that", () => {
	const outside = (): string => folder.path("..", `${folder.root.split("/").at(-1)}-outside`);

	it("is a link is not used", () => {
		mkdirSync(outside());
		symlinkSync(outside(), cacheFolder());
		expect([folder.lint().findings, folder.lint().reads]).toEqual([expected, COLD]);
		expect(readdirSync(outside())).toEqual([]);
		rmSync(outside(), { recursive: true });
		rmSync(cacheFolder());
	});

	it("is a file is left alone", () => {
		writeFileSync(cacheFolder(), "mine");
		expect([folder.lint().findings, folder.lint().reads]).toEqual([expected, COLD]);
		expect(readFileSync(cacheFolder(), "utf8")).toBe("mine");
	});

	it.skipIf(process.getuid?.() === 0)("cannot be written is passed over (not for root, who can)", () => {
		mkdirSync(cacheFolder());
		chmodSync(cacheFolder(), 0o500);
		expect([folder.lint().findings, folder.lint().reads]).toEqual([expected, COLD]);
		chmodSync(cacheFolder(), 0o700);
	});

	it("lies in node_modules, where there is one, and shows in no `git status`", () => {
		mkdirSync(folder.path("node_modules"));
		folder.write(".gitignore", "\n");
		expect([folder.lint().reads, folder.lint().reads]).toEqual([COLD, WARM]);
		expect([existsSync(folder.path("node_modules/.cache/acid-plans")), existsSync(cacheFolder())]).toEqual([
			true,
			false,
		]);
		expect(folder.git("status", "--short").trim()).toBe("M .gitignore");
		folder.write(".gitignore", "node_modules\n");
		rmSync(folder.path("node_modules"), { recursive: true });
	});

	it("is the user's outside of a repository", () => {
		const other = new LintedFolder({ repository: false, base: false }).write("plans/a.md", "# A\n");
		const home = other.path("home");
		const environment = { XDG_CACHE_HOME: home, HOME: home, LOCALAPPDATA: home };
		expect(other.lint(["plans"], environment).status).toBe(1);
		expect(readdirSync(home, { recursive: true }).some((name) => String(name).includes("summaries-"))).toBe(true);
		other.remove();
	});
});

describe("several processes at once", () => {
	it("leave one whole file", async () => {
		const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");
		const run = (): Promise<void> =>
			new Promise((resolve) =>
				spawn(process.execPath, [eslint, "plans"], { cwd: folder.root }).on("exit", () => resolve()),
			);
		await Promise.all([run(), run(), run(), run()]);
		expect(inflateSync(readFileSync(cacheFile())).toString()).toContain("plans/b.md");
		expect(folder.lint()).toMatchObject({ findings: expected, reads: WARM });
		rmSync(cacheFolder(), { recursive: true });
		expect(folder.lint(["--concurrency", "2", "plans"]).findings).toEqual(expected);
		expect(folder.lint()).toMatchObject({ findings: expected, reads: WARM });
	});
});
