import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { configuredHooks, offeredHooks } from "./pre-commit-framework.js";
import { TestRepository } from "./repository.js";

/*
 * The examples as their readers would have them: the packed packages, git's own `commit`, the hooks switched on. A bad
 * plan is refused, a good one lands.
 */

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Case {
	readonly example: string;
	readonly file: string;
	readonly old: string;
	readonly bad: string;
	readonly says: RegExp;
	readonly good: string;
}

const CASES: readonly Case[] = [
	{
		example: "npm",
		file: "plans/slow-pages.md",
		old: "**Deliverables**: `src/measure.js`",
		bad: "**Deliverables**: `src/measures.js`",
		says: /src\/measures\.js.*acid-plans\/existing-deliverables/,
		good: "**Deliverables**: `src/measure.js`, which lists the slowest first",
	},
	{
		example: "monorepo",
		file: "packages/shop/plans/order-page.md",
		old: "[Invoices](../../billing/plans/invoices.md) Phase 2",
		bad: "[Invoices](../../billing/plans/invoices.md) Phase 3",
		says: /Phase 3.*acid-plans\/valid-dependencies/,
		good: "[Invoices](../../billing/plans/invoices.md) Phase 1",
	},
	{
		example: "code-blocks",
		file: "plans/rate-limit.md",
		old: "const counts = new Map();",
		bad: "const counts = new Mapp();",
		says: /'Mapp' is not defined.*no-undef/,
		good: "const counts = new Map([]);",
	},
	{
		example: "code-blocks",
		file: "plans/rate-limit.md",
		old: "**Depends on**: Phase 1",
		bad: "**Depends on**: Phase 4",
		says: /Phase 4.*acid-plans\/valid-dependencies/,
		good: "**Depends on**: Phase 1 (which counts)",
	},
	{
		example: "python",
		file: "plans/import.md",
		old: "## Goals\n",
		bad: "## Wishes\n",
		says: /"Goals" is missing.*acid-plans\/require-sections/,
		good: "## Objectives\n",
	},
];

function edit(repository: TestRepository, { file, old }: Case, by: string): void {
	const text = readFileSync(join(repository.root, file), "utf8");
	expect(text.split(old), `"${old}" stands in ${file} once`).toHaveLength(2);
	repository.write({ [file]: text.replace(old, by) });
	repository.git("add", "--all");
}

it.each(CASES)("$example: a commit with $bad is refused, one with $good lands", (each) => {
	const repository = TestRepository.copyOf(each.example);
	const text = readFileSync(join(repository.root, each.file), "utf8");
	edit(repository, each, each.bad);
	const before = repository.fingerprint;
	const refused = repository.commit();
	expect(refused.screen).toMatch(each.says);
	expect(refused.code).toBe(1);
	expect(repository.subjects).toEqual(["Before"]);
	expect(repository.fingerprint).toBe(before);

	repository.write({ [each.file]: text });
	edit(repository, each, each.good);
	const landed = repository.commit();
	expect(landed.screen).toContain("no problems");
	expect(landed.code).toBe(0);
	expect(repository.subjects).toEqual(["Change", "Before"]);
});

it("python: the framework's hook is asked for a merge without conflicts, too", () => {
	const repository = TestRepository.copyOf("python");
	repository.git("switch", "--create", "side");
	repository.commitUnchecked({
		"plans/export.md": read("examples/python/plans/import.md").replace("# Import", "# Export"),
	});
	repository.git("switch", "main");
	repository.commitUnchecked({ "notes.txt": "Something else.\n" });
	const { code, screen } = repository.run("git", "merge", "--no-edit", "side");
	expect(screen).toMatch(/export\.md.*acid-plans\/index-complete/);
	expect(code).not.toBe(0);
});

describe("ci-only", () => {
	/** The commands of the workflow that check; what they are preceded by is the affair of the test. */
	const commands = (): string[] => {
		const { jobs } = parse(read("examples/ci-only/.github/workflows/plans.yml")) as {
			jobs: { plans: { steps: { run?: string }[] } };
		};
		return jobs.plans.steps.flatMap(({ run }) => (run?.includes("acid-plans") === true ? run : []));
	};

	it("a bad plan fails the job, and lands where nobody looks", () => {
		const repository = TestRepository.copyOf("ci-only");
		const [check = "", ...others] = commands();
		expect(others).toEqual([]);
		// What GitHub gives a job of a pull request: variables, the branch that it is for, and a shell.
		repository.settings = { GITHUB_BASE_REF: "main", GITHUB_STEP_SUMMARY: join(repository.root, ".git/summary.md") };
		repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
		expect(repository.run("bash", "-e", "-c", check)).toMatchObject({
			code: 0,
			screen: expect.stringContaining("Nothing that plans are concerned with changed") as unknown,
		});
		const plan = read("examples/ci-only/plans/dark-colours.md");
		repository.write({ "plans/dark-colours.md": plan.replace("**Objective**: Give each colour a name\n\n", "") });
		expect(repository.commit("--all")).toMatchObject({ code: 0 });
		const { code, screen } = repository.run("bash", "-e", "-c", check);
		expect(screen).toMatch(/^::error file=plans\/dark-colours\.md,.*Objective/m);
		expect(repository.read(".git/summary.md")).toContain("require-phase-fields");
		expect(code).toBe(1);

		repository.write({ "plans/dark-colours.md": plan.replace("each colour a name", "every colour a name") });
		expect(repository.commit("--all")).toMatchObject({ code: 0 });
		expect(repository.run("bash", "-e", "-c", check)).toMatchObject({
			code: 0,
			screen: expect.stringContaining("no problems") as unknown,
		});
	});
});

describe.each(["npm", "monorepo", "code-blocks", "python", "ci-only"])("%s", (example) => {
	it("has all that `acid-plans init` would add", () => {
		const repository = TestRepository.copyOf(example);
		const args = example === "ci-only" ? ["--hooks", "none", "--github"] : [];
		const { code, screen } = repository.run(
			join(inject("consumer"), "node_modules/.bin/acid-plans"),
			"init",
			"--dry-run",
			...args,
		);
		expect(code).toBe(0);
		expect(screen).toContain("Nothing to write");
	});
});

it.each(["npm", "monorepo", "code-blocks", "ci-only"])("%s asks for the packages as they are now", (example) => {
	const { devDependencies } = JSON.parse(read(`examples/${example}/package.json`)) as {
		devDependencies: Record<string, string>;
	};
	for (const [name, folder] of [
		["acid-plans", "cli"],
		["eslint-config-acid-plans", "eslint-config"],
	] as const) {
		const { version } = JSON.parse(read(`packages/${folder}/package.json`)) as { version: string };
		expect(devDependencies[name], name).toBe(`^${version}`);
	}
});

describe("the pre-commit framework's files", () => {
	it("name the packages as they are now, and the same in the manifest and in the example", () => {
		const { version } = JSON.parse(read("packages/cli/package.json")) as { version: string };
		const [offered, ...others] = offeredHooks(join(root, ".pre-commit-hooks.yaml"));
		expect(others).toEqual([]);
		const [configured] = configuredHooks(join(root, "examples/python/.pre-commit-config.yaml"));
		expect(offered?.additional_dependencies).toEqual([`acid-plans@${version}`, "eslint@10"]);
		for (const key of [
			"id",
			"language",
			"entry",
			"additional_dependencies",
			"pass_filenames",
			"always_run",
			"stages",
		] as const)
			expect(configured?.[key], key).toEqual(offered?.[key]);
	});
});
