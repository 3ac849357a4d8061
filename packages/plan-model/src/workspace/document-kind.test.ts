import { describe, expect, it } from "vitest";
import { documentKind } from "./document-kind.js";

describe("documentKind", () => {
	it.each([
		["plans/a.md", "plan"],
		["plans/README.md", "index"],
		["plans/archive/readme.md", "index"],
		["plans/TEMPLATE.md", "template"],
		["plans/plan-template.md", "template"],
		["plans/PLAN_TEMPLATE.md", "template"],
		["plans/email_template.md", "plan"],
		["plans/template-engine.md", "plan"],
		["plans/_draft.md", "template"],
		["plans/archive/_old.md", "template"],
		["plans/archive/2025/a.md", "archive"],
		["plans/2025/Done/a.md", "archive"],
		["plans/archive.md", "plan"],
		["plans/.hidden/a.md", "plan"],
		["plans/a.txt", undefined],
		["docs/a.md", undefined],
	])("%s", (path, kind) => expect(documentKind(path, "plans")).toBe(kind));

	it("looks below the folder only", () => expect(documentKind("done/plans/a.md", "done/plans")).toBe("plan"));

	it("takes a team's own globs, which mean what they say", () => {
		const globs = { index: ["00-*.md"], archive: ["old/**"], ignore: ["**/fixtures/**", "notes-*.md"] };
		const kinds = [
			"plans/README.md",
			"plans/00-all.md",
			"plans/old/a.md",
			"plans/archive/a.md",
			"plans/notes-1.md",
			"plans/fixtures/a.md",
		];
		expect(kinds.map((path) => documentKind(path, "plans", globs))).toEqual([
			"plan",
			"index",
			"archive",
			"plan",
			undefined,
			undefined,
		]);
		expect(documentKind("test/fixtures/plans/a.md", "test/fixtures/plans", globs)).toBeUndefined();
	});
});
