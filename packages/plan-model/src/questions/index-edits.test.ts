import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { indexDisagreements } from "./index-disagreements.js";
import { additions, moves, removal } from "./index-edits.js";
import type { Plan } from "../plan.js";
import type { TextEdit } from "../text/source-range.js";
import { resolveIndexEntries, summarizePlan } from "../workspace/summary.js";
import { read } from "../testing/read.js";
import { createVocabulary, type Tier } from "../text/vocabulary.js";
import type { DocumentSummary } from "../workspace/workspace.js";

const vocabulary = createVocabulary();
const FORMS: Readonly<Record<Tier, string>> = {
	planned: "Planned",
	active: "In Progress",
	done: "Done",
	blocked: "Blocked",
	dropped: "Cancelled",
};

const index = (text: string): Plan => read(text, { kind: "index", path: "plans/README.md" });
const document = (name: string, tier?: Tier): DocumentSummary =>
	summarizePlan(
		read(`# ${name} Implementation Plan\n${tier ? `\n**Status**: ${FORMS[tier]}\n` : ""}`, {
			path: `plans/${name.toLowerCase()}.md`,
		}),
		"plans",
	);

function apply(text: string, edits: readonly TextEdit[]): string {
	return [...edits]
		.sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)
		.reduce((done, { range, text: put }) => done.slice(0, range.start) + put + done.slice(range.end), text);
}

const add = (text: string, ...documents: readonly DocumentSummary[]): string =>
	apply(text, additions(index(text), documents, vocabulary));

describe("additions", () => {
	it.each([
		["numbers", "1. [Old](old.md)\n", "1. [Old](old.md)\n2. [Cache](cache.md)\n"],
		["boxes", "* [ ] [Old](old.md)\n", "* [ ] [Old](old.md)\n* [x] [Cache](cache.md)\n"],
		["separators", "- [Old](old.md) — Planned\n", "- [Old](old.md) — Planned\n- [Cache](cache.md) — ✅ Done\n"],
		["code spans", "- `old.md`\n", "- `old.md`\n- `cache.md`\n"],
		["names of files", "- [old.md](old.md)\n", "- [old.md](old.md)\n- [cache.md](cache.md)\n"],
		[
			"columns",
			"| File | Title | Status |\n|-|-|-|\n| `old.md` | Old | Done |\n",
			"| File | Title | Status |\n|-|-|-|\n| `old.md` | Old | Done |\n| `cache.md` | Cache | Done |\n",
		],
		["line ends", "- [Old](old.md)\r\n", "- [Old](old.md)\r\n- [Cache](cache.md)\r\n"],
	])("keeps the form of the entries there: %s", (_name, text, expected) => {
		expect(add(`# Plans\n\n${text}`, document("Cache", "done"))).toBe(`# Plans\n\n${expected}`);
	});

	it.each([
		["several groups without a state", "## Web\n\n- [Old](old.md)\n\n## Api\n\n- [New](new.md)\n"],
		["no group that fits", "## Active Plans\n\n- [Old](old.md)\n"],
		["headings", "### [Old](old.md)\n\nText\n"],
		["a fence left open", "```\n"],
		["a fence left open below the group that fits", "## Completed Plans\n\n```\n"],
		["a comment left open below the group that fits", "## Completed Plans\n\n<!-- none yet\n"],
	])("adds nothing where no place is certain: %s", (_name, text) => {
		expect(add(`# Plans\n\n${text}`, document("Cache", "done"))).toBe(`# Plans\n\n${text}`);
	});
});

it.each(["NNN-feature", "YYYY-MM-DD", "XXX"])(
	"nothing is added for the plan %s: an index takes it for a placeholder, and each pass would add it again",
	(name) => {
		const path = `plans/${name}.md`;
		const summary = summarizePlan(read("# A Implementation Plan\n", { path }), "plans");
		expect(add("# Plans\n\n- [Old](old.md)\n", summary)).toBe("# Plans\n\n- [Old](old.md)\n");
	},
);

describe("removal", () => {
	it("takes whole lines, nested ones too", () => {
		const text = "# Plans\n\n- [Old](old.md)\n  - Owner: Ann\n- [New](new.md)\n";
		const plan = index(text);
		const [entry] = plan.entries;
		const edit = entry && removal(plan, entry);
		expect(apply(text, edit ? [edit] : [])).toBe("# Plans\n\n- [New](new.md)\n");
	});
});

describe("the edits of an index", () => {
	const tier = fc.constantFrom<Tier | undefined>("planned", "active", "done", "blocked", "dropped", undefined);
	const group = fc.constantFrom("Active Plans", "Completed Plans", "Planned", "Cancelled Plans");
	const names = ["Search", "Cache", "Import", "Export", "Backup"];
	const cases = fc.record({
		groups: fc.uniqueArray(group, { maxLength: 4 }),
		plans: fc.array(fc.record({ tier, listedIn: fc.option(fc.nat(3), { nil: undefined }) }), {
			minLength: 1,
			maxLength: names.length,
		}),
		table: fc.boolean(),
	});

	/** An index with some of the plans in some groups. */
	function write({ groups, plans, table }: typeof cases extends fc.Arbitrary<infer T> ? T : never): string {
		const lines = (at: number): string => {
			const rows = plans.flatMap(({ listedIn }, plan) => (listedIn === at ? [names[plan] ?? ""] : []));
			if (rows.length === 0) return "";
			return table
				? `| Plan | Owner |\n|---|---|\n${rows.map((row) => `| [${row}](${row.toLowerCase()}.md) | |\n`).join("")}\n`
				: `${rows.map((row) => `- [${row}](${row.toLowerCase()}.md)\n`).join("")}\n`;
		};
		return `# Plans\n\n${groups.map((each, at) => `## ${each}\n\n${lines(at)}`).join("")}`;
	}

	it("list each plan once and where it belongs, and have nothing left to do", () => {
		fc.assert(
			fc.property(cases, (shape) => {
				const documents = shape.plans.map((plan, at) => document(names[at] ?? "", plan.tier));
				const byPath = new Map(documents.map((each) => [each.path, each]));
				const step = (text: string): string => {
					const plan = index(text);
					const entries = resolveIndexEntries("plans/README.md", plan.entries, (path) => byPath.has(path));
					const listed = new Set(entries.map(({ target }) => target));
					const misplaced = indexDisagreements(entries, (path) => byPath.get(path)).flatMap(
						({ entry, document: { status } }) => (status ? [{ entry, status }] : []),
					);
					const moved = apply(text, moves(plan, misplaced, vocabulary));
					return apply(
						moved,
						additions(
							index(moved),
							documents.filter(({ path }) => !listed.has(path)),
							vocabulary,
						),
					);
				};
				const once = step(write(shape));
				expect(step(once)).toBe(once);
				const paths = index(once).entries.map(({ url }) => url);
				expect(new Set(paths).size).toBe(paths.length);
				const before = index(write(shape)).entries.map(({ url }) => url);
				expect(paths).toEqual(expect.arrayContaining(before));
			}),
			{ numRuns: 60 },
		);
	});
});
