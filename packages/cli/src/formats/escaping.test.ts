import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import type { Finding } from "../report/finding.js";
import type { FormatInput } from "./format.js";
import { format as frame } from "./frame.js";
import { format as github } from "./github.js";
import { format as markdown } from "./markdown.js";

const at = (line: number, column: number) => ({ line, column, offset: 0 });

function input(finding: Partial<Finding>, text = "", more: Partial<FormatInput> = {}): FormatInput {
	const full: Finding = {
		file: "plans/a.md",
		rule: "acid-plans/x",
		severity: "error",
		message: "Wrong.",
		range: { start: at(1, 1), end: at(1, 1) },
		fix: null,
		suggestions: [],
		reason: null,
		url: null,
		fingerprint: "f",
		...finding,
	};
	return {
		eslint: undefined as unknown as ESLint,
		results: [],
		findings: [full],
		textOf: () => text,
		summary: "Checked.",
		notes: [],
		version: "1.0.0",
		colour: false,
		...more,
	};
}

describe("github", () => {
	it("keeps text from ending a property, a command or a line", () => {
		expect(github(input({ file: "a,b:c%\n\u001b.md", message: "100%\r\n::warning::x, y: z\u001b[2J" }))).toBe(
			"::error file=a%2Cb%3Ac%25%0A␛.md,line=1,endLine=1,col=1,endColumn=1,title=acid-plans/x::100%25␍␊::warning::x, y: z␛[2J\n",
		);
	});

	it("gives no columns for a place over several lines", () => {
		const range = { start: at(2, 5), end: at(4, 2) };
		expect(github(input({ range, severity: "warning", rule: null }))).toBe(
			"::warning file=plans/a.md,line=2,endLine=4,title=eslint::Wrong.\n",
		);
	});
});

describe("markdown", () => {
	it("keeps text from ending a cell or becoming markup", () => {
		const row = markdown(input({ message: "a | b\\| <img> `c`\n[d](e) *f* @g #1", file: "plans/a|b.md" }))
			.split("\n")
			.at(-2);
		expect(row).toBe(
			"| ❌ error | plans/a&#124;b.md:1 | a &#124; b&#92;&#124; &#60;img&#62; &#96;c&#96;␊&#91;d&#93;(e) &#42;f&#42; &#64;g &#35;1 | acid-plans/x |",
		);
	});

	it("stays below what a job summary holds, and says what it leaves out", () => {
		const { findings } = input({ message: "x".repeat(1000) });
		const many = Array.from({ length: 2000 }, () => findings).flat();
		const text = markdown(input({}, "", { findings: many }));
		expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
		expect(text).toMatch(/\nNot shown for want of room: \d+ of 2000 findings\.\n$/);
	});
});

describe("frame", () => {
	it("underlines the range, past tabs too, and shows the first line of many", () => {
		const range = { start: at(2, 2), end: at(3, 1) };
		expect(frame(input({ range }, "one\n\ttwo words\nthree"))).toBe(
			"plans/a.md:2:2  error  acid-plans/x\nWrong.\n  1 | one\n> 2 | \ttwo words\n    | \t^^^^^^^^^\n  3 | three\n\n",
		);
	});

	it("shows the neighbourhood of a place far out on a long line", () => {
		const text = `${"a".repeat(5000)}here${"b".repeat(5000)}`;
		const lines = frame(input({ range: { start: at(1, 5001), end: at(1, 5005) } }, text)).split("\n");
		const [source = "", marks = ""] = lines.slice(2, 4);
		expect(source.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("here");
		expect(source.length).toBeLessThan(200);
	});

	it("does without a text", () => {
		expect(frame(input({}))).toBe("plans/a.md:1:1  error  acid-plans/x\nWrong.\n\n");
	});

	it("colours on request, and prints no control character of the plan", () => {
		const text = frame(input({ message: "Wrong\u001b[2J." }, "a\u009bb", { colour: true }));
		expect(text).toContain("\u001b[31merror");
		expect(text).not.toContain("\u001b[2J");
		expect(text).not.toContain("\u009b");
	});
});
