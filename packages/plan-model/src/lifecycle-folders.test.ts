import { describe, expect, it } from "vitest";
import { lifecycleTwins } from "./lifecycle-folders.js";
import type { DocumentKind } from "./plan.js";
import { summarizePlan } from "./summary.js";
import { read } from "./test-read.js";

const document = (path: string, kind: DocumentKind, title = "Search") =>
	summarizePlan(read(`# ${title} Implementation Plan\n`, { path, kind }), "plans");
const twins = (...documents: ReturnType<typeof document>[]): string[] =>
	[...lifecycleTwins(documents)].map(([path, other]) => `${path} ${other.path}`).sort();

describe("lifecycleTwins", () => {
	it("finds a plan that lies in the archive and outside it", () => {
		expect(twins(document("plans/search.md", "plan"), document("plans/archive/search.md", "archive"))).toEqual([
			"plans/archive/search.md plans/search.md",
			"plans/search.md plans/archive/search.md",
		]);
		expect(twins(document("plans/active/search.md", "plan"), document("plans/Done/search.md", "archive"))).toHaveLength(
			2,
		);
	});

	it("takes neither another title nor another folder for the same plan", () => {
		expect(twins(document("plans/plan.md", "plan"), document("plans/archive/plan.md", "archive", "Cache"))).toEqual([]);
		expect(twins(document("plans/api/search.md", "plan"), document("plans/archive/web/search.md", "archive"))).toEqual(
			[],
		);
		expect(twins(document("plans/search.md", "plan"), document("plans/active/search.md", "plan"))).toEqual([]);
	});
});
