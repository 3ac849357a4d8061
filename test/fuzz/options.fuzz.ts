import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import acidPlans from "eslint-config-acid-plans";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import plugin from "../../packages/eslint-plugin/dist/index.js";
import { goodPlan, index } from "../hooks/plan-texts.js";
import { tryOut } from "./budget.js";
import { git } from "./cli-run.js";
import { documents } from "./documents.js";
import { isInside } from "./is-inside.js";

/*
 * Options over plans that stand on the disk, in a repository with history: what rules ask of the disk and of git depends
 * on options, too.
 */

interface Schema {
	readonly type?: string;
	readonly enum?: readonly unknown[];
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minLength?: number;
	readonly minItems?: number;
	readonly uniqueItems?: boolean;
	readonly items?: Schema;
	readonly additionalProperties?: Schema | false;
	readonly anyOf?: readonly Schema[];
}

/** Words that mean something somewhere, and texts that are easily handled wrongly. */
const word = fc.oneof(
	fc.constantFrom(
		...["src/**", "*", "**", "[", "{a,b}", "!a", "../x", "/etc/**", "docs/adr/*.md", "dist", "a\\b", "(a+)+$", "\0"],
		...[
			"Phase",
			"Objective",
			"objective",
			"Steps",
			"Status",
			"goals",
			"planned",
			"done",
			"Étape",
			"__proto__",
			"constructor",
		],
		...["", " ", "\n", "✅", "🟡 Planned", "and", "TBD", "1.", "**x**", "`x`", "[x](y)", "#", "|", "x".repeat(2000)],
	),
	fc.string({ unit: "grapheme", maxLength: 8 }),
);

/** What a schema lets through. */
function valid(schema: Schema): fc.Arbitrary<unknown> {
	if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
	if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valid));
	const { type, minimum = 0, maximum = 1e9, minLength = 0, minItems = 0 } = schema;
	if (type === "boolean") return fc.boolean();
	if (type === "integer") return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constant(minimum));
	if (type === "number")
		return fc.oneof(fc.double({ min: minimum, max: maximum, noNaN: true }), fc.constantFrom(minimum, maximum));
	if (type === "string") return word.filter((text) => text.length >= minLength);
	if (type === "array") {
		const items = valid(schema.items ?? {});
		return schema.uniqueItems === true
			? fc.uniqueArray(items, { minLength: minItems, maxLength: 4 })
			: fc.array(items, { minLength: minItems, maxLength: 4 });
	}
	if (type === "object" && schema.additionalProperties)
		return fc.dictionary(word, valid(schema.additionalProperties), { maxKeys: 3 });
	throw new Error(`No values are known for ${JSON.stringify(schema)}.`);
}

const names = Object.keys(plugin.rules);
const ruleOptions = fc.constantFrom(...names).chain((name) => {
	const [{ properties }] = plugin.rules[name]!.meta.schema;
	const options = Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, valid(schema as Schema)]));
	return fc.tuple(fc.constant(`acid-plans/${name}`), fc.record(options, { requiredKeys: [] }));
});
/** Every rule is on, some with options. */
const rules = fc.uniqueArray(ruleOptions, { maxLength: 6, selector: ([id]) => id }).map((chosen) => ({
	...Object.fromEntries(names.map((name) => [`acid-plans/${name}`, "error"])),
	...Object.fromEntries(chosen.map(([id, options]) => [id, ["error", options]])),
}));

