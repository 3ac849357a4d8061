import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";

const START = "<".repeat(7);
const BASE = "|".repeat(7);
const MIDDLE = "=".repeat(7);
const END = ">".repeat(7);

describe("conflict markers", () => {
	it("are one conflict with its lines", () => {
		const text = `# A\n\n${START} HEAD\nours\n${MIDDLE}\ntheirs\n${END} feature/b\n`;
		expect(read(text).conflictMarkers).toEqual([
			{ range: { start: 5, end: 17 }, ours: "HEAD", theirs: "feature/b", separatorLine: 5, endLine: 7 },
		]);
	});

	it("may have the base between, and other line endings", () => {
		const text = ["# A", "", `${START} HEAD`, "1", `${BASE} 1a2b3c`, "0", MIDDLE, "2", END, ""].join("\r\n");
		expect(read(text).conflictMarkers).toMatchObject([{ ours: "HEAD", theirs: "", separatorLine: 7, endLine: 9 }]);
	});

	it("may swallow a list and a heading", () => {
		const text = `- a\n${START} HEAD\n- b\n${MIDDLE}\n\n## C\n${END} main\n`;
		expect(read(text).conflictMarkers).toMatchObject([{ separatorLine: 4, endLine: 7 }]);
	});

	it("underline no heading, and are no title", () => {
		const plan = read(`# A\n\n## B\n\n${START} HEAD\nours\n${MIDDLE}\ntheirs\n${END} main\n`);
		expect(plan.headings.map(({ text }) => text.text)).toEqual(["A", "B"]);
		expect(plan.sections.map(({ isEmpty }) => isEmpty)).toEqual([false, false]);
		expect(read(`Title\n${MIDDLE}\n\n${START} HEAD\n`).title?.text.text).toBe("Title");
	});

	it.each([`${START} HEAD\n\nText\n`, `Text\n\n${END} feature/b\n`])("may be left in part: %j", (text) => {
		expect(read(text).conflictMarkers).toHaveLength(1);
	});

	it.each([
		["in a fence", `\`\`\`text\n${START} HEAD\n${MIDDLE}\n${END} b\n\`\`\`\n`],
		["in an indented block", `Text\n\n    ${START} HEAD\n`],
		["underlining a heading", `Title\n${MIDDLE}\n`],
		["as quotes in quotes", `${END}\n`],
		["longer or shorter", `${START}< HEAD\n\n<<<<<< HEAD\n\n${START}HEAD\n`],
		["in a line", `See \`${START} HEAD\` and ${START} HEAD\n`],
	])("are none %s", (_, text) => {
		expect(read(text).conflictMarkers).toEqual([]);
	});

	it("are found in a fence that stands in one of the versions, outside of it", () => {
		const text = `${START} HEAD\n\`\`\`\n${MIDDLE}\n\`\`\`\n${MIDDLE}\ntext\n${END} b\n`;
		expect(read(text).conflictMarkers).toMatchObject([{ separatorLine: 5, endLine: 7 }]);
	});

	it("stand where they are said to, in any order", () => {
		const lines = fc.array(
			fc.constantFrom(`${START} a`, `${BASE} b`, MIDDLE, `${END} c`, "text", "```", "", "- item"),
			{ maxLength: 20 },
		);
		fc.assert(
			fc.property(lines, fc.constantFrom("\n", "\r\n"), (some, newline) => {
				const text = some.join(newline);
				for (const { range } of read(text).conflictMarkers)
					expect([`${START} a`, `${END} c`]).toContain(text.slice(range.start, range.end));
			}),
		);
	});
});
