import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { CheckReportJson } from "acid-plans";
import type { ESLint } from "eslint";
import { describe, expect, it, onTestFinished } from "vitest";
import { goodPlan, index } from "../hooks/plan-texts.js";
import { environment } from "../environment.js";
import { setUpRepository } from "../editor/set-up-repository.js";

/** What the page puts into the settings of an agent. */
const { mcpServers } = JSON.parse(
	/^```json\n([\s\S]*?)^```$/m.exec(
		readFileSync(join(import.meta.dirname, "../../docs/how-to/plans-written-by-agents.md"), "utf8"),
	)?.[1] ?? "",
) as { mcpServers: Record<string, { command: string; args: string[] }> };

/** That command, with the installed package in place of the one that `npx` would fetch. */
function serverCommand(): string[] {
	const { eslint, ...others } = mcpServers;
	expect(others).toEqual({});
	expect(eslint?.command).toBe("npx");
	const [wanted = "", ...more] = eslint?.args ?? [];
	const manifest = createRequire(import.meta.url).resolve(`${wanted.replace(/@latest$/, "")}/package.json`);
	const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string };
	return [join(dirname(manifest), bin), ...more];
}

/** Lints files through the server, started in a folder. */
async function lintThroughMcp(cwd: string, filePaths: readonly string[]): Promise<ESLint.LintResult[]> {
	const transport = new StdioClientTransport({
		command: process.execPath,
		args: serverCommand(),
		cwd,
		env: environment() as Record<string, string>,
		stderr: "ignore",
	});
	const client = new Client({ name: "an-agent", version: "1.0.0" });
	onTestFinished(() => client.close());
	await client.connect(transport);
	const { tools } = await client.listTools();
	expect(tools.map(({ name }) => name)).toContain("lint-files");
	const { content, isError } = await client.callTool({ name: "lint-files", arguments: { filePaths } });
	const texts = (content as { type: string; text: string }[]).map(({ text }) => text);
	expect(isError, texts.join("\n")).not.toBe(true);
	// The first and the last one are sentences for the agent.
	return texts.slice(1, -1).map((text) => JSON.parse(text) as ESLint.LintResult);
}

describe("@eslint/mcp", () => {
	it.each(["in the repository", "elsewhere"])("finds what `check` finds, started %s", async (where) => {
		const repository = setUpRepository({
			"plans/README.md": index({ "search.md": "Search", "import.md": "Import" }),
			"plans/search.md": goodPlan("Search")
				.replace("1. Read the questions", "1. Create `src/questions.ts`")
				.replace("### Phase 2:", "### Phase 2 -"),
			"plans/import.md": goodPlan("Import").replace("1. Read the questions", "1. Create `src/questions.ts`"),
		});
		onTestFinished(() => repository[Symbol.dispose]());
		const files = ["plans/search.md", "plans/import.md"];
		const results = await lintThroughMcp(
			where === "elsewhere" ? tmpdir() : repository.root,
			files.map((file) => join(repository.root, file)),
		);
		const { findings } = JSON.parse(repository.acidPlans("check", ...files, "--json").stdout) as CheckReportJson;
		expect(new Set(findings.map(({ rule }) => rule))).toEqual(
			new Set(["acid-plans/no-write-conflicts", "acid-plans/phase-heading"]),
		);
		const messages = results.flatMap(({ filePath, messages }) =>
			messages.map((message) => ({ ...message, file: filePath.slice(repository.root.length + 1) })),
		);
		const byPlace = (a: { at: string }, b: { at: string }): number => a.at.localeCompare(b.at);
		expect(
			messages
				.map(({ file, ruleId, message, line, column, endLine, endColumn, fix, suggestions = [] }) => ({
					at: `${file}:${line}:${column}-${endLine}:${endColumn} ${ruleId}`,
					message,
					fix: fix?.text,
					suggestions: suggestions.map(({ desc }) => desc),
				}))
				.sort(byPlace),
		).toEqual(
			findings
				.map(({ file, rule, message, range: { start, end }, fix, suggestions }) => ({
					at: `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${rule}`,
					message,
					fix: fix?.text,
					suggestions: suggestions.map(({ description }) => description),
				}))
				.sort(byPlace),
		);
	});
});
