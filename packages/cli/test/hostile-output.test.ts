import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acidPlans, git, linkPackages } from "./command-line.js";

const ESC = "\u001b[2J\u001b[31m";
/** As references in Markdown: a title is one line, what it says is not. */
const TITLE = `A&#10;::error::pwn1 &#27;[2J &#155;31m ##[error]pwn2 \u202eBIDI\u2066`;
const PLAN = `# ${TITLE}

**Status**: done&#10;::error::pwn3

## ${TITLE}

### Phase 1: ${TITLE}

**Depends on**: Phase 7${ESC}, [x](<gone${ESC}\u202e.md>)

**Files**: \`src/${ESC}a.ts\`

::error::pwn4
 ::error::pwn5 ${ESC}\u009b

### Phase 2: ${TITLE}
`;
/** The folder is a plans folder by its last part. */
const FOLDER = "::error::x\n::error::y##[error]z/plans";

let root = "";
beforeEach(() => {
	root = realpathSync.native(mkdtempSync(join(tmpdir(), "acid-plans-output-")));
	write("package.json", "{}\n");
	write("eslint.config.mjs", 'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans()];\n');
	write(`${FOLDER}/a\n::warning::b\u001b[2J\u202e.md`, PLAN);
	write(`${FOLDER}/c.md`, PLAN);
	write(`${FOLDER}/README.md`, `# Plans\n\n::error::pwn6\n\n- [${TITLE}](gone.md) - ✅ Done\n ::error::pwn7 ${ESC}\n`);
	linkPackages(root);
	write(".gitignore", "node_modules\n");
	git(root, "init", "--quiet");
	git(root, "add", "--all");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

/** Lines that the runner of GitHub Actions would take for commands, as its ActionCommand.cs reads them. */
function commandsIn(output: string): string[] {
	return output.split(/[\r\n]+/u).filter((line) => /^\s*::\w/u.test(line) || line.includes("##["));
}

/** Bytes that a terminal obeys; a program that has no colours to show needs none of them. */
function controlsIn(output: string): string[] {
	return [...output.matchAll(/[^\P{Cc}\t\n]|[\u2028\u2029]|\p{Bidi_Control}/gu)].map(([found]) =>
		JSON.stringify(found),
	);
}

if (process.platform === "win32") console.warn("Skipped: Windows has no such names.");

describe.skipIf(process.platform === "win32")("nothing of a plan is a command, or steers a terminal", () => {
	it.each([
		["check"],
		["check", "--format", "frame"],
		["check", "--format", "markdown"],
		["check", "--format", "json"],
		["check", "--format", "sarif"],
		["check", "--format", "gitlab"],
		["check", "--json"],
		["check", "--fix-dry-run"],
		["check", "--staged"],
		["status"],
		["status", "--json"],
		["graph"],
		["graph", "--format", "dot"],
		["graph", "--format", "json"],
		["index", "--check"],
		["index", "--check", "--json"],
		["index"],
		["doctor"],
		["doctor", "--json"],
		["explain", "a\n::error::b\u001b[2J"],
		["check", "a\n::error::b\u001b[2J.md"],
		["status", "::error::b.md"],
		["check", "--range", "a\n::error::b..c"],
		["new", "A\n::error::b\u001b[2J", "--dry-run"],
		["new", "B", "--folder", `${FOLDER}/\u001b[2J\n::error::x`],
		["init", "--dry-run"],
		["init", "--dry-run", "--json"],
	])("%j %j %j %j", (...args) => {
		const { code, stdout, stderr } = acidPlans(root, ...args.filter((argument) => argument !== undefined));
		expect([0, 1, 2]).toContain(code);
		expect(stdout + stderr).not.toBe("");
		expect(commandsIn(`${stdout}\n${stderr}`)).toEqual([]);
		expect(controlsIn(stdout + stderr)).toEqual([]);
	});

	it("`--format github` writes its own commands, one for each finding", () => {
		const { stdout } = acidPlans(root, "check", "--format", "github");
		const { findings } = JSON.parse(acidPlans(root, "check", "--json").stdout) as { findings: { severity: string }[] };
		const lines = commandsIn(stdout);
		expect(lines).toHaveLength(findings.length);
		expect(lines.filter((line) => !/^::(?:error|warning) file=%3A%3Aerror%3A%3Ax%0A/u.test(line))).toEqual([]);
		expect(controlsIn(stdout)).toEqual([]);
	});

	it("a name and a title are shown alike everywhere, and whole where a program reads them", () => {
		for (const args of [["check"], ["check", "--format", "frame"], ["status"]])
			expect(acidPlans(root, ...args).stdout).toContain("a␊::warning::b␛[2J\ufffd.md");
		const { findings } = JSON.parse(acidPlans(root, "check", "--json").stdout) as { findings: { file: string }[] };
		expect(findings.map(({ file }) => file)).toContain(`${FOLDER}/a\n::warning::b\u001b[2J\u202e.md`);
	});

	it("the messages are safe in ESLint's own format, too", () => {
		const bin = join(realpathSync(join(root, "node_modules")), "eslint/bin/eslint.js");
		const { stdout } = spawnSync(process.execPath, [bin, "--no-color", `${FOLDER}/c.md`], {
			cwd: root,
			encoding: "utf8",
		});
		const messages = stdout.split("\n").slice(4);
		expect(messages.length).toBeGreaterThan(5);
		expect(messages.filter((line) => /^\s*::/u.test(line))).toEqual([]);
		expect(controlsIn(messages.join("\n"))).toEqual([]);
	});
});
