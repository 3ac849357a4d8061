import { type ESLint, Linter } from "eslint";
import { describe, expect, expectTypeOf, it } from "vitest";
import { lintPlan } from "../test/lint-plan.js";
import { definePlanRule, EVERY_DOCUMENT } from "./define-plan-rule.js";
import plugin from "./index.js";

const shape = { name: "probe", principle: "atomic", preset: "strict", summary: "Disallow nothing" } as const;
const TITLE = { start: 0, end: 3 };

/** Reports the title of every document it is asked of. */
const probe = definePlanRule({
	...shape,
	messages: { here: "It is a {{kind}}. Look." },
	check: ({ plan, report }) => report(TITLE, "here", { kind: plan.kind }),
});

describe("the types of a rule", () => {
	it("hold messages, data, options and needs together", () => {
		definePlanRule({
			...shape,
			needs: ["workspace", "repository?"],
			hasSuggestions: true,
			messages: { both: "Phase {{phase}} of {{ count }}. Mend.", none: "Nothing. Mend.", insert: "Insert {{what}}." },
			options: {
				max: { description: "d", schema: { type: "integer", minimum: 1 }, default: 8 },
				checkX: { description: "d", schema: { type: "boolean" }, default: true },
				mode: { description: "d", schema: { enum: ["a", "b"] }, default: "a" },
				words: { description: "d", schema: { type: "array", items: { type: "string" } }, default: [] },
				limit: { description: "d", schema: { anyOf: [{ type: "integer" }, { enum: [false] }] }, default: false },
				table: { description: "d", schema: { type: "object", additionalProperties: { type: "string" } }, default: {} },
			},
			check(question) {
				const { plan, report, options } = question;
				expectTypeOf(options.max).toEqualTypeOf<number>();
				expectTypeOf(options.checkX).toEqualTypeOf<boolean>();
				expectTypeOf(options.mode).toEqualTypeOf<"a" | "b">();
				expectTypeOf(options.words).toEqualTypeOf<readonly string[]>();
				expectTypeOf(options.limit).toEqualTypeOf<number | false>();
				expectTypeOf(options.table).toEqualTypeOf<{ readonly [name: string]: string }>();
				expectTypeOf(question).toHaveProperty("workspace");
				expectTypeOf(question.repository).extract<undefined>().toEqualTypeOf<undefined>();
				expectTypeOf(question).not.toHaveProperty("base");
				expectTypeOf(options).not.toHaveProperty("other");
				report(plan, "both", { phase: "1", count: 2 });
				report(plan, "none");
				report(plan, "none", {}, { suggest: [{ messageId: "insert", data: { what: "x" }, edits: [] }] });
				// @ts-expect-error there is no such message
				report(plan, "other");
				// @ts-expect-error the message has placeholders
				report(plan, "both");
				// @ts-expect-error a placeholder has no value
				report(plan, "both", { phase: "1" });
				// @ts-expect-error no placeholder takes this value
				report(plan, "both", { phase: "1", count: 2, x: 1 });
				// @ts-expect-error the message has no placeholders
				report(plan, "none", { x: 1 });
				// @ts-expect-error the rule does not say that it is fixable
				report(plan, "none", {}, { fix: [] });
				// @ts-expect-error the suggestion's message has a placeholder
				report(plan, "none", {}, { suggest: [{ messageId: "insert", edits: [] }] });
			},
		});
	});

	it("refuse a default that the schema refuses", () => {
		definePlanRule({
			...shape,
			messages: {},
			// @ts-expect-error a text is no number
			options: { max: { description: "d", schema: { type: "integer" }, default: "8" } },
			check() {},
		});
	});

	it("refuse suggestions that the rule does not declare", () => {
		definePlanRule({
			...shape,
			fixable: "code",
			messages: { none: "Nothing. Mend." },
			check({ plan, report }) {
				report(plan, "none", {}, { fix: [] });
				// @ts-expect-error the rule does not say that it has suggestions
				report(plan, "none", {}, { suggest: [] });
			},
		});
	});

	it("fit ESLint's own", () => {
		plugin satisfies ESLint.Plugin;
		plugin.configs.recommended satisfies Linter.Config;
	});
});

