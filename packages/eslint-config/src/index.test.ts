import js from "@eslint/js";
import markdown from "@eslint/markdown";
import { ESLint, Linter } from "eslint";
import plugin from "eslint-plugin-acid-plans";
import { describe, expect, it } from "vitest";
import acidPlans, { type AcidPlansOptions } from "./index.js";

const ROOT = "/repository";
const BROKEN = "# Search Implementation Plan\n\n**Status**: ðŸŸ¡ Planned\n";

async function configOf(
	file: string,
	options?: AcidPlansOptions,
	more: Linter.Config[] = [],
): Promise<Record<string, unknown> | undefined> {
	const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: true, overrideConfig: [...acidPlans(options), ...more] });
	return (await eslint.calculateConfigForFile(`${ROOT}/${file}`)) as Record<string, unknown> | undefined;
}

function idsFound(text: string, config: Linter.Config[], filename = "plans/a.md"): (string | null)[] {
	return new Linter({ cwd: ROOT })
		.verify(text, config, { filename: `${ROOT}/${filename}` })
		.map((finding) => finding.ruleId);
}

describe("acidPlans", () => {
	it("lints plans, wherever a plans folder stands, and nothing else", async () => {
		for (const file of ["plans/a.md", "plans/archive/2024/a.md", "packages/web/plans/a.md"])
			expect(await configOf(file), file).toBeDefined();
		for (const file of ["docs/a.md", "plans.md"]) expect(await configOf(file), file).toBeUndefined();
		expect(await configOf("src/a.js")).not.toHaveProperty(["rules", "acid-plans/no-mojibake"]);
	});

	it("takes several folders, and the whole repository", async () => {
		expect(await configOf("docs/plans/a.md", { plans: ["plans", "./docs/plans/"] })).toBeDefined();
		expect(await configOf("notes/(old) [1]/a.md", { plans: "notes/(old) [1]" })).toBeDefined();
		expect(await configOf("any/a.md", { plans: "." })).toBeDefined();
	});

	it("is the preset, with what the user says over it", async () => {
		const rules = acidPlans({ preset: "strict", rules: { "acid-plans/no-mojibake": "off" } })[0]?.rules;
		expect(rules).toEqual({ ...plugin.configs.strict.rules, "acid-plans/no-mojibake": "off" });
		expect(acidPlans()[0]?.rules).toEqual(plugin.configs.recommended.rules);
	});

	it("switches the rules of the template off under the free template, and keeps those that are asked for by name", () => {
		const ids = (options: AcidPlansOptions): string[] => Object.keys(acidPlans(options)[0]?.rules ?? {});
		expect(ids({ template: "free" })).not.toContain("acid-plans/require-sections");
		expect(ids({ template: "free" })).toContain("acid-plans/no-mojibake");
		const asked = acidPlans({ template: "free", rules: { "acid-plans/require-sections": "error" } });
		expect(idsFound("# A\n\n## Phase 1: B\n", asked)).toContain("acid-plans/require-sections");
		expect(idsFound("# A\n\n## Phase 1: B\n", acidPlans({ template: "free" }))).not.toContain(
			"acid-plans/require-sections",
		);
	});

	it("stands beside a config that registers `markdown`", () => {
		const user: Linter.Config = {
			files: ["**/*.md"],
			plugins: { markdown },
			language: "markdown/gfm",
			rules: { "markdown/heading-increment": "error" },
		};
		const text = `${BROKEN}\n#### Deep\n`;
		expect(idsFound(text, [user, ...acidPlans()])).toEqual(
			expect.arrayContaining(["markdown/heading-increment", "acid-plans/no-mojibake"]),
		);
		expect(idsFound(text, [...acidPlans(), user])).toEqual(
			expect.arrayContaining(["markdown/heading-increment", "acid-plans/no-mojibake"]),
		);
	});

	it("lints fenced code beside the plan", () => {
		const code: Linter.Config = { files: ["**/*.md/*.js"], rules: { "no-var": "error" } };
		const text = `${BROKEN}\n\`\`\`js\nvar a = 1;\n\`\`\`\n`;
		for (const codeBlocks of [true, markdown.processors?.markdown as never]) {
			expect(idsFound(text, [...acidPlans({ codeBlocks }), code])).toEqual(
				expect.arrayContaining(["acid-plans/no-mojibake", "no-var"]),
			);
		}
		expect(idsFound(text, [...acidPlans(), code])).not.toContain("no-var");
	});

	it("lives with configs for scripts that name no files", () => {
		const scripts: Linter.Config[] = [
			js.configs.recommended,
			{ languageOptions: { parser: { parse: () => ({}) } as never } },
		];
		expect(idsFound(BROKEN, [...scripts, ...acidPlans()])).toContain("acid-plans/no-mojibake");
		expect(idsFound(BROKEN, [...acidPlans(), ...scripts])).toContain("acid-plans/no-mojibake");
	});

	it("hands the parser on", async () => {
		expect(await configOf("plans/a.md")).toMatchObject({ languageOptions: { frontmatter: "yaml", parser: "auto" } });
		expect(await configOf("plans/a.md", { parser: "micromark" })).toMatchObject({
			languageOptions: { parser: "micromark" },
		});
	});

	it.each([
		[
			{ plan: "x" },
			'Unknown option "plan" ("x") in acidPlans(). Did you mean "plans"? Allowed: plans, documents, base,',
		],
		[{ snapshot: "index" }, 'Unknown option "snapshot"'],
		[{ against: "v1" }, 'Unknown option "against"'],
		[{ preset: "strickt" }, 'Option "preset" in acidPlans() is "strickt". It takes "recommended" or "strict".'],
		[{ parser: "fast" }, 'Option "parser"'],
		[{ codeBlocks: "yes" }, 'Option "codeBlocks"'],
		[{ plans: "" }, 'Option "plans" in acidPlans() is "". It takes a folder'],
		[{ template: { sections: "x", fields: [] } }, 'Option "template.sections"'],
		[{ rules: [] }, 'Option "rules"'],
		[
			{ rules: { "acid-plans/no-mojibak": "off" } },
			'Unknown rule "acid-plans/no-mojibak" in option "rules" of acidPlans(). Did you mean "acid-plans/no-mojibake"?',
		],
		[{ rules: { "no-mojibake": "off" } }, 'Did you mean "acid-plans/no-mojibake"?'],
		[{ rules: { "markdown/no-html": "off" } }, "rules of other plugins belong into a config object of their own"],
		["plans", 'acidPlans() was given "plans".'],
		[null, "acidPlans() was given null."],
	])("refuses %j by name", (options, message) => {
		expect(() => acidPlans(options as never)).toThrow(message);
	});

	it("fits ESLint's own types", () => {
		acidPlans() satisfies Linter.Config[];
	});
});
