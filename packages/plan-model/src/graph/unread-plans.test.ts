import { describe, expect, it } from "vitest";
import type { DocumentProblem, DocumentSummary, Workspace } from "../workspace/workspace.js";
import { linkedUnread, mayMeanUnread, unreadPaths, unreadPlans } from "./unread-plans.js";

const problem = (path: string, more: Partial<DocumentProblem> = {}): DocumentProblem => ({
	path,
	problem: `${path} is what it is.`,
	isLink: false,
	isRefused: false,
	...more,
});
const from = { path: "plans/deep/a.md", folder: "plans" } as DocumentSummary;
const reference = (link: string | undefined, title?: string) => ({
	link,
	title,
	anchor: undefined,
	word: undefined,
	label: undefined,
});

describe(unreadPaths, () => {
	it("holds what is refused and what cannot be read, and no link", () => {
		const problems = [problem("a.md", { isRefused: true }), problem("b.md"), problem("c.md", { isLink: true })];
		expect(unreadPaths(problems)).toEqual(["a.md", "b.md"]);
	});
});

describe(unreadPlans, () => {
	it("asks the workspace which of them are plans", () => {
		const workspace = {
			kinds: new Map([["plans/a.md", "plan"]]),
			problems: [problem("plans/a.md"), problem("plans/README.md")],
			// As a class has it.
			kindOf(path: string) {
				return this.kinds.get(path);
			},
		};
		expect(unreadPlans(workspace as unknown as Workspace)).toEqual(["plans/a.md"]);
	});
});

describe(linkedUnread, () => {
	it.each([
		["big.md", "plans/deep/big.md"],
		["../big.md", "plans/big.md"],
		["plans/big.md", "plans/big.md"],
		["big.md", "plans/big.md"],
		["Big.md", "docs/plans/big.md"],
		["../x", "plans/x/README.md"],
		["../x/", "plans/x/README.md"],
	])("takes %s for %s", (link, path) => {
		expect(linkedUnread(from, link, ["plans/other.md", path])).toBe(path);
	});

	it.each([
		["../big.md", "docs/plans/big.md"],
		["x/big.md", "docs/plans/big.md"],
		["large.md", "plans/big.md"],
	])("takes %s not for %s", (link, path) => {
		expect(linkedUnread(from, link, [path])).toBeUndefined();
	});
});

describe(mayMeanUnread, () => {
	it("takes a name for that of any of them, and a phase alone for none", () => {
		expect(mayMeanUnread(from, reference(undefined, "Search"), ["plans/big.md"])).toBe(true);
		expect(mayMeanUnread(from, reference(undefined, "Search"), [])).toBe(false);
		expect(mayMeanUnread(from, reference(undefined), ["plans/big.md"])).toBe(false);
		expect(mayMeanUnread(from, reference("../big.md"), ["plans/big.md"])).toBe(true);
		expect(mayMeanUnread(from, reference("../large.md"), ["plans/big.md"])).toBe(false);
	});
});
