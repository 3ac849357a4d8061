import { describe, expect, it } from "vitest";
import { withoutCode } from "./without-code.js";

describe("withoutCode", () => {
	it.each([
		["a fence", "a\n```js\n*_*b\n```\nc", "a\n\nc"],
		["a fence of tildes, closed by a longer one that is indented", "~~~\n*_*b\n   ~~~~ \nc", "\nc"],
		["a fence that nothing closes", "```\n*_*b\n", "\n"],
		["a fence that a shorter one does not close", "````\n```\n*_*b\n````\nc", "\nc"],
		["a fence whose closing has words behind it", "```\n``` a\n*_*b\n```\nc", "\nc"],
		["a fence with carriage returns", "```\r*_*b\r```\rc", "\nc"],
		["a code span", "a `*_*` b", "a `` b"],
		["a code span in each cell", "| `*_*` | `_*_` |", "| `` | `` |"],
		["front matter", "---\na: b\n---\n```\n*_*b\n```\nc", "---\na: b\n---\n\nc"],
	])("takes away %s", (_name, text, rest) => {
		expect(withoutCode(text).trimEnd()).toBe(rest.trimEnd());
	});

	it.each([
		["behind a fence in an item", "- ```\n```\n*_*b\n```\n"],
		["behind a fence in a quote", "> ```\n```\n*_*b\n```\n"],
		["behind an indented fence", "  ```\n```\n*_*b\n```\n"],
		["behind three backticks in a line", "a ``` b\n```\n*_*b\n```\n"],
		["in HTML", "<!--\n```\n-->\n*_*b\n```\n"],
		["in front matter that has a fence", "---\n```\n---\n*_*b\n"],
		["between two code spans over two lines", "a `b\nc` *_*b `d\ne`\n"],
		["behind an escaped backtick", "\\`*_*b`\n"],
		["between the cells of a table", "| `a | *_*b` |\n"],
		["in a tag", 'a <b c="`"> *_*b `\n'],
		["between two backticks and two", "``*_*b``\n"],
		["behind a fence with a backtick in its words", "``` a`\n*_*b\n"],
	])("leaves what stands %s", (_name, text) => {
		expect(withoutCode(text)).toContain("*_*b");
	});

	it("takes time that grows with the text", () => {
		const lines = (count: number): string => "```\n`a`\n".repeat(count) + "~~~~\n".repeat(count);
		const start = process.cpuUsage();
		withoutCode(lines(100_000));
		expect(process.cpuUsage(start).user / 1000).toBeLessThan(3_000);
	});
});
