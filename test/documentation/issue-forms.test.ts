import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

/* The forms as GitHub reads them; one that it cannot read it leaves out without a word. */

const folder = join(import.meta.dirname, "../../.github/ISSUE_TEMPLATE");
const read = (file: string): unknown => parse(readFileSync(join(folder, file), "utf8"));
const forms = readdirSync(folder).filter((file) => file !== "config.yml");

interface Form {
	readonly name: string;
	readonly description: string;
	readonly body: readonly {
		readonly type: string;
		readonly id?: string;
		readonly attributes: { readonly label?: string; readonly value?: string };
	}[];
}

describe.each(forms)("%s", (file) => {
	const { name, description, body } = read(file) as Form;

	it("says what it is for, and asks", () => {
		expect(name).toMatch(/\S/);
		expect(description).toMatch(/\S/);
		for (const { type, attributes } of body) {
			expect(["markdown", "input", "textarea"]).toContain(type);
			expect(type === "markdown" ? attributes.value : attributes.label).toMatch(/\S/);
		}
		const asked = body.filter(({ type }) => type !== "markdown").map(({ id }) => id);
		expect(asked.length).toBeGreaterThan(0);
		expect(new Set(asked).size).toBe(asked.length);
		expect(asked).not.toContain(undefined);
	});
});

it("leads who found a vulnerability to the policy", () => {
	const { contact_links } = read("config.yml") as { contact_links: { url: string }[] };
	const { homepage } = JSON.parse(
		readFileSync(join(import.meta.dirname, "../../packages/cli/package.json"), "utf8"),
	) as { homepage: string };
	const repository = homepage.replace(/\/tree\/.*$/, "");
	expect(contact_links.map(({ url }) => url)).toContain(`${repository}/security/policy`);
});
