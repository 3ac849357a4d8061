import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fixPlan, lintPlan, type PlanInput } from "../../packages/eslint-plugin/test/lint-plan.js";
import { tryOut } from "./budget.js";
import { documents } from "./documents.js";
import { isInside } from "./is-inside.js";

const bin = join(import.meta.dirname, "../../packages/cli/dist/bin.js");
/** The rules whose fixes `acid-plans index` applies. */
const INDEX_RULES = { "index-complete": [], "index-agreement": [] };

const STATES = ["🟡 Planned", "🔄 In Progress", "✅ Done", "Blocked", "", "done?", "**✅ Done**"];
const plan: fc.Arbitrary<string> = fc.oneof(
	fc
		.tuple(fc.string({ unit: "grapheme", maxLength: 20 }), fc.constantFrom(...STATES))
		.map(([title, state]) => `# ${title} Implementation Plan\n\n**Status**: ${state}\n\n### Phase 1: A\n`),
	documents,
);
const name: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(
		...["a", "b", "a b", "--fix", "$(id)", "ä", "日本語", "a'b\"", "[a]", "a(b)", "a|b", "a#b", "a%20b", "__proto__"],
		...[
			"constructor",
			"c/d",
			"archive/e",
			"x.y",
			"🟡",
			"a&amp;b",
			"`a`",
			"*a*",
			"a_b_",
			"<a>",
			"a\\b",
			"XXX",
			"a*?",
			"{a}",
			"YYYY-b",
		],
	),
	fc.stringMatching(/^[a-z0-9 _.()-]{1,8}[a-z]$/),
);
const folder = fc.dictionary(
	name.map((each) => `plans/${each}.md`),
	plan,
	{ maxKeys: 5 },
);
const line: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(
		...["# Plans", "## Active Plans", "## Planned Plans", "## Completed Plans", "", "Text.", "- ", "| Plan | Status |"],
		...["|---|---|", "| [A](a.md) | ✅ Done |", "- [B](b.md)", "* [B](b.md): 🟡 Planned", "1. [A](a.md) — Done"],
		...["- [x](<a b.md>) - 🔄 In Progress", "```", "> - [A](a.md)", "- [A][a]", "[a]: a.md"],
	),
	fc.tuple(name, fc.constantFrom(...STATES)).map(([each, state]) => `- [${each}](${encodeURI(each)}.md) - ${state}`),
);
const index: fc.Arbitrary<string> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom("\n", "\r\n", "\r"))
			.map(([lines, end]) => lines.join(end)),
	},
	{ weight: 1, arbitrary: documents },
);
const inputs: fc.Arbitrary<PlanInput> = fc.record({
	text: index,
	filename: fc.constant("plans/README.md"),
	documents: folder,
});

it("the fixes of an index stay inside of it, and done twice change nothing the second time", () => {
	tryOut(inputs, (input) => {
		const body = input.text.replace(/^\ufeff/, "");
		expect(lintPlan(input, INDEX_RULES).filter((finding) => !isInside(body, finding))).toEqual([]);
		const once = fixPlan(input, INDEX_RULES);
		expect(fixPlan({ ...input, text: once }, INDEX_RULES)).toBe(once);
	});
});

/** Names that every file system takes. */
const written = fc.dictionary(
	fc.oneof(
		fc.constantFrom("a", "b", "a b", "--fix", "$(id)", "ä", "日本語", "[a]", "a(b)", "a#b", "a%20b", "__proto__", "🟡"),
		fc.stringMatching(/^[a-z0-9 _()-]{1,8}[a-z]$/),
	),
	plan,
	{ maxKeys: 3 },
);

function filesOf(root: string): Record<string, string> {
	const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(".md"));
	return Object.fromEntries(names.sort().map((each) => [each, readFileSync(join(root, each), "utf8")]));
}

it("`acid-plans index` writes the index alone, once, and ends with 0, 1 or 2", () => {
	tryOut(fc.tuple(written, fc.option(index)), ([plans, text]) => {
		const root = mkdtempSync(join(tmpdir(), "acid-plans-fuzz-index-"));
		try {
			for (const [each, content] of Object.entries(plans)) {
				mkdirSync(dirname(join(root, "plans", each)), { recursive: true });
				writeFileSync(join(root, "plans", `${each}.md`), content);
			}
			mkdirSync(join(root, "plans"), { recursive: true });
			if (text !== null) writeFileSync(join(root, "plans/README.md"), text);
			spawnSync("git", ["init", "--quiet"], { cwd: root });
			const before = filesOf(root);
			const run = (...args: string[]): number | null => {
				const { status, stderr } = spawnSync(process.execPath, [bin, "index", ...args], {
					cwd: root,
					encoding: "utf8",
				});
				expect([0, 1, 2], stderr).toContain(status);
				expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
				return status;
			};
			run("--create");
			const once = filesOf(root);
			expect({ ...once, "plans/README.md": "" }).toEqual({ ...before, "plans/README.md": "" });
			run();
			expect(filesOf(root)).toEqual(once);
		} finally {
			rmSync(root, { recursive: true, force: true });
		}
	});
});
