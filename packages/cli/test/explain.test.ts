import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acidPlans } from "./command-line.js";

const pages = readdirSync(join(import.meta.dirname, "../../eslint-plugin/docs/rules"));
const explain = (...args: readonly string[]): ReturnType<typeof acidPlans> =>
	acidPlans(import.meta.dirname, "explain", ...args);

describe("acid-plans explain", () => {
	it.each(["valid-links", "acid-plans/valid-links", "plans/valid-links", "Valid-Links"])(
		"shows the page of %s",
		(name) => {
			const { code, stdout, stderr } = explain(name);
			expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
			expect(stdout).toMatch(/^# acid-plans\/valid-links\n\nDisallow links/);
			expect(stdout).toContain("## Incorrect");
			expect(stdout).not.toContain("made by");
		},
	);

	it("lists every rule with its preset", () => {
		const { code, stdout } = explain();
		expect(code).toBe(0);
		for (const page of pages)
			expect(stdout).toMatch(new RegExp(`^  ${page.replace(".md", "")} +(?:recommended|strict|off) +\\S`, "m"));
	});

	it("says the same as data", () => {
		const { rules, version } = JSON.parse(explain("--json").stdout) as {
			version: number;
			rules: { id: string; preset: string }[];
		};
		expect(version).toBe(1);
		expect(rules.map(({ id }) => `${id.replace("acid-plans/", "")}.md`).sort()).toEqual([...pages].sort());
		const one = JSON.parse(explain("valid-links", "--json").stdout) as {
			rule: { id: string; preset: string };
			page: string;
		};
		expect(one.rule).toMatchObject({ id: "acid-plans/valid-links", preset: "recommended" });
		expect(one.page).toContain("## Correct");
	});

	it.each([
		["valid-link", '"valid-links"'],
		["links-valid", '"valid-links"'],
		["order", '"section-order" or "status-order"'],
	])("suggests a name for %s", (name, names) => {
		expect(explain(name)).toEqual({
			code: 2,
			stdout: "",
			stderr: `acid-plans: There is no rule "${name}". Did you mean ${names}? \`acid-plans explain\` lists all rules.\n`,
		});
	});

	it.each(["../../package", "zzzzzzzz"])("has no page for %s", (name) => {
		const { code, stderr } = explain(name);
		expect(stderr).toBe(`acid-plans: There is no rule "${name}". \`acid-plans explain\` lists all rules.\n`);
		expect(code).toBe(2);
	});
});
