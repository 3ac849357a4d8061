import { afterEach, describe, expect, it } from "vitest";
import { LintedFolder } from "./linted-folder.js";

let folder: LintedFolder;
afterEach(() => folder.remove());

/** Looks at plans on the disk during a run over so many of them. */
function looksFor(count: number, ...args: string[]): number {
	folder = new LintedFolder({ cache: false });
	for (let at = 0; at < count; at++)
		// Trailing spaces, so that there is something to fix.
		folder.write(`plans/${at}.md`, `# Plan ${at}  \n\n**Status**:Planned\n\n## Phase 1: One\n\n**Depends on**: None\n`);
	folder.commit();
	const { looks, stderr } = folder.lint([...args, "plans"]);
	expect(stderr).not.toContain("Oops");
	folder.remove();
	return looks;
}

describe("the cost of `eslint plans/`", () => {
	it.each([["without fixes"], ["with fixes", "--fix"]])("is linear in the number of plans, %s", (_how, ...args) => {
		const [fifty, hundred, twoHundred] = [looksFor(50, ...args), looksFor(100, ...args), looksFor(200, ...args)];
		expect(fifty).toBeGreaterThanOrEqual(50);
		// Twice as many plans, twice as much: what is added for fifty more is the same each time.
		expect((twoHundred - hundred) / 100).toBeLessThanOrEqual(1.05 * ((hundred - fifty) / 50));
	});
});
