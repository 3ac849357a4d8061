import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { creates, delivered, Situation, VERSIONS } from "./situation.js";

/* How ESLint is run: once or for long, on files or on text, with fixes, from any folder. */

const places = (found: readonly string[]): string[] => found.map((each) => each.slice(0, each.indexOf(":")));

describe.each(VERSIONS)("under ESLint $version", (version) => {
	const twoPlans = (...rules: string[]): Situation =>
		Situation.in(version, rules.length === 0 ? ["no-write-conflicts"] : rules)
			.write("plans/a.md", creates("A"))
			.write("plans/b.md", creates("B", "src/b.ts")) as Situation;

	it("one instance sees what changed between two of its runs", async () => {
		const folder = twoPlans("no-write-conflicts", "existing-deliverables");
		folder.write("src/keep.ts").commit();
		const eslint = await folder.eslint();
		const lint = async (): Promise<string[]> => places(folder.told(await eslint.lintFiles(["plans"])));
		expect(await lint()).toEqual([]);
		folder.write("plans/b.md", creates("B"));
		expect(await lint()).toEqual(["plans/a.md", "plans/b.md"]);
		folder.write("plans/b.md", delivered("B"));
		expect(await lint()).toEqual(["plans/b.md"]);
		folder.write("src/a.ts").stage("src/a.ts");
		expect(await lint()).toEqual([]);
		folder.git("rm", "-q", "--cached", "src/a.ts");
		expect(await lint()).toEqual(["plans/b.md"]);
		folder.delete("plans/b.md");
		expect(await lint()).toEqual([]);
	});

	it("unsaved text wins over the disk for its own file, and for nobody else", async () => {
		const folder = twoPlans();
		folder.commit();
		const eslint = await folder.eslint();
		const text = async (path: string, unsaved: string): Promise<string[]> =>
			places(folder.told(await eslint.lintText(unsaved, { filePath: folder.path(path) })));
		expect(await text("plans/b.md", creates("B"))).toEqual(["plans/b.md"]);
		expect(await text("plans/a.md", creates("A"))).toEqual([]);
		folder.write("plans/b.md", creates("B"));
		expect(await text("plans/a.md", creates("A"))).toEqual(["plans/a.md"]);
		expect(await text("plans/a.md", creates("A", "src/other.ts"))).toEqual([]);
		expect(await text("plans/not-saved-yet.md", creates("N", "src/b.ts"))).toEqual([]);
		expect(await text("plans/not-saved-yet.md", creates("N", "src/other.ts"))).toEqual([]);
		expect(places(folder.told(await eslint.lintFiles(["plans"])))).toEqual(["plans/a.md", "plans/b.md"]);
	});

	it("--stdin is unsaved text, too", () => {
		const folder = twoPlans();
		folder.commit();
		const found = folder.run(["--stdin", "--stdin-filename", "plans/b.md"], { input: creates("B") });
		expect(places(found)).toEqual(["plans/b.md"]);
	});

	it("--fix mends once, has seen the old siblings, and has nothing to do the second time", async () => {
		const folder = twoPlans("index-complete", "index-agreement", "no-line-citations");
		folder.write("plans/README.md", "# Plans\n\n### Active Plans\n\n- [A](a.md) - 🟡 Planned\n");
		folder.write("plans/b.md", `${creates("B", "src/b.ts")}\nSee \`src/keep.ts:12\`.\n`).commit();
		const fix = async (): Promise<string[]> => {
			const results = await (await folder.eslint({ fix: true })).lintFiles(["plans"]);
			await folder.writeFixes(results);
			return folder.told(results);
		};
		await fix();
		const fixed = [folder.read("plans/README.md"), folder.read("plans/b.md")];
		expect(fixed).toEqual([expect.stringContaining("(b.md)"), expect.stringContaining("See `src/keep.ts`.")]);
		expect(await fix()).toEqual([]);
		expect([folder.read("plans/README.md"), folder.read("plans/b.md")]).toEqual(fixed);
	});

	it.each([
		["in the folder of plans", "plans", "."],
		["in another folder", "src", "../plans"],
		["above the repository", "..", ""],
	])("the working directory may lie %s", async (_name, cwd, pattern) => {
		const folder = twoPlans("no-write-conflicts", "existing-deliverables");
		folder.write("src/keep.ts").write("plans/b.md", creates("B")).write("plans/c.md", delivered("C", "src/keep.ts"));
		folder.write("plans/d.md", delivered("D", "src/none.ts")).commit();
		const isAbove = cwd === "..";
		const patterns = [isAbove ? `${folder.root.slice(folder.root.lastIndexOf("/") + 1)}/plans` : pattern];
		const found = await folder.lint(patterns, {
			cwd: join(folder.root, cwd),
			// Before ESLint 10 the config is looked for from the working directory upwards.
			...(isAbove && version.name !== "eslint" && { overrideConfigFile: folder.path("eslint.config.mjs") }),
		});
		expect(places(found)).toEqual(["plans/a.md", "plans/b.md", "plans/d.md"]);
	});

	it.skipIf(version.name === "eslint-9-oldest")("workers find what one process finds (9.15 has none)", async () => {
		const folder = twoPlans();
		for (const name of ["c", "d", "e", "f", "g"]) folder.write(`plans/${name}.md`, creates(name));
		folder.commit();
		const alone = await folder.lint(["plans"]);
		expect(places(alone)).toEqual(["a", "c", "d", "e", "f", "g"].map((name) => `plans/${name}.md`));
		expect(await folder.lint(["plans"], { concurrency: 3 })).toEqual(alone);
	});
});
