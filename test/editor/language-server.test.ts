import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CodeActionKind, type Diagnostic } from "vscode-languageserver-protocol/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodPlan, index } from "../hooks/plan-texts.js";
import { HeadlessEditor } from "./headless-editor.js";
import { environment } from "../environment.js";
import { setUpRepository, type SetUpRepository } from "./set-up-repository.js";

/*
 * The real language server of the ESLint extension in a repository as `acid-plans init` leaves it, with the settings
 * that `init` writes. The texts in the buffers are on no disk, unless a test says so.
 */

const PLAN = "plans/search.md";
const SIBLING = "plans/import.md";
const PAGES = "https://github.com/acid-plans/acid-plans/blob/main/packages/eslint-plugin/docs/rules/";

let repository: SetUpRepository;
let editor: HeadlessEditor;

beforeAll(async () => {
	repository = setUpRepository({
		[PLAN]: goodPlan("Search"),
		"plans/README.md": index({ "search.md": "Search" }),
	});
	const settings = JSON.parse(repository.read(".vscode/settings.json")) as Record<string, unknown>;
	editor = await HeadlessEditor.start(repository.root, settings, environment());
});
afterAll(async () => {
	await editor.stop();
	repository[Symbol.dispose]();
});

/** Puts a text into the buffer of the plan, and gives the findings. */
async function findings(text: string): Promise<Diagnostic[]> {
	await editor.close(PLAN);
	await editor.open(PLAN, text);
	return editor.diagnostics(PLAN);
}

/** The good plan with one place changed. */
function changed(old: string, by: string): string {
	const text = goodPlan("Search");
	expect(text.split(old), `"${old}" stands in the plan once`).toHaveLength(2);
	return text.replace(old, by);
}

async function titles(diagnostic: Diagnostic): Promise<string[]> {
	return (await editor.actions(PLAN, [diagnostic])).map(({ title }) => title);
}

async function choose(diagnostics: readonly Diagnostic[], title: string | RegExp): Promise<string> {
	const actions = await editor.actions(PLAN, diagnostics);
	const chosen = actions.filter((action) => action.title.match(title));
	expect(chosen, actions.map((action) => action.title).join("\n")).toHaveLength(1);
	for (const action of chosen) await editor.choose(action);
	return editor.text(PLAN);
}

describe("findings", () => {
	it("has none for a plan in which nothing is wrong", async () => {
		expect(await findings(goodPlan("Search"))).toEqual([]);
	});

	it("underlines the words that are wrong, and links the page of the rule", async () => {
		const text = changed("### Phase 2: Answer them\n", "### Phase 2: Answer them\n**Depends on**: Phase 7\n\n");
		const line = text.split("\n").indexOf("**Depends on**: Phase 7");
		expect(await findings(text)).toEqual([
			{
				source: "eslint",
				severity: 1,
				code: "acid-plans/valid-dependencies",
				codeDescription: { href: `${PAGES}valid-dependencies.md` },
				message: "Phase 2 depends on Phase 7, which this plan does not have. Correct the number, or add the phase.",
				range: { start: { line, character: 16 }, end: { line, character: 23 } },
			},
		]);
	});

	it("counts columns as editors do, behind characters of two code units", async () => {
		const [finding] = await findings(changed("🟡 Planned\n", "🟡 Plannned\n"));
		expect(finding).toMatchObject({
			code: "acid-plans/valid-status",
			range: { start: { line: 2, character: 12 }, end: { line: 2, character: 23 } },
		});
	});

	it("follows what is typed before it is saved", async () => {
		expect(await findings(goodPlan("Search"))).toEqual([]);
		await editor.type(PLAN, changed("### Phase 2:", "### Phase 4:"));
		expect(await editor.diagnostics(PLAN)).toMatchObject([{ code: "acid-plans/phase-numbering" }]);
		await editor.type(PLAN, goodPlan("Search"));
		expect(await editor.diagnostics(PLAN)).toEqual([]);
	});

	it("lints a plan that is not on the disk yet", async () => {
		const path = "plans/not-saved.md";
		await editor.open(path, goodPlan("Not Saved").replace("### Phase 2:", "### Phase 4:"));
		expect(await editor.diagnostics(path)).toMatchObject([{ code: "acid-plans/phase-numbering" }]);
		await editor.close(path);
	});

	it("leaves Markdown outside of the plans folder alone", async () => {
		await editor.open("NOTES.md", "# Notes\n\n### Phase 9: x\n");
		expect(await editor.diagnostics("NOTES.md")).toEqual([]);
		await editor.close("NOTES.md");
	});
});

describe("other plans", () => {
	const mine = changed("1. Read the questions of the last month.", "1. Create `src/questions.ts`.");
	const theirs = goodPlan("Import").replace(
		"1. Read the questions of the last month.",
		"1. Create `src/questions.ts`.",
	);

	it("tells of a conflict as soon as the other plan is on the disk, and no longer when it is gone", async () => {
		expect(await findings(mine)).toEqual([]);
		repository.write(SIBLING, theirs);
		const found = await editor.diagnostics(PLAN);
		expect(found).toMatchObject([{ code: "acid-plans/no-write-conflicts" }]);
		expect(found[0]?.message).toContain("src/questions.ts");

		repository.write(SIBLING, goodPlan("Import"));
		expect(await editor.diagnostics(PLAN)).toEqual([]);
		repository.write(SIBLING, theirs);
		expect(await editor.diagnostics(PLAN)).toHaveLength(1);
		repository.remove(SIBLING);
		expect(await editor.diagnostics(PLAN)).toEqual([]);
	});

	it("does not see what another buffer holds before it is saved", async () => {
		expect(await findings(mine)).toEqual([]);
		await editor.open(SIBLING, theirs);
		expect(await editor.diagnostics(SIBLING)).toEqual([]);
		expect(await editor.diagnostics(PLAN)).toEqual([]);
		await editor.close(SIBLING);
	});
});