describe("a rule", () => {
	it("has one object schema that takes no unknown option, and defaults", () => {
		const rule = definePlanRule({
			...shape,
			messages: {},
			options: { max: { description: "How many.", schema: { type: "integer" }, default: 8 } },
			check() {},
		});
		expect(rule.meta.schema).toEqual([
			{
				type: "object",
				properties: { max: { type: "integer", description: "How many." } },
				additionalProperties: false,
			},
		]);
		expect(rule.meta.defaultOptions).toEqual([{ max: 8 }]);
		expect(probe.meta.schema).toEqual([{ type: "object", properties: {}, additionalProperties: false }]);
	});

	it("is asked of the kinds of documents that it declares", () => {
		const everywhere = definePlanRule({
			...shape,
			kinds: EVERY_DOCUMENT,
			messages: { here: "{{kind}}. Look." },
			check: ({ plan, report }) => report(TITLE, "here", { kind: plan.kind }),
		});
		const kindsOf = (rule: typeof probe): unknown[] =>
			["plans/a.md", "plans/README.md", "plans/TEMPLATE.md", "plans/archive/a.md"].map(
				(filename) => lintPlan({ text: "# A\n", filename }, { probe: [] }, { extra: { probe: rule } })[0]?.message,
			);
		expect(kindsOf(probe)).toEqual(["It is a plan. Look.", undefined, undefined, undefined]);
		expect(kindsOf(everywhere)).toEqual(["plan. Look.", "index. Look.", "template. Look.", "archive. Look."]);
	});

	it("is not asked of a note under the free template, unless it is asked of every document", () => {
		const everywhere = definePlanRule({
			...shape,
			kinds: EVERY_DOCUMENT,
			messages: { here: "Here. Look." },
			check: ({ report }) => report(TITLE, "here"),
		});
		const count = (rule: typeof probe, text: string): number =>
			lintPlan({ text, settings: { template: "free" } }, { probe: [] }, { extra: { probe: rule } }).length;
		expect([count(probe, "# A\n"), count(everywhere, "# A\n"), count(probe, "# A\n\n## Phase 1: B\n")]).toEqual([
			0, 1, 1,
		]);
	});

	it("of the template is off under the free template, unless somebody switched it on by name", () => {
		const rule = definePlanRule({
			...shape,
			template: true,
			messages: { here: "Here. Look." },
			check: ({ report }) => report(TITLE, "here"),
		});
		const count = (settings: object): number =>
			lintPlan({ text: "# A\n\n## Phase 1: B\n", settings }, { probe: [] }, { extra: { probe: rule } }).length;
		expect([count({}), count({ template: "free" }), count({ template: "free", templateRules: ["probe"] })]).toEqual([
			1, 0, 1,
		]);
	});

	it("merges its edits to one fix, and places it beside a byte order mark", () => {
		const rule = definePlanRule({
			...shape,
			fixable: "code",
			messages: { here: "Here. Look." },
			check: ({ plan, report }) =>
				report(
					plan.title ?? plan,
					"here",
					{},
					{
						fix: [
							{ range: { start: 4, end: 5 }, text: "c" },
							{ range: { start: 2, end: 3 }, text: "b" },
						],
					},
				),
		});
		const [finding] = lintPlan({ text: "\uFEFF# A A\n" }, { probe: [] }, { extra: { probe: rule } });
		expect(finding).toMatchObject({
			line: 1,
			column: 1,
			endLine: 1,
			endColumn: 6,
			fix: { range: [2, 5], text: "b c" },
		});
	});

	it("does not hide that it crashed", () => {
		const rule = definePlanRule({
			...shape,
			messages: {},
			check() {
				throw new TypeError("a defect of the rule");
			},
		});
		expect(() => lintPlan({ text: "# A\n" }, { probe: [] }, { extra: { probe: rule } })).toThrow(
			"a defect of the rule",
		);
	});

	it("says so when it is switched on for something else than Markdown", () => {
		const bare = { meta: { ...probe.meta, languages: undefined }, create: probe.create };
		const config = { files: ["**/*.js"], plugins: { own: { rules: { bare } } }, rules: { "own/bare": "error" } };
		expect(() => new Linter().verify("1;", config as never, { filename: "a.js" })).toThrow(
			/reads Markdown and was switched on for .*a\.js/,
		);
	});

	it("is told the text that is there, also in a second pass of --fix and with other settings for the same tree", () => {
		const seen: string[] = [];
		const rule = definePlanRule({
			...shape,
			fixable: "code",
			messages: { here: "Here. Look." },
			check({ plan, report, settings }) {
				seen.push(`${settings.base} ${plan.text}`);
				if (plan.text.startsWith("# A"))
					report(TITLE, "here", {}, { fix: [{ range: { start: 2, end: 3 }, text: "B" }] });
			},
		});
		const config = (base: string) => ({
			files: ["**/*.md"],
			plugins: { "acid-plans": { ...plugin, rules: { probe: rule } } as never },
			language: "acid-plans/plan",
			settings: { "acid-plans": { base } },
			rules: { "acid-plans/probe": "error" as const },
		});
		const linter = new Linter();
		linter.verifyAndFix("# A", config("HEAD"), { filename: "a.md" });
		linter.verify(linter.getSourceCode(), config("main"), { filename: "a.md" });
		expect(seen).toEqual(["HEAD # A", "HEAD # B", "main # B"]);
	});
});

describe("facts from outside the document", () => {
	const asks = definePlanRule({
		...shape,
		needs: ["repository"],
		messages: { here: "{{root}}. Look." },
		check: ({ report, repository }) => report(TITLE, "here", { root: repository.root }),
	});
	const wants = definePlanRule({
		...shape,
		needs: ["repository?"],
		messages: { here: "{{root}}. Look." },
		check: ({ report, repository }) => report(TITLE, "here", { root: repository?.root ?? "none" }),
	});
	const messages = (rule: typeof asks, input: object): string[] =>
		lintPlan({ text: "# A\n", ...input }, { asks: [], again: [] }, { extra: { asks: rule, again: rule } }).map(
			({ messageId, message }) => `${messageId}: ${message}`,
		);

	it("reach the rules that declare them", () => {
		expect(messages(asks, {})).toEqual(["here: /repository. Look.", "here: /repository. Look."]);
	});

	it("leave a rule silent where they cannot be had, unless it can do without", () => {
		for (const input of [{ filename: "" }, { settings: { repository: false } }]) {
			expect(messages(asks, input)).toEqual([]);
			expect(messages(wants, input)).toEqual(["here: none. Look.", "here: none. Look."]);
		}
	});

	it("are missed aloud where git fails, once a document", () => {
		const problem = "Git is not there. Install it.";
		expect(messages(asks, { problem })).toEqual([
			expect.stringContaining(`unavailable: What this rule has to know cannot be had. ${problem}`),
		]);
		expect(messages(wants, { problem })).toEqual(["here: none. Look.", "here: none. Look."]);
	});
});
