import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { index } from "../../../test/hooks/plan-texts.js";
import { BROKEN, CONFIG, INDEX, PLAN } from "./plan-texts.js";

const CONTACT = PLAN.replace("# Search", "# Contact").replace("ten", "nine").replace("A list of ten", "A list of nine");
const TWO = index({ "search.md": "Search", "contact.md": "Contact" });

/** A repository with one commit on `main`. */
function repository(files: Readonly<Record<string, string>>): string {
	const folder = createFolder({ "eslint.config.mjs": CONFIG, ".gitignore": "node_modules\n", ...files });
	linkPackages(folder);
	git(folder, "init", "--quiet", "--initial-branch=main");
	commit(folder, {});
	return folder;
}

function commit(folder: string, files: Readonly<Record<string, string | undefined>>): void {
	for (const [path, text] of Object.entries(files)) {
		if (text === undefined) rmSync(join(folder, path));
		else writeFileSync(join(folder, path), text);
	}
	git(folder, "add", "--all");
	git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=x");
}

describe("check --range", () => {
	it("fails on what the range breaks, whatever the working tree holds", () => {
		const folder = repository({ "plans/README.md": INDEX, "plans/search.md": PLAN });
		commit(folder, { "plans/search.md": BROKEN });
		writeFileSync(join(folder, "plans/search.md"), PLAN);
		const { code, stdout } = acidPlans(folder, "check", "--range", "HEAD~..HEAD");
		expect(stdout).toContain("acid-plans/require-sections");
		expect(stdout).toMatch(/\nChecked 1 plan, 1 phase as of HEAD: 1 error in 1 file\n$/);
		expect(code).toBe(1);
		expect(readFileSync(join(folder, "plans/search.md"), "utf8")).toBe(PLAN);
	});

	it("counts what was there before, and blames an untouched plan for what is new", () => {
		const folder = repository({ "plans/README.md": TWO, "plans/search.md": BROKEN, "plans/contact.md": CONTACT });
		commit(folder, { "plans/contact.md": CONTACT.replace("nine", "eight") });
		const { code, stdout } = acidPlans(folder, "check", "--range", "HEAD~..HEAD");
		expect(stdout).toContain("1 older finding in 1 file that the range from HEAD~ does not touch");
		expect(code).toBe(0);
		expect(acidPlans(folder, "check", "--range", "HEAD~..HEAD", "--all")).toMatchObject({ code: 1 });

		commit(folder, { "plans/contact.md": undefined });
		const deleted = acidPlans(folder, "check", "--range", "HEAD~..");
		expect(deleted.stdout).toMatch(/contact\.md.*acid-plans\/index-complete/);
		expect(deleted.stdout).not.toContain("require-sections");
		expect(deleted.code).toBe(1);
	});

	it("compares with the commit at which a branch left, given three dots", () => {
		const folder = repository({ "plans/README.md": INDEX, "plans/search.md": PLAN, "notes.txt": "One\n" });
		git(folder, "switch", "--quiet", "--create", "side");
		commit(folder, { "notes.txt": "Two\n" });
		git(folder, "switch", "--quiet", "main");
		commit(folder, { "plans/search.md": PLAN.replace("ten", "nine") });
		const { code, stdout } = acidPlans(folder, "check", "--range", "main...side");
		expect(stdout).toBe(
			"Nothing that plans are concerned with changed in the range from main.\nChecked 0 plans, 0 phases as of side: no problems\n",
		);
		expect(code).toBe(0);
		expect(acidPlans(folder, "check", "--range", "main..side").stdout).toContain("Checked 1 plan, 1 phase as of side");
	});

	it("asks the start of the range what a plan was", () => {
		const done = PLAN.replace("🟡 Planned", "✅ Done").replace("Collect the questions", "Collect the questions ✅");
		const folder = repository({ "plans/README.md": INDEX.replace("🟡 Planned", "✅ Done"), "plans/search.md": done });
		commit(folder, { "plans/README.md": INDEX, "plans/search.md": PLAN });
		commit(folder, { "plans/search.md": PLAN.replace("ten", "nine") });
		const rule = "Phase 1 was done at HEAD~2";
		expect(acidPlans(folder, "check", "--range", "HEAD~2..HEAD").stdout).toContain(rule);
		expect(acidPlans(folder, "check", "--range", "HEAD~..HEAD").stdout).not.toContain("was done");
	});

	it("writes the reports that were asked for, when nothing changed, too", () => {
		const folder = repository({ "plans/search.md": PLAN });
		expect(acidPlans(folder, "check", "--range", "HEAD..HEAD", "--format", "sarif", "--output", "a.sarif").code).toBe(
			0,
		);
		expect(JSON.parse(readFileSync(join(folder, "a.sarif"), "utf8"))).toMatchObject({ runs: [{ results: [] }] });
	});

	it("leaves no file behind", () => {
		const folder = repository({ "plans/search.md": PLAN });
		commit(folder, { "plans/search.md": BROKEN });
		const temporary = mkdtempSync(join(tmpdir(), "acid-plans-tmp-"));
		onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
		process.env["TMPDIR"] = temporary;
		onTestFinished(() => void delete process.env["TMPDIR"]);
		expect(acidPlans(folder, "check", "--range", "HEAD~..HEAD")).toMatchObject({ code: 1 });
		expect(readdirSync(temporary)).toEqual([]);
	});

	it("says that a shallow clone lacks the start, and how to get it", () => {
		const folder = repository({ "plans/search.md": PLAN });
		commit(folder, { "plans/search.md": BROKEN });
		const clone = createFolder({});
		git(clone, "clone", "--quiet", "--depth=1", pathToFileURL(folder).href, ".");
		for (const range of ["HEAD~..HEAD", "v1...HEAD"]) {
			const { code, stdout, stderr } = acidPlans(clone, "check", "--range", range);
			expect(stderr).toMatch(/^acid-plans: The revision \S+ of `--range` is not in this shallow clone\. Fetch it: /);
			expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		}
	});

	it("says that a shallow clone lacks the commit at which a branch left", () => {
		const folder = repository({ "plans/search.md": PLAN });
		git(folder, "switch", "--quiet", "--create", "side");
		commit(folder, { "plans/search.md": BROKEN });
		git(folder, "switch", "--quiet", "main");
		commit(folder, { "notes.txt": "More\n" });
		const clone = createFolder({});
		git(clone, "clone", "--quiet", "--depth=1", "--no-single-branch", pathToFileURL(folder).href, ".");
		expect(acidPlans(clone, "check", "--range", "origin/main...origin/side")).toMatchObject({
			code: 2,
			stdout: "",
			stderr: expect.stringMatching(
				/^acid-plans: The commit at which origin\/side left origin\/main is not in this shallow clone\./,
			),
		});
		linkPackages(clone);
		// Two trees can be compared without what lies between them.
		expect(acidPlans(clone, "check", "--range", "origin/main..origin/side")).toMatchObject({ code: 1 });
	});

	it.each([
		["no dots", "HEAD", "is no range. Give two revisions"],
		["nothing", "..", "is no range"],
		["an option", "--output=x..HEAD", '"--output=x" of `--range` is no commit'],
		["an option at the end", "HEAD..--upload-pack=x", '"--upload-pack=x" of `--range` is no commit'],
		["spaces and a shell's characters", "HEAD..$(touch x); `y`", "is no commit"],
		["a third revision", "HEAD..HEAD..HEAD", "is no commit"],
		["what is to be left out", "^HEAD..HEAD", "is no commit"],
		["a line break", "HEAD\n..HEAD", "is no commit"],
		["a commit of zeros, as CI gives it for a new branch", `${"0".repeat(40)}..HEAD`, "is no commit"],
		["a file", "HEAD:plans/search.md..HEAD", "is no commit"],
	])("refuses %s", (_, range, sentence) => {
		const folder = repository({ "plans/search.md": PLAN });
		const { code, stdout, stderr } = acidPlans(folder, "check", `--range=${range}`);
		expect(stderr).toMatch(/^acid-plans: .*\.\n$/);
		expect(stderr).toContain(sentence);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(readdirSync(folder).sort()).toEqual([".git", ".gitignore", "eslint.config.mjs", "node_modules", "plans"]);
	});

	it("needs a repository, and a commit", () => {
		const folder = createFolder({ "plans/search.md": PLAN });
		expect(acidPlans(folder, "check", "--range", "A..B")).toMatchObject({
			code: 2,
			stderr: expect.stringContaining("is in no git repository"),
		});
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check", "--range", "HEAD~..HEAD")).toMatchObject({
			code: 2,
			stderr: expect.stringContaining("is no commit of this repository"),
		});
	});

	it("says that two histories have nothing in common", () => {
		const folder = repository({ "plans/search.md": PLAN });
		git(folder, "switch", "--quiet", "--orphan", "other");
		commit(folder, { "notes.txt": "Other\n" });
		expect(acidPlans(folder, "check", "--range", "main...other")).toMatchObject({
			code: 2,
			stderr: expect.stringContaining(
				"main and other have no commit in common. Compare them as they are, with two dots",
			),
		});
	});
});
