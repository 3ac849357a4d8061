import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckReportJson } from "acid-plans";
import { expect, it, onTestFinished } from "vitest";
import { setUpRepository } from "../editor/set-up-repository.js";

/** The text that the page gives to agents, and the commands in it, in their order. */
const page = readFileSync(join(import.meta.dirname, "../../docs/how-to/plans-written-by-agents.md"), "utf8");
const instructions = page.slice(page.indexOf("```markdown\n"), page.indexOf("\n```\n"));
const commands = [...instructions.matchAll(/`npx (acid-plans [^`]+)`/g)].map(([, command = ""]) => command);

it("names commands that do what the instructions say of them", () => {
	const repository = setUpRepository({});
	onTestFinished(() => repository[Symbol.dispose]());
	const [start, check, fix, status, ...more] = commands;
	expect(more).toEqual([]);

	/** As a shell has it, with the programs of the repository in its way. */
	const run = (command = ""): { code: number | null; stdout: string } => {
		const [program = "", ...args] = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
		return repository.run(join(repository.root, "node_modules/.bin", program), ...args);
	};
	expect(start).toContain('"<title>"');
	expect(run(start?.replace("<title>", "Search in the Handbook")).code).toBe(0);
	const made = "plans/search-in-the-handbook.md";
	expect(repository.read("plans/README.md")).toContain("(search-in-the-handbook.md)");

	// The text of the template is in it still.
	const checked = run(check);
	const { findings } = JSON.parse(checked.stdout) as CheckReportJson;
	expect(checked.code).toBe(1);
	expect(new Set(findings.map(({ file }) => file))).toEqual(new Set([made]));
	expect(findings.map(({ reason, url }) => [typeof reason, typeof url])).toEqual(
		findings.map(() => ["string", "string"]),
	);

	repository.write(made, repository.read(made).replace("### Phase 2:", "### Phase 2 -"));
	run(fix);
	expect(repository.read(made)).toContain("### Phase 2:");

	const { plans } = JSON.parse(run(status).stdout) as { plans: { path: string; phases: { state: string }[] }[] };
	expect(plans.find(({ path }) => path === made)?.phases.map(({ state }) => state)).toEqual(["ready", "waiting"]);
});
