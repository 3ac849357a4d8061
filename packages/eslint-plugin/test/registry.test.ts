import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.js";
import { rulePages } from "./rule-pages.js";

const folder = new URL("../src/rules/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
const sources = files.filter((file) => /^[a-z]+\/[a-z-]+\.ts$/.test(file));
const nameOf = (file: string): string => file.replace(/^.*\/|(?:\.test)?\.ts$/g, "");
const names = Object.keys(plugin.rules);
const sorted = (values: Iterable<string>): string[] => [...values].sort();

describe("the set of rules", () => {
	it("is that of the files in rules/", () => {
		expect(sorted(sources.map(nameOf))).toEqual(sorted(names));
	});

	it("is that of the tests beside them", () => {
		expect(
			sorted(files.filter((file) => file.endsWith(".test.ts")).map((file) => file.replace(".test.ts", ".ts"))),
		).toEqual(sorted(sources));
	});

	it("is that of the pages", () => {
		expect(sorted(rulePages().keys())).toEqual(sorted(names));
	});

	it("is that of `all`, and of the groups with what is off", () => {
		const { all, recommended, strict, ...groups } = plugin.configs;
		const off = names.filter((name) => plugin.rules[name]?.meta.docs.preset === "off");
		const grouped = Object.values(groups).flatMap((config) => Object.keys(config.rules));
		expect(sorted(Object.keys(all.rules))).toEqual(sorted(names.map((name) => `acid-plans/${name}`)));
		expect(sorted([...grouped, ...off.map((name) => `acid-plans/${name}`)])).toEqual(sorted(Object.keys(all.rules)));
		expect(sorted(Object.keys(strict.rules))).toEqual(sorted(grouped));
		expect(Object.keys(strict.rules)).toEqual(expect.arrayContaining(Object.keys(recommended.rules)));
	});

	it("is on as errors in every preset", () => {
		const entries = Object.values(plugin.configs).flatMap((config) => Object.values(config.rules));
		expect(new Set(entries.map((entry) => (Array.isArray(entry) ? entry[0] : entry)))).toEqual(new Set(["error"]));
	});
});

describe.each(sources)("%s", (file) => {
	const rule = plugin.rules[nameOf(file)];
	const source = readFileSync(new URL(file, folder), "utf8");
	if (!rule) return;
	const { docs, messages, schema, defaultOptions, fixable, languages } = rule.meta;

	it("stands in the folder of its principle, under its own name", () => {
		expect(`${docs.principle}/${docs.url.replace(/^.*\//, "").replace(/\.md$/, ".ts")}`).toBe(file);
	});

	it("says in a sentence what it wants", () => {
		expect(docs.description).toMatch(/^(?:Require|Disallow|Enforce) .*[^.]$/);
	});

	it("says in its messages what is wrong, then what to do; of a suggestion, what it does", () => {
		const suggested = new Set(
			[...source.matchAll(/messageId: ([^,}\n]*)/g)].flatMap(([, value = ""]) =>
				[...value.matchAll(/"(\w+)"/g)].map(([, id]) => id),
			),
		);
		for (const [id, message] of Object.entries(messages)) {
			const sentences = message.split(/(?<=[.?!])\s+(?=[A-Z`"{])/);
			// The cause of a failure is a sentence of its own.
			expect(message, id).toMatch(/(?:[.?!]|\{\{problem\}\})$/);
			if (suggested.has(id)) expect(sentences, id).toHaveLength(1);
			else expect(sentences.length, id).toBeGreaterThan(1);
		}
	});

	it("describes its options, and the defaults are what the schema allows", () => {
		const { properties } = schema[0];
		expect(Object.keys(properties)).toEqual(Object.keys(defaultOptions[0]));
		for (const [name, property] of Object.entries(properties))
			expect(property.description, name).toMatch(/^[A-Z].+\.$/s);
	});

	it("makes the fixes and suggestions that it declares", () => {
		// That it makes none without declaring them is a matter of types.
		if (fixable !== undefined) expect(source).toMatch(/\bfix\b/);
		if (docs.suggests) expect(source).toMatch(/\bsuggest\b/);
	});

	it("is for Markdown alone", () => {
		expect(languages).toEqual(["markdown/*", "acid-plans/*"]);
	});

	it("is a pure function: it reads neither files nor the clock nor the environment", () => {
		expect(source).not.toMatch(/from "node:|\bprocess\b|\bDate\b|Math\.random|require\(/);
	});
});
