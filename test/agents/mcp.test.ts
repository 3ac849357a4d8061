import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { CheckReportJson } from "acid-plans";
import type { ESLint } from "eslint";
import { describe, expect, it, onTestFinished } from "vitest";
import { goodPlan, index } from "../hooks/plan-texts.js";
import { environment, setUpRepository } from "../editor/set-up-repository.js";

/** The MCP server of ESLint, as agents start it with `npx @eslint/mcp`. */
const server = join(dirname(createRequire(import.meta.url).resolve("@eslint/mcp/package.json")), "src/mcp-cli.js");

/** Lints files through the server, started in a folder. */
async function lintThroughMcp(cwd: string, filePaths: readonly string[]): Promise<ESLint.LintResult[]> {
	const transport = new StdioClientTransport({
		command: process.execPath,
		args: [server],
		cwd,
		env: environment as Record<string, string>,
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
