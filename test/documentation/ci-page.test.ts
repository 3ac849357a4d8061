import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { setUpRepository } from "../editor/set-up-repository.js";
import { goodPlan, index } from "../hooks/plan-texts.js";

/* The jobs on the page about CI: GitHub's is the one that `init` writes, GitLab's is run as GitLab would run it. */

const page = readFileSync(join(import.meta.dirname, "../../docs/how-to/ci.md"), "utf8");

/** The fenced block that begins with a comment naming its file, as YAML. */
function jobFile(file: string): unknown {
	const start = page.indexOf(`\`\`\`yaml\n# ${file}\n`);
	expect(start, `the page shows ${file}`).toBeGreaterThan(0);
	return parse(page.slice(start + "```yaml\n".length, page.indexOf("\n```\n", start)));
}

it("the workflow for GitHub is what `init --github` writes", () => {
	const repository = setUpRepository({});
	onTestFinished(() => repository[Symbol.dispose]());
	expect(repository.acidPlans("init", "--github").code).toBe(0);
	const file = ".github/workflows/plans.yml";
	expect(jobFile(file)).toEqual(parse(repository.read(file)));
});

it("the job for GitLab refuses what a merge request breaks, and leaves the report that it names", () => {
	const { plans: job } = jobFile(".gitlab-ci.yml") as {
		plans: { script: string[]; artifacts: { reports: { codequality: string } } };
	};
	const [install, check = "", ...more] = job.script;
	expect([install, more]).toEqual(["npm ci", []]);
	const report = job.artifacts.reports.codequality;

	const plan = "plans/search.md";
	const repository = setUpRepository({
		[plan]: goodPlan("Search"),
		"plans/README.md": index({ "search.md": "Search" }),
	});
	onTestFinished(() => repository[Symbol.dispose]());
	/** What GitLab gives a job of a merge request: a variable, all commits (`GIT_DEPTH: 0`), and a shell. */
	const runJob = (text: string): { code: number | null; found: unknown[] } => {
		repository.write(plan, text);
		repository.run("git", "commit", "--quiet", "--no-verify", "--all", "--message=Change a plan");
		const variable = 'export CI_MERGE_REQUEST_DIFF_BASE_SHA="$(git rev-parse HEAD~1)"';
		const { code } = repository.run("bash", "-e", "-c", `${variable}\n${check}`);
		return { code, found: JSON.parse(repository.read(report)) as unknown[] };
	};
	const broken = goodPlan("Search").replace("### Phase 2:", "### Phase 4:");
	expect(runJob(broken)).toMatchObject({
		code: 1,
		found: [{ check_name: "acid-plans/phase-numbering", location: { path: plan } }],
	});
	expect(runJob(goodPlan("Search"))).toEqual({ code: 0, found: [] });
});
