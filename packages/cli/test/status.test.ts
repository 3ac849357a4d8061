import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { CONFIG, planText } from "./plan-of-parts.js";

const SEARCH = planText("Search", { status: "🔄 In Progress", phases: [["✅"], ["", "Phase 1"], ["", "Phase 1"]] });
const STORE = planText("Store", { phases: [["", "[Search](search.md) Phase 2"]] });
const INDEX = "# Plans\n\n## Active Plans\n- [Search](search.md) - 🟡 Planned - What readers gain\n";

interface Report {
	readonly version: number;
	readonly plans: readonly {
		readonly path: string;
		readonly status: string | null;
		readonly done: number;
		readonly total: number;
		readonly phases: readonly {
			readonly name: string;
			readonly state: string;
			readonly waitsFor: readonly { readonly path: string; readonly phase: string | null }[];
		}[];
		readonly index: { readonly path: string | null; readonly state: string; readonly differs: readonly string[] };
	}[];
}

function report(folder: string, ...args: readonly string[]): Report {
	const { code, stdout, stderr } = acidPlans(folder, "status", "--json", ...args);
	expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
	return JSON.parse(stdout) as Report;
}

function repository(files: Readonly<Record<string, string>>): string {
	const folder = createFolder(files);
	git(folder, "init", "--quiet");
	return folder;
}

describe("acid-plans status", () => {
	it("prints a table without colours where it is no terminal", () => {
		const folder = repository({ "plans/README.md": INDEX, "plans/search.md": SEARCH, "plans/store.md": STORE });
		expect(acidPlans(folder, "status")).toEqual({
			code: 0,
			stdout: `PLAN             STATUS   DONE  NEXT                 WAITS FOR          INDEX
plans/search.md  active   1/3   Phase 2: Part 2, +1  -                  status differs
plans/store.md   planned  0/1   -                    search.md Phase 2  not listed

2 plans: 1 of 4 phases done, 2 can start. The index is out of date for 2 plans; \`acid-plans index\` mends it.
`,
			stderr: "",
		});
	});

	it("says the same as data", () => {
		const folder = repository({ "plans/README.md": INDEX, "plans/search.md": SEARCH, "plans/store.md": STORE });
		const { version, plans } = report(folder);
		expect(version).toBe(1);
		expect(plans.map(({ path, status, done, total, index }) => [path, status, done, total, index])).toEqual([
			["plans/search.md", "active", 1, 3, { path: "plans/README.md", state: "differs", differs: ["status"] }],
			["plans/store.md", "planned", 0, 1, { path: "plans/README.md", state: "not-listed", differs: [] }],
		]);
		expect(plans[0]?.phases.map(({ state }) => state)).toEqual(["done", "ready", "ready"]);
		expect(plans[1]?.phases[0]?.waitsFor).toEqual([{ path: "plans/search.md", phase: "Phase 2", dropped: false }]);
	});

	it("takes paths, and archived plans only when it is asked", () => {
		const folder = repository({
			"plans/search.md": SEARCH,
			"plans/store.md": STORE,
			"plans/archive/old.md": planText("Old", { status: "✅ Done" }),
		});
		const paths = (...args: readonly string[]): string[] => report(folder, ...args).plans.map(({ path }) => path);
		expect(paths("plans/store.md")).toEqual(["plans/store.md"]);
		expect(paths()).toEqual(["plans/search.md", "plans/store.md"]);
		expect(paths("--all")).toEqual(["plans/archive/old.md", "plans/search.md", "plans/store.md"]);
	});

	it("reads with the vocabulary of the repository's config", () => {
		const folder = repository({
			"package.json": '{ "type": "module" }',
			"eslint.config.js": CONFIG.replace("acidPlans()", 'acidPlans({ vocabulary: { statuses: { done: ["gar"] } } })'),
			"plans/search.md": planText("Search", { status: "gar" }),
		});
		linkPackages(folder);
		expect(report(folder).plans.map(({ status, done }) => [status, done])).toEqual([["done", 1]]);
	});

	it("does not let a title write to the terminal", () => {
		const folder = repository({ "plans/search.md": SEARCH.replaceAll("Part 2", "Part\u001B]0;owned\u0007 2") });
		const { stdout } = acidPlans(folder, "status");
		expect(stdout).toContain("owned");
		// eslint-disable-next-line no-control-regex -- it is what must not be there
		expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
	});

	it("ends with 2 and a sentence where there is nothing to tell", () => {
		const folder = repository({ "docs/a.md": "# A\n" });
		expect(acidPlans(folder, "status", "nowhere")).toEqual({
			code: 2,
			stdout: "",
			stderr: "acid-plans: There is no file or folder nowhere. Correct the path; it counts from the current folder.\n",
		});
		const { code, stderr } = acidPlans(folder, "status");
		expect(stderr).toContain("No plans were found");
		expect(code).toBe(2);
	});
});
