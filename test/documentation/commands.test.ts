import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import plugin from "eslint-plugin-acid-plans";
import { beforeAll, describe, expect, it } from "vitest";

/*
 * Whatever a page says to type exists: the commands of acid-plans with their options, the scripts of this repository, and
 * the rules.
 */

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Records tell what was decided then; what has its examples run by tests of its own (rules, tutorial) is read all the same. */
const pages = [
	"README.md",
	"CONTRIBUTING.md",
	"SECURITY.md",
	...["docs", "packages"].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
			.filter(
				(name) => name.endsWith(".md") && !/(?:^|\/)(?:node_modules|dist|src|test|CHANGELOG\.md)(?:\/|$)/.test(name),
			)
			.map((name) => join(folder, name)),
	),
];

/** Lines of fenced blocks, and code spans. */
function codeOf(text: string): string[] {
	const fenced = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
		block.replaceAll("\\\n", " ").split("\n"),
	);
	const spans = [...text.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`]+)`/g)].map(([, span = ""]) =>
		span.replaceAll("\n", " "),
	);
	return [...fenced, ...spans];
}

interface DescribedCommand {
	name(): string;
	readonly commands: readonly DescribedCommand[];
	readonly options: readonly { readonly long?: string; readonly short?: string }[];
}
let commands: Map<string, Set<string>>;
beforeAll(async () => {
	const { createProgram } = (await import(pathToFileURL(join(root, "packages/cli/dist/main.js")).href)) as {
		createProgram: (done: () => void) => DescribedCommand;
	};
	commands = new Map(
		createProgram(() => {}).commands.map((command) => [
			command.name(),
			new Set([...command.options.flatMap(({ long, short }) => [long ?? "", short ?? ""]), "--help", "-h"]),
		]),
	);
});

/** What follows `acid-plans` in a line that calls it: the command and its options. */
function callsOf(line: string): { command: string; options: string[] }[] {
	return [
		...line.matchAll(/(?:^|["'(:]\s?|(?:npx(?: --yes)?|exec|bun x|&&) )acid-plans ([a-z][a-z-]*)((?: [^;&|#`]*)?)/g),
	].map(([, command = "", rest = ""]) => ({ command, options: rest.match(/(?<=\s)--?[a-z][a-z-]*/g) ?? [] }));
}

describe.each(pages)("%s", (page) => {
	const code = codeOf(read(page));

	it("names commands and options that exist", () => {
		const unknown = code.flatMap(callsOf).flatMap(({ command, options }) => {
			const known = commands.get(command);
			if (known === undefined) return [command];
			return options.filter((option) => !known.has(option)).map((option) => `${command} ${option}`);
		});
		expect(unknown).toEqual([]);
	});

	it("names scripts and rules that exist", () => {
		const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
		const called = code.flatMap((line) => /^(?:npx -y pnpm@[\d.]+|pnpm) ([a-z][a-z:-]*)(?= |$)/.exec(line)?.[1] ?? []);
		// `changeset` is a program that is installed here; pnpm runs one where there is no such script.
		const ofPnpm = new Set(["add", "changeset", "exec", "install", "dlx", "run"]);
		// Pages of rules show the scripts of the repositories that plans are about.
		if (!page.includes("docs/rules/"))
			expect(called.filter((script) => !ofPnpm.has(script) && !(script in scripts))).toEqual([]);
		const rules = code.flatMap((line) => [...line.matchAll(/(?<![\w@/.:-])acid-plans\/([a-z][a-z-]+)(?![\w/.-])/g)]);
		const entries = new Set(["plan", "plans", "code-blocks"]);
		expect(
			rules.map(([, rule = ""]) => rule).filter((rule) => !entries.has(rule) && !Object.hasOwn(plugin.rules, rule)),
		).toEqual([]);
	});
});

it("finds calls at all", () => {
	expect(callsOf("npx acid-plans check --range A..B --format github | tee log --x")).toEqual([
		{ command: "check", options: ["--range", "--format"] },
	]);
	expect(pages.flatMap((page) => codeOf(read(page)).flatMap(callsOf)).length).toBeGreaterThan(50);
});
