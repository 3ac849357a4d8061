import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { CONFIG, planText } from "./plan-of-parts.js";

const DONE = planText("Search", { status: "✅ Done", phases: [["✅"]] });
const PLANNED = planText("Store");

function repository(files: Readonly<Record<string, string>>): string {
	const folder = createFolder({ "package.json": '{ "type": "module" }', "eslint.config.js": CONFIG, ...files });
	linkPackages(folder);
	git(folder, "init", "--quiet");
	git(folder, "add", "plans");
	return folder;
}

const read = (folder: string, path = "plans/README.md"): string => readFileSync(join(folder, path), "utf8");

/** The index rules find nothing; the others do not matter here. */
function expectClean(folder: string): void {
	expect(acidPlans(folder, "check", "plans/README.md")).toMatchObject({ code: 0, stderr: "" });
	expect(acidPlans(folder, "index", "--check")).toMatchObject({ code: 0, stderr: "" });
}

describe("acid-plans index", () => {
	it("adds what is missing and corrects statuses in a list, and leaves the rest to the last character", () => {
		const index = `Preface by the team.

# Plans

Some words *about* the folder.

* [Search](search.md) – 🟡 Planned – What readers gain

See also <https://example.org>.
`;
		const folder = repository({ "plans/README.md": index, "plans/search.md": DONE, "plans/store.md": PLANNED });
		expect(acidPlans(folder, "index")).toEqual({ code: 0, stdout: "plans/README.md updated\n", stderr: "" });
		expect(read(folder)).toBe(
			index.replace(
				"* [Search](search.md) – 🟡 Planned – What readers gain\n",
				"* [Search](search.md) – ✅ Done – What readers gain\n* [Store](store.md) – 🟡 Planned\n",
			),
		);
		expectClean(folder);
		expect(acidPlans(folder, "index").stdout).toBe("plans/README.md is up to date\n");
	});

	it("keeps comments that switch rules off, its own among them", () => {
		const index =
			"# Plans\n\n<!-- eslint-disable-next-line acid-plans/valid-links -- a note -->\n- [Search](search.md) - 🟡 Planned\n<!-- eslint-disable-next-line acid-plans/index-agreement -- on purpose -->\n- [Store](store.md) - ✅ Done\n";
		const folder = repository({ "plans/README.md": index, "plans/search.md": DONE, "plans/store.md": PLANNED });
		expect(acidPlans(folder, "index")).toMatchObject({ code: 0, stderr: "" });
		expect(read(folder)).toBe(index.replace("🟡 Planned", "✅ Done"));
	});

	it("writes rows where the index is a table, with its line endings", () => {
		const index = ["# Plans", "", "| Plan | State |", "| --- | --- |", "| [Search](search.md) | 🟡 Planned |", ""].join(
			"\r\n",
		);
		const folder = repository({ "plans/README.md": index, "plans/search.md": DONE, "plans/store.md": PLANNED });
		expect(acidPlans(folder, "index").code).toBe(0);
		expect(read(folder)).toBe(
			[
				"# Plans",
				"",
				"| Plan | State |",
				"| --- | --- |",
				"| [Search](search.md) | ✅ Done |",
				"| [Store](store.md) | 🟡 Planned |",
				"",
			].join("\r\n"),
		);
		expectClean(folder);
	});

	it("moves an entry to the group of its plan's status, as it is written", () => {
		const index =
			"# Plans\n\n## Active Plans\n- [Search](search.md): the first\n- [Store](store.md): the second\n\n## Completed Plans\n- [Old](old.md): long ago\n";
		const folder = repository({
			"plans/README.md": index,
			"plans/search.md": DONE,
			"plans/store.md": PLANNED,
			"plans/old.md": planText("Old", { status: "✅ Done", phases: [["✅"]] }),
		});
		expect(acidPlans(folder, "index").code).toBe(0);
		expect(read(folder)).toBe(
			"# Plans\n\n## Active Plans\n- [Store](store.md): the second\n\n## Completed Plans\n- [Old](old.md): long ago\n- [Search](search.md): the first\n",
		);
		expectClean(folder);
	});

	it("tells what only a person can decide, and removes nothing", () => {
		const index = "# Plans\n\n- [Search](search.md) - ✅ Done\n- [Gone](gone.md) - ✅ Done\n";
		const folder = repository({ "plans/README.md": index, "plans/search.md": DONE, "plans/store.md": PLANNED });
		const { code, stdout } = acidPlans(folder, "index");
		expect(stdout).toBe(
			"plans/README.md updated\nplans/README.md:4 This index lists `plans/gone.md`, which is not there. Correct the link, or remove the entry.\n",
		);
		expect(code).toBe(1);
		expect(read(folder)).toBe(`${index}- [Store](store.md) - 🟡 Planned\n`);
	});

	it("writes nothing with --check and prints the difference", () => {
		const index = "# Plans\n\n- [Search](search.md) - 🟡 Planned\n";
		const folder = repository({ "plans/README.md": index, "plans/search.md": DONE });
		const { code, stdout } = acidPlans(folder, "index", "--check");
		expect(stdout).toContain("\n-- [Search](search.md) - 🟡 Planned\n+- [Search](search.md) - ✅ Done\n");
		expect(code).toBe(1);
		expect(read(folder)).toBe(index);
	});

	it("says the same as data", () => {
		const files = { "plans/README.md": "# Plans\n\n- [Search](search.md) - 🟡 Planned\n", "plans/search.md": DONE };
		const folder = repository(files);
		const check = JSON.parse(acidPlans(folder, "index", "--check", "--json").stdout) as { indexes: { diff: string }[] };
		expect(check).toMatchObject({
			version: 1,
			indexes: [{ path: "plans/README.md", state: "stale", left: [] }],
			without: [],
		});
		expect(check.indexes[0]?.diff).toContain("+- [Search](search.md) - ✅ Done\n");
		const states = ["updated", "current"].map(() => JSON.parse(acidPlans(folder, "index", "--json").stdout) as unknown);
		expect(states).toMatchObject([{ indexes: [{ state: "updated" }] }, { indexes: [{ state: "current", diff: "" }] }]);
	});

	it("does not take an index that a processor hides for one that is up to date", () => {
		const processor = '{ files: ["**/*.md"], plugins: { markdown }, processor: "markdown/markdown" }';
		const folder = repository({
			"eslint.config.js": `import markdown from "@eslint/markdown";\n${CONFIG.replace("]", `, ${processor}]`)}`,
			"plans/README.md": "# Plans\n\n- [Search](search.md) - 🟡 Planned\n",
			"plans/search.md": DONE,
		});
		const { code, stdout, stderr } = acidPlans(folder, "index", "--check");
		expect(stderr).toContain("plans/README.md, so nothing was checked");
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
	});

	it("works where the config switches the index rules off", () => {
		const folder = repository({
			"eslint.config.js": CONFIG.replace(
				"acidPlans()",
				'acidPlans({ rules: { "acid-plans/index-complete": "off", "acid-plans/index-agreement": "off" } })',
			),
			"plans/README.md": "# Plans\n\n- [Search](search.md) - 🟡 Planned\n",
			"plans/search.md": DONE,
		});
		expect(acidPlans(folder, "index").code).toBe(0);
		expect(read(folder)).toBe("# Plans\n\n- [Search](search.md) - ✅ Done\n");
	});

	it("creates an index only when it is asked", () => {
		const folder = repository({ "plans/search.md": DONE, "plans/store.md": PLANNED });
		expect(acidPlans(folder, "index")).toEqual({
			code: 2,
			stdout: "",
			stderr: "acid-plans: plans has no index. `acid-plans index --create` writes one as README.md.\n",
		});
		expect(acidPlans(folder, "index", "--check").code).toBe(0);
		expect(existsSync(join(folder, "plans/README.md"))).toBe(false);
		expect(acidPlans(folder, "index", "--create")).toEqual({
			code: 0,
			stdout: "plans/README.md created\n",
			stderr: "",
		});
		expect(read(folder)).toMatch(
			/^# Plans\n[^]*\n\n## Active Plans\n\n## Planned Plans\n\n- \[Store\]\(store\.md\) - 🟡 Planned\n\n## Completed Plans\n\n- \[Search\]\(search\.md\) - ✅ Done\n$/,
		);
		expectClean(folder);
	});

	it("keeps the index of each plans folder", () => {
		const folder = repository({
			"plans/README.md": "# Plans\n\n- [Search](search.md) - 🟡 Planned\n",
			"plans/search.md": DONE,
			"packages/app/plans/README.md": "# Plans\n\n- [Store](store.md) - ✅ Done\n",
			"packages/app/plans/store.md": PLANNED,
		});
		expect(acidPlans(folder, "index", "packages/app/plans").stdout).toBe("packages/app/plans/README.md updated\n");
		expect(read(folder, "packages/app/plans/README.md")).toBe("# Plans\n\n- [Store](store.md) - 🟡 Planned\n");
		expect(read(folder)).toBe("# Plans\n\n- [Search](search.md) - 🟡 Planned\n");
	});

	it("refuses to check and create at once", () => {
		const { code, stderr } = acidPlans(createFolder({}), "index", "--check", "--create");
		expect({ code, stderr }).toEqual({
			code: 2,
			stderr:
				"acid-plans: `--check` writes nothing, so it cannot create an index. Give one of `--check` and `--create`.\n",
		});
	});
});
