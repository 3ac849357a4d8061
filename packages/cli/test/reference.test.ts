import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { acidPlans, createFolder, git } from "./command-line.js";
import { INDEX, PLAN } from "./plan-texts.js";

/** What docs/reference/cli.md says of `--json`: the names in code of each command's row. */
const rows = new Map(
	[
		...readFileSync(join(import.meta.dirname, "../../../docs/reference/cli.md"), "utf8").matchAll(
			/^\| `(\w+) --json` \| (.*) \|$/gm,
		),
	].map(([, command = "", members = ""]) => [command, [...members.matchAll(/`(\w+)`/g)].map(([, name]) => name)]),
);

it.each<[string, string[][]]>([
	["init", [["--dry-run"]]],
	["new", [["Contact", "--dry-run"]]],
	["doctor", [[]]],
	["status", [[]]],
	["index", [["--check"]]],
	["graph", [[]]],
	["explain", [[], ["valid-links"]]],
])("%s --json has a version and what the reference names", (command, calls) => {
	const folder = createFolder({ "package.json": "{}", "plans/README.md": INDEX, "plans/search.md": PLAN });
	git(folder, "init", "--quiet");
	const members = new Set<string>();
	for (const args of calls) {
		const report = JSON.parse(acidPlans(folder, command, "--json", ...args).stdout) as Record<string, unknown>;
		expect(report["version"]).toBe(1);
		for (const name of Object.keys(report)) if (name !== "version") members.add(name);
	}
	expect(rows.get(command)).toEqual(expect.arrayContaining([...members]));
});

it("describes the JSON of every command that has one", () => {
	const commands = [...acidPlans(createFolder({}), "--help").stdout.matchAll(/^ {2}([a-z]+) /gm)].flatMap(
		([, name = ""]) => (name === "help" ? [] : [name]),
	);
	const withJson = commands.filter((name) => acidPlans(createFolder({}), name, "--help").stdout.includes("--json"));
	expect([...rows.keys()].sort()).toEqual(withJson.sort());
});
