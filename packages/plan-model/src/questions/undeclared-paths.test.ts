import { expect, it } from "vitest";
import { charactersRead } from "../testing/characters-read.js";
import { read } from "../testing/read.js";
import { undeclaredPaths } from "./undeclared-paths.js";
import { createVocabulary } from "../text/vocabulary.js";

const phase = (files: string, ...steps: readonly string[]): string =>
	`# Cache\n\n### Phase 1: Store\n\n${files}\n\n**Steps**:\n\n${steps.map((step) => `- ${step}`).join("\n")}\n`;

function undeclared(text: string): [string, string | undefined][] {
	const plan = read(text);
	return plan.allPhases.flatMap((each) =>
		undeclaredPaths(each, plan, createVocabulary()).map(({ use, edit }): [string, string | undefined] => [
			use.path,
			edit && (text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end)).split("\n\n")[2],
		]),
	);
}

it.each([
	["the same path", "**Files**: `src/a.ts`", "Create `src/a.ts`"],
	["a folder above", "**Files**: `src/cache/`", "Create `src/cache/a.ts`"],
	["a pattern", "**Files**: `src/**/*.ts`", "Create `src/cache/a.ts`"],
	["a shorter name", "**Files**: `src/cache/a.ts`", "Update `a.ts`"],
	["a longer name", "**Files**: `cache/a.ts`", "Update `packages/core/cache/a.ts`"],
	["a path that is read", "**Files**: `src/a.ts`", "Use `src/b.ts`"],
	["a tool that is run", "**Files**: `dist/a.tar.gz`", "Build the release with `scripts/build.sh`"],
	["no files field", "**Objective**: x", "Create `src/a.ts`"],
	["a files field without a path", "**Files**: to be seen", "Create `src/a.ts`"],
	["a path elsewhere", "**Files**: `src/a.ts`", "Update `~/.npmrc`"],
])("%s is no secret", (_what, files, step) => {
	expect(undeclared(phase(files, step))).toEqual([]);
});

it.each([
	["**Files**: `src/a.ts`", "**Files**: `src/a.ts`, `src/b.ts`"],
	["**Files:**\n- `src/a.ts`", "**Files:**\n- `src/a.ts`\n- `src/b.ts`"],
	["**Files**:\n1. `src/a.ts` (new)", "**Files**:\n1. `src/a.ts` (new)\n2. `src/b.ts`"],
	[
		"**Files**:\n* Modify: `src/a.ts`\n  * carefully",
		"**Files**:\n* Modify: `src/a.ts`\n  * carefully\n* Create: `src/b.ts`",
	],
	["**Modify**: `src/a.ts`\n**Create**: `src/c.ts`", "**Modify**: `src/a.ts`\n**Create**: `src/c.ts`, `src/b.ts`"],
	["**Files**: `src/a.ts` (new) and src/c.ts", "**Files**: `src/a.ts` (new) and src/c.ts, `src/b.ts`"],
	["**Files**: `src/a.ts` and its test", undefined],
])("is added to %j", (files, mended) => {
	expect(undeclared(phase(files, "Create `src/b.ts`", "Update `src/b.ts`"))).toEqual([["src/b.ts", mended]]);
});

it("is asked only of the steps that the field speaks of", () => {
	const text =
		"# Cache\n\n### Phase 1: Store\n\n#### Server\n\n**Files**: `src/a.ts`\n\n**Steps**:\n\n- Create `src/b.ts`\n\n#### Client\n\n- Create `web/c.ts`\n";
	expect(undeclared(text).map(([path]) => path)).toEqual(["src/b.ts"]);
});

it.each([
	["in a line", (at: number) => `\`src/a${at}.ts\`, `],
	["in a list", (at: number) => `\n- \`src/a${at}.ts\``],
])("twice as many files %s and steps take twice as much reading", (_form, file) => {
	const [few, many] = [100, 200].map((count) => {
		const numbers = Array.from({ length: count }, (_, at) => at + 1_000);
		const plan = read(
			phase(`**Files**: ${numbers.map((at) => file(at)).join("")}`, ...numbers.map((at) => `Create \`src/b${at}.ts\``)),
		);
		return charactersRead(() => plan.allPhases.map((each) => undeclaredPaths(each, plan, createVocabulary())));
	});
	expect(few).toBeGreaterThan(0);
	expect(many! / few!).toBeLessThan(2.2);
});
