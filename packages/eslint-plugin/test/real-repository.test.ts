import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/*
 * The plugin as built, run by the real `eslint` in a real repository. A probe says what a rule is told: it needs
 * everything, and is made with the same `definePlanRule`.
 */

const dist = new URL("../dist/", import.meta.url).href;
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");

const CONFIG = `
import plugin from "${dist}index.js";
import { definePlanRule } from "${dist}define-plan-rule.js";
const probe = definePlanRule({
	name: "probe", principle: "structure", preset: "off", summary: "Disallow everything",
	needs: ["workspace", "repository", "base"],
	messages: { told: "{{path}} | {{others}} | {{tracked}} | {{base}}. Look." },
	check: ({ plan, report, workspace, repository, base }) => report(plan.title, "told", {
		path: plan.path,
		others: workspace.documents.map((other) => other.path + " " + other.status).join(", "),
		tracked: String(repository.hasFile("src/a.ts")),
		base: JSON.stringify(base.text(plan.path)),
	}),
});
export default [{
	...plugin.configs.recommended,
	files: ["plans/**/*.md"],
	language: "acid-plans/plan",
	plugins: { "acid-plans": { ...plugin, rules: { probe } } },
	rules: { "acid-plans/probe": "error" },
}];
`;

let root: string;

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

function git(...args: string[]): void {
	execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", ...args], {
		cwd: root,
	});
}

function lint(...args: string[]): { messages: string[]; stderr: string; status: number | null } {
	const { stdout, stderr, status } = spawnSync(process.execPath, [eslint, "--format", "json", ...args, "plans"], {
		cwd: root,
		encoding: "utf8",
	});
	const results = status === 2 ? [] : (JSON.parse(stdout) as { messages: { message: string }[] }[]);
	return { messages: results.flatMap((result) => result.messages.map(({ message }) => message)), stderr, status };
}

beforeEach(() => {
	root = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-")));
	write("eslint.config.mjs", CONFIG);
	write("plans/a.md", "# A\n\n**Status**: 🟡 Planned\n");
	write("src/a.ts", "");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a rule in a repository", () => {
	it("is told what git and the other documents say", () => {
		git("init", "-q");
		git("add", ".");
		git("commit", "-qm", "A");
		write("plans/b.md", "# B\n\n**Status**: ✅ Done\n");
		expect(lint().messages).toEqual([
			'plans/a.md | plans/a.md planned, plans/b.md done | true | "# A\\n\\n**Status**: 🟡 Planned\\n". Look.',
			"plans/b.md | plans/a.md planned, plans/b.md done | true | undefined. Look.",
		]);
	});

	it("is asked again under --cache when another document changed", () => {
		git("init", "-q");
		git("add", ".");
		git("commit", "-qm", "A");
		write("plans/b.md", "# B\n\n**Status**: ✅ Done\n");
		const cached = (): string[] => lint("--cache", "--cache-location", "node_modules/.cache/eslint").messages;
		const first = cached();
		expect(cached()).toEqual(first);
		write("plans/b.md", "# B\n\n**Status**: 🔄 In Progress\n");
		expect(cached()).toEqual(first.map((message) => message.replace("b.md done", "b.md active")));
	});

	it("is not asked about history before the first commit", () => {
		git("init", "-q");
		expect(lint()).toMatchObject({ messages: [], status: 0 });
	});

	it("says that it cannot know outside of one", () => {
		expect(lint().messages).toEqual([
			expect.stringMatching(/^What this rule has to know cannot be had\. .* is in no git repository\. Run `git init`/),
		]);
	});
});

it("names a wrong setting and ends with 2", () => {
	write(
		"eslint.config.mjs",
		CONFIG.replace("rules: { probe } }", 'rules: { probe } } }, settings: { "acid-plans": { plan: 1 }'),
	);
	const { status, stderr } = lint();
	expect(stderr).toContain('Unknown option "plan" (1) in settings["acid-plans"]. Did you mean "plans"?');
	expect(status).toBe(2);
});
