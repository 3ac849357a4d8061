import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Plan, readPlan } from "@acid-plans/model";
import { expect, it } from "vitest";
import { FastMarkdownLanguage } from "../../packages/fast-markdown/dist/index.js";
import { PLAN_TEMPLATE } from "../../packages/cli/src/new-plan/plan-template.js";

/* What the page on the format says is read, as the model reads it. */

const page = readFileSync(join(import.meta.dirname, "../../docs/reference/plan-format.md"), "utf8");
const blocks = [...page.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);

function read(text: string): Plan {
	const result = new FastMarkdownLanguage().parse(
		{ path: "plan.md", physicalPath: "plan.md", bom: false, body: text },
		{ languageOptions: { frontmatter: "yaml" } },
	);
	if (!result.ok) throw new Error("The plan could not be parsed.");
	return readPlan(result.ast, text);
}

/** The rows of the table below a heading: what is written, and what the page says of it. */
function rowsOf(heading: string): (readonly [string, string])[] {
	const [, section = ""] = new RegExp(`^## ${heading}\n([\\s\\S]*?)(?=^## )`, "m").exec(page) ?? [];
	const rows = [...section.matchAll(/^\| `([^*`][^`]*)` \| (.+) \|$/gm)].map(
		([, written = "", says = ""]) => [written, says] as const,
	);
	expect(rows.length).toBeGreaterThan(4);
	return rows;
}

it("shows the template that `new` writes", () => {
	expect(blocks[0]).toBe(PLAN_TEMPLATE);
});

it.each((blocks[1] ?? "").trim().split("\n"))("%j is a field", (line) => {
	const more = line.startsWith("#") ? "\n\nPlaces are stored" : "";
	const [phase] = read(`# A\n\n### Phase 1: B\n\n${line}${more}\n\n### Phase 2: C\n`).phases;
	expect(phase?.objective?.value.text || phase?.objective?.items[0]?.text.text).toBe("Places are stored");
});

it.each(rowsOf("Status"))("the status %j is read as %s", (written, tier) => {
	expect(read(`# A\n\n**Status**: ${written}\n`).status?.tier).toBe(tier);
});

const NONE = ["None", "N/A", "-", "—"];
/** How many phases and plans it names, where that is not one. */
const COUNTS: Readonly<Record<string, number>> = { "Phases 1, 2 and 3": 3, "Phases 1-3": 3, "The vendor's answer": 0 };

it("has these dependencies", () => {
	const written = rowsOf("Dependencies").flatMap(([first, says]) => [
		first,
		...[...says.matchAll(/`([^`]+)`/g)].map(([, more = ""]) => more),
	]);
	expect(written).toEqual(expect.arrayContaining([...NONE, ...Object.keys(COUNTS)]));
	for (const each of written) {
		const phases = [1, 2, 3, 4].map((number) => `### Phase ${number}: B${number}\n`).join("\n");
		const last = read(`# A\n\n${phases}\n**Depends on**: ${each}\n`).phases.at(-1);
		const targets = (last?.dependencies ?? []).filter(
			({ target }) => target.kind === "phase" || target.kind === "plan",
		);
		expect(targets, each).toHaveLength(NONE.includes(each) ? 0 : (COUNTS[each] ?? 1));
		expect(last?.saysNoDependencies, each).toBe(NONE.includes(each));
	}
});

it.each(["### Phase 2: Store", "## Task A — Store", "- [ ] 1.2 Store"])("%j is a phase", (line) => {
	expect(page).toContain(`\`${line}\``);
	const next = line.replace("2", "3").replace("A", "B");
	expect(read(`# A\n\n${line}\n${line.startsWith("#") ? "\n" : ""}${next}\n`).allPhases).toHaveLength(2);
});

it.each(["### Phase Two: Store", "**Stauts**: Done"])("%j is nearly one", (line) => {
	expect(page).toContain(`\`${line}\``);
	const text = (more: string): string =>
		`# A\n\n${more.startsWith("*") ? more : ""}\n\n### Phase 1: B\n\n${more.startsWith("#") ? more : ""}\n\n### Phase 3: D\n`;
	expect(read(text("")).nearMisses).toEqual([]);
	expect(read(text(line)).nearMisses).toHaveLength(1);
});
