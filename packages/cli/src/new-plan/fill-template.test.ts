import { describe, expect, it } from "vitest";
import { readDocumentText, readSettings } from "eslint-config-acid-plans/plans";
import { fillTemplate } from "./fill-template.js";

function titleOf(template: string, title: string, ending?: string, number?: string): string | undefined {
	const plan = readDocumentText(`${template}\n\nText\n`, "plans/TEMPLATE.md", "template", readSettings({}));
	if ("refused" in plan) throw new Error(plan.refused);
	return fillTemplate(plan, { title, number, ending }).split("\n\n")[0];
}

describe("the title of a new plan", () => {
	it.each<[string, string, string]>([
		["# [Feature Name] Implementation Plan", "Search", "# Search Implementation Plan"],
		["# [Feature Name] Implementation Plan", "Search implementation plan", "# Search Implementation Plan"],
		["# Plan: <name>", "Search", "# Plan: Search"],
		["# {{title}}", "Search", "# Search"],
		["# [Team]: [Feature Name]", "Search", "# [Team]: Search"],
		["# Implementation Plan Template", "Search", "# Search Implementation Plan"],
		["# Template", "Search", "# Search"],
		["Say what it is about.", "Search", "# Search"],
	])("%s", (template, title, expected) => {
		expect(titleOf(template, title)).toBe(expected);
	});

	it("has the number of the file where the template has one", () => {
		expect(titleOf("# Plan NNN: [Name]", "Search", undefined, "012")).toBe("# Plan 012: Search");
		expect(titleOf("# [NNN] [Name]", "Search", undefined, "012")).toBe("# 012 Search");
	});

	it("has the ending of the config where the template has no place for it", () => {
		expect(titleOf("# Template", "Search", "Proposal")).toBe("# Search Proposal");
		expect(titleOf("# Template", "Search Proposal", "Proposal")).toBe("# Search Proposal");
	});
});
