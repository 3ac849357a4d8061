import { describe, expect, it } from "vitest";
import { charactersRead } from "../testing/characters-read.js";
import { read } from "../testing/read.js";
import { tracked } from "../testing/tracked.js";
import { linkFaults } from "./link-faults.js";

const repository = tracked({ "plans/other.md": "" });

/** Targets of the links of a line that are told to lead nowhere. */
function told(text: string): string[] {
	const plan = read(text, { path: "plans/a.md" });
	return linkFaults(plan, undefined, repository).map(({ link }) => link.url);
}

describe("a line with links", () => {
	it.each([
		["words before a link", "Planned: [a](a.md)", []],
		["words between two links", "[a](a.md), not yet written, [b](b.md)", []],
		["words in a link", "[the future](a.md), [b](b.md)", ["a.md"]],
		["words in the text of each", "[a future](a.md) [missing](b.md)", []],
		["words of the line before", "It is planned.\n[a](a.md)", ["a.md"]],
		["no such words", "[a](a.md) [b](b.md)", ["a.md", "b.md"]],
	])("%s", (_name, text, targets) => expect(told(text)).toEqual(targets));
});

describe("with twice as many", () => {
	it.each<[string, (at: number) => string]>([
		["links of one line, each to another file", (at) => `[a](x${at}.md) `],
		["links behind a mention", (at) => `see Phase ${at} of [x](p${at}.md#phase-${at}); `],
		["images of one line", (at) => `![a](x${at}.png) `],
		["references of one line", (at) => `[a][r${at}]\n\n[r${at}]: x${at}.md\n\n`],
		["lines of one paragraph", (at) => `[a](x${at}.md)\n`],
	])("%s no more than twice as much is read", (_name, piece) => {
		const [few, many] = [500, 1_000].map((count) => {
			const text = Array.from({ length: count }, (_, at) => piece(at + 1_000)).join("");
			const plan = read(`# A\n\n${text}\n`, { path: "plans/a.md" });
			return charactersRead(() => linkFaults(plan, undefined, repository));
		});
		expect(few).toBeGreaterThan(0);
		expect(many! / few!).toBeLessThan(2.2);
	});
});
