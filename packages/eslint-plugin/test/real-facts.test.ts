import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ESLint } from "eslint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import plugin from "../src/index.js";

/*
 * Rules that ask git, in a real repository, asked again and again by one ESLint as an editor does: what changed in
 * between is seen at once.
 */

let root: string;
let eslint: ESLint;

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

function git(...args: string[]): void {
	const identity = ["-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"];
	execFileSync("git", [...identity, ...args], { cwd: root, stdio: "ignore" });
}

function commit(): void {
	git("add", "--all");
	git("commit", "--quiet", "--message", "A");
}

/** The ids of the messages about all plans, in the order of the text. */
async function lint(): Promise<(string | undefined)[]> {
	const results = await eslint.lintFiles(["plans"]);
	return results.flatMap(({ messages }) =>
		messages.map(({ ruleId, messageId }) => `${ruleId?.replace("acid-plans/", "")} ${messageId}`),
	);
}

beforeEach(() => {
	root = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-")));
	git("init", "--quiet");
	const rules = ["valid-links", "existing-commands", "completed-phase-immutable", "status-transition", "updated-date"];
	eslint = new ESLint({
		cwd: root,
		overrideConfigFile: true,
		overrideConfig: {
			files: ["plans/**/*.md"],
			language: "acid-plans/plan",
			plugins: { "acid-plans": plugin as never },
			rules: Object.fromEntries(rules.map((rule) => [`acid-plans/${rule}`, "error"])),
		},
	});
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("one ESLint in a repository", () => {
	it("sees targets of links come and go in git's index", async () => {
		write("plans/a.md", "# A\n\n[it](../docs/it.md)\n");
		git("add", "--all");
		expect(await lint()).toEqual(["valid-links file"]);
		write("docs/it.md", "");
		expect(await lint(), "it lies on the disk only").toEqual(["valid-links file"]);
		commit();
		expect(await lint()).toEqual([]);
		git("mv", "docs/it.md", "docs/It.md");
		expect(await lint()).toEqual(["valid-links otherCase"]);
	});

	it("sees headings of other plans change on the disk", async () => {
		write("plans/a.md", "# A\n\n[it](b.md#phase-1-store)\n");
		write("plans/b.md", "# B\n\n### Phase 1: Store\n");
		commit();
		expect(await lint()).toEqual([]);
		write("plans/b.md", "# B\n\n### Phase 1: Cache\n");
		expect(await lint()).toEqual(["valid-links anchor"]);
	});

	it("sees scripts change in git's index", async () => {
		write("plans/a.md", "# A\n\n- `npm run types`\n");
		write("package.json", '{"scripts":{"types":"tsc"}}');
		commit();
		expect(await lint()).toEqual([]);
		write("package.json", '{"scripts":{}}');
		expect(await lint(), "it is not staged").toEqual([]);
		git("add", "--all");
		expect(await lint()).toEqual(["existing-commands script"]);
	});

	it("compares with HEAD as it is now, whatever ends the lines", async () => {
		const text = "# A\n\n**Last Updated**: 2020-01-01\n\n### Phase 1: Store ✅\n\n1. Write the store\n";
		write("plans/a.md", text);
		expect(await lint(), "before the first commit").toEqual([]);
		commit();
		write("plans/a.md", text.replaceAll("\n", "\r\n"));
		expect(await lint()).toEqual([]);
		write("plans/a.md", text.replace(" ✅", ""));
		expect(await lint()).toEqual(["updated-date unchanged", "completed-phase-immutable unmarked"]);
		commit();
		expect(await lint()).toEqual([]);
	});
});