describe("mending", () => {
	it("applies the fix of one finding", async () => {
		const found = await findings(changed("### Phase 2: Answer", "### Phase 2 - Answer"));
		expect(await choose(found, "Fix this acid-plans/phase-heading problem")).toBe(goodPlan("Search"));
		expect(await editor.diagnostics(PLAN)).toEqual([]);
	});

	it("applies a suggestion", async () => {
		const found = await findings(changed("## Goals\n- Every reader finds search at once\n\n", ""));
		expect(found).toMatchObject([{ code: "acid-plans/require-sections" }]);
		const mended = await choose(found, /^Insert an empty section "Goals"/);
		expect(mended.indexOf("\n## Goals\n")).toBeGreaterThan(mended.indexOf("\n## Overview\n"));
		expect(mended.indexOf("\n## Goals\n")).toBeLessThan(mended.indexOf("\n## Prerequisites\n"));
		// The section is there, and now it is empty: that is for a person to mend.
		expect(await editor.diagnostics(PLAN)).toMatchObject([{ code: "acid-plans/section-content" }]);
	});

	it("gets the last of several suggestions of one rule at one place, whichever is chosen: the page warns of it", async () => {
		const without = changed("## Goals\n- Every reader finds search at once\n\n", "");
		const found = await findings(without.replace("## Prerequisites\n- Access to the handbook\n\n", ""));
		expect(found.map(({ code }) => code)).toEqual(["acid-plans/require-sections", "acid-plans/require-sections"]);
		// The server keeps edits by rule and by their number in the finding. When this fails, it has learned better.
		expect(await choose(found, /^Insert an empty section "Goals"/)).toContain("## Prerequisites\n");
	});

	const TWO_TO_FIX = goodPlan("Search").replaceAll(/(### Phase \d):/g, "$1 -");

	it("fixes everything when a plan is saved (source.fixAll.eslint)", async () => {
		const found = await findings(TWO_TO_FIX);
		expect(found).toHaveLength(2);
		for (const action of await editor.actions(PLAN, found, `${CodeActionKind.SourceFixAll}.eslint`))
			await editor.choose(action);
		expect(editor.text(PLAN)).toBe(goodPlan("Search"));
	});

	it.each(["Fix all auto-fixable problems", "Fix all acid-plans/phase-heading problems"])(
		"offers: %s",
		async (title) => {
			const [first] = await findings(TWO_TO_FIX);
			expect(first && (await choose([first], title))).toBe(goodPlan("Search"));
		},
	);
});

describe("settings", () => {
	it("are those that the page on editors shows", () => {
		const page = readFileSync(join(import.meta.dirname, "../../docs/how-to/editors.md"), "utf8");
		const [, shown = ""] = /```json\n([^`]*)```/.exec(page) ?? [];
		expect(JSON.parse(shown)).toEqual(JSON.parse(repository.read(".vscode/settings.json")));
	});

	it("of ESLint count as soon as its config is saved", async () => {
		const broken = changed("### Phase 2:", "### Phase 4:");
		const config = repository.read("eslint.config.js");
		expect(await findings(broken)).toHaveLength(1);
		try {
			const off = '{ plans: "plans", rules: { "acid-plans/phase-numbering": "off" } }';
			repository.write("eslint.config.js", config.replace(/\{ plans: "plans" \}/, off));
			expect(await editor.diagnostics(PLAN)).toEqual([]);
		} finally {
			repository.write("eslint.config.js", config);
		}
		expect(await editor.diagnostics(PLAN)).toHaveLength(1);
	});
});

describe("letting a finding stand", () => {
	const broken = changed("### Phase 2: Answer them\n", "### Phase 2: Answer them\n**Depends on**: Phase 7\n\n");

	it("offers a comment of Markdown, and none of JavaScript", async () => {
		const [finding] = await findings(broken);
		expect(finding && (await titles(finding))).toEqual([
			"Depend on Phase 1. (acid-plans/valid-dependencies)",
			"Let it stand: disable acid-plans/valid-dependencies here, and say why. (acid-plans/valid-dependencies)",
			"Show documentation for acid-plans/valid-dependencies",
		]);
		expect(await choose(finding ? [finding] : [], /^Let it stand/)).toBe(
			broken.replace(
				"**Depends on**: Phase 7",
				"<!-- eslint-disable-next-line acid-plans/valid-dependencies -- say why -->\n$&",
			),
		);
		expect(await editor.diagnostics(PLAN)).toEqual([]);
	});

	it("would offer JavaScript without the settings of `init`", async () => {
		const bare = await HeadlessEditor.start(repository.root, {}, environment());
		try {
			await bare.open(PLAN, changed("### Phase 2: Answer", "### Phase 2 - Answer"));
			const found = await bare.diagnostics(PLAN);
			const offered = (await bare.actions(PLAN, found)).map(({ title }) => title);
			expect(offered).toContain("Disable acid-plans/phase-heading for this line");
			expect(offered.join()).not.toContain("Let it stand");
		} finally {
			await bare.stop();
		}
	});
});
