import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckReportJson } from "acid-plans";
import { expect, it, onTestFinished } from "vitest";
import { setUpRepository, type SetUpRepository } from "../editor/set-up-repository.js";

/*
 * The loop of an agent: check, mend, check, until the exit code is 0. The agent of this test knows nothing but the JSON:
 * it applies fixes, takes the first suggestion, and where there is neither, puts other words at the place that it is told.
 */

type Finding = CheckReportJson["findings"][number];
type Edit = NonNullable<Finding["fix"]>;

/** What an agent knows and a program cannot: the words to put at the place of a finding. */
const WORDS: readonly { readonly rule: string; readonly says: RegExp; readonly words: (old: string) => string }[] = [
	// Nothing is committed yet.
	{ rule: "all-or-nothing", says: /marked done/, words: (old) => old.replace("✅", "").trimEnd() },
	{ rule: "existing-commands", says: /`test:search`/, words: () => "test" },
	{ rule: "phase-numbering", says: /Phase 4 comes right after Phase 2/, words: (old) => old.replace("4", "3") },
	{ rule: "no-placeholders", says: /TBD/, words: () => "`npm test` asks for ten words of the handbook" },
	{ rule: "section-content", says: /"Prerequisites"/, words: (old) => `${old}\n\n- Node and npm` },
	{
		rule: "section-content",
		says: /"Risks & Mitigation"/,
		words: (old) => `${old}\n\n- The index grows: it is split by chapter`,
	},
	{ rule: "timeline-agreement", says: /Phase 4/, words: (old) => old.replace("Phase 4", "Phase 3") },
];

function brokenRepository(): SetUpRepository {
	const repository = setUpRepository({
		"package.json": '{ "name": "handbook", "private": true, "type": "module", "scripts": { "test": "node --test" } }\n',
		"src/layout.html": "<main></main>\n",
	});
	// As an agent leaves it: written, and not committed.
	repository.write("plans/search.md", readFileSync(join(import.meta.dirname, "search-in-the-handbook.md"), "utf8"));
	onTestFinished(() => repository[Symbol.dispose]());
	return repository;
}

function check(repository: SetUpRepository): CheckReportJson {
	const { code, stdout } = repository.acidPlans("check", "plans", "--json");
	const report = JSON.parse(stdout) as CheckReportJson;
	expect(report).toMatchObject({ version: 1, exitCode: code });
	return report;
}

/** The edits by which an agent answers one finding; empty: it waits for the next round. */
function answer({ rule, message, range, fix, suggestions }: Finding, text: string): readonly Edit[] {
	if (fix) return [fix];
	const known = WORDS.find((each) => rule === `acid-plans/${each.rule}` && each.says.test(message));
	if (known) return [{ range, text: known.words(text.slice(range.start.offset, range.end.offset)) }];
	return suggestions[0]?.edits ?? [];
}

/** Applies edits from the last to the first; of two that touch each other, the first that was asked for. */
function mend(text: string, answers: readonly (readonly Edit[])[]): string {
	const taken: Edit[] = [];
	for (const edits of answers) {
		const meets = edits.some(({ range: a }) =>
			taken.some(({ range: b }) => a.start.offset <= b.end.offset && b.start.offset <= a.end.offset),
		);
		if (!meets) taken.push(...edits);
	}
	return taken
		.toSorted((a, b) => b.range.start.offset - a.range.start.offset)
		.reduce(
			(result, edit) => result.slice(0, edit.range.start.offset) + edit.text + result.slice(edit.range.end.offset),
			text,
		);
}

it("ends clean, with nothing but the JSON to go by", () => {
	const repository = brokenRepository();
	const rounds: string[][] = [];
	for (let report = check(repository); report.exitCode !== 0; report = check(repository)) {
		rounds.push(report.findings.map(({ file, rule, message }) => `${file} ${rule}: ${message}`));
		expect(rounds.length, rounds.at(-1)?.join("\n")).toBeLessThan(8);
		for (const file of new Set(report.findings.map((finding) => finding.file))) {
			const text = repository.read(file);
			const findings = report.findings.filter((finding) => finding.file === file);
			for (const { message, range, reason, url } of findings) {
				// An agent that cannot mend a finding has the place, the reason and the page.
				expect(text.split("\n")[range.start.line - 1], message).toBeDefined();
				expect(reason, message).toMatch(/^(?:Require|Disallow|Enforce) /);
				expect(url, message).toMatch(/\/rules\/[a-z-]+\.md$/);
			}
			repository.write(
				file,
				mend(
					text,
					findings.map((finding) => answer(finding, text)),
				),
			);
		}
	}
	expect(rounds[0]?.length).toBeGreaterThan(10);
	const plan = repository.read("plans/search.md");
	expect(plan).toMatch(/^# Search in the Handbook Implementation Plan$/m);
	expect(plan.match(/^### .*$/gm)?.map((heading) => heading.trimEnd())).toEqual([
		"### Phase 1: Build the index",
		"### Phase 2: Ask the index",
		"### Phase 3: Switch it on",
	]);
	expect(repository.read("plans/README.md")).toContain("(search.md) - 🔄 In Progress");
	// What the hook asks is the same: the commit lands.
	repository.run("git", "add", "--all");
	expect(repository.acidPlans("check", "--staged").code).toBe(0);
});

it("is shorter by the safe fixes with --fix, which are those of the JSON", () => {
	const repository = brokenRepository();
	const { findings } = check(repository);
	const fixable = findings.filter(({ fix }) => fix !== null);
	const { code, stdout } = repository.acidPlans("check", "plans", "--fix", "--json");
	const report = JSON.parse(stdout) as CheckReportJson;
	expect(code).toBe(1);
	expect(new Set(report.fixes.map(({ file }) => file))).toEqual(new Set(fixable.map(({ file }) => file)));
	expect(report.findings.filter(({ fix }) => fix !== null)).toEqual([]);
	expect(report.findings).toHaveLength(findings.length - fixable.length);
});

it("offers no way to silence a finding instead", () => {
	const offers = check(brokenRepository()).findings.flatMap(({ fix, suggestions }) => [
		...(fix ? [fix] : []),
		...suggestions.flatMap(({ edits }) => edits),
	]);
	expect(offers.filter(({ text }) => text.includes("eslint-disable"))).toEqual([]);
});