const KEYS = [
	...[
		"overview",
		"goals",
		"prerequisites",
		"breakdown",
		"criteria",
		"risks",
		"timeline",
		"objective",
		"steps",
		"status",
	],
	...[
		"testing",
		"deliverables",
		"dependencies",
		"files",
		"planned",
		"active",
		"done",
		"blocked",
		"dropped",
		"sections",
	],
	...["fields", "statuses", "statusForms", "series", "__proto__", "title", "phaseWord", "level"],
];
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 2 },
		fc.oneof(fc.constantFrom<unknown>(true, false, null, 0, -1, 3, 1e9), word),
		fc.array(fc.oneof(word, tie("value")), { maxLength: 3 }),
		fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), word), tie("value"), { maxKeys: 4 }),
	),
}));
const wordLists = fc.dictionary(fc.constantFrom(...KEYS), fc.array(word, { maxLength: 3 }), { maxKeys: 4 });
const vocabulary = fc.record(
	{
		sections: wordLists,
		fields: wordLists,
		statuses: wordLists,
		series: fc.array(word, { maxLength: 3 }),
		statusForms: fc.dictionary(fc.constantFrom("planned", "active", "done", "blocked", "dropped"), word),
	},
	{ requiredKeys: [] },
);
const template = fc.oneof(
	fc.constantFrom<unknown>("acid", "free"),
	fc.record(
		{
			title: word,
			sections: fc.array(word, { maxLength: 4 }),
			fields: fc.array(word, { maxLength: 4 }),
			phaseWord: word,
			level: fc.constantFrom<unknown>(1, 2, 3, 4, 5, 6, 0, 7, "3"),
		},
		{ requiredKeys: ["sections", "fields"] },
	),
);
const setting = fc.record(
	{
		vocabulary: fc.oneof(vocabulary, anything),
		template: fc.oneof(template, anything),
		sharedSurfaces: fc.array(word, { maxLength: 3 }),
		decisions: word,
		documents: fc.dictionary(
			fc.constantFrom("index", "template", "archive", "ignore"),
			fc.array(word, { maxLength: 2 }),
		),
		base: fc.constantFrom<unknown>("HEAD", "HEAD~1", "nowhere", false),
		repository: fc.boolean(),
	},
	{ requiredKeys: [] },
);

let folder = "";
beforeAll(() => {
	folder = realpathSync.native(mkdtempSync(join(tmpdir(), "acid-plans-fuzz-options-")));
	git(folder, "init", "--quiet");
	const files = {
		"plans/a.md": goodPlan("A", { deliverable: "`src/a.ts`" }),
		"plans/b.md": goodPlan("B", { dependsOn: "[A](a.md)" }).replace("🟡 Planned", "✅ Done"),
		"plans/archive/c.md": goodPlan("C"),
		"plans/README.md": index({ "a.md": "A", "b.md": "B" }),
		"plans/TEMPLATE.md": goodPlan("[Feature]"),
		"docs/decisions/001-a.md": "# 1. A\n",
		"src/a.ts": "",
		"package.json": '{ "scripts": { "test": "true" } }',
		Makefile: "all:\n",
	};
	for (const text of ["", "\nMore.\n"]) {
		for (const [path, content] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), content + (path.endsWith(".md") ? text : ""));
		}
		git(folder, "add", "--all");
		git(folder, "commit", "--quiet", "--message=x");
	}
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lint = (text: string, path: string, options: object): Linter.LintMessage[] =>
	new Linter({ cwd: folder }).verify(text, acidPlans(options as never) as Linter.Config[], {
		filename: join(folder, path),
	});

const paths = fc.constantFrom(
	"plans/a.md",
	"plans/b.md",
	"plans/new.md",
	"plans/README.md",
	"plans/archive/c.md",
	"plans/TEMPLATE.md",
);
const texts = fc.oneof(documents, fc.constantFrom(goodPlan("A"), goodPlan("B", { dependsOn: "[A](a.md)" })));

it("rules take every option that their schema lets through", () => {
	tryOut(fc.tuple(texts, paths, rules), ([text, path, given]) => {
		const found = lint(text, path, { rules: given });
		expect(found.filter(({ fatal, ruleId }) => fatal === true && ruleId !== null)).toEqual([]);
		const body = text.replace(/^\ufeff/, "");
		expect(found.filter((finding) => finding.fatal !== true && !isInside(body, finding))).toEqual([]);
	});
});

it("settings are used, or refused by name", () => {
	tryOut(fc.tuple(texts, paths, setting), ([text, path, given]) => {
		let found: Linter.LintMessage[];
		try {
			found = lint(text, path, given);
		} catch (error) {
			const { name, message } = error as Error;
			expect(`${name}: ${message}`).not.toMatch(/^(?:TypeError|RangeError|ReferenceError|SyntaxError): (?!.*acid)/i);
			expect(
				Object.keys(given).some((key) => message.includes(key)),
				message,
			).toBe(true);
			return;
		}
		const body = text.replace(/^\ufeff/, "");
		expect(found.filter((finding) => finding.fatal !== true && !isInside(body, finding))).toEqual([]);
	});
});
