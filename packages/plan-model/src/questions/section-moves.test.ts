import { describe, expect, it } from "vitest";
import type { Section } from "../plan.js";
import { demoteSection, moveSection } from "./section-moves.js";
import type { TextEdit } from "../text/source-range.js";
import { read } from "../testing/read.js";

function applied(text: string, edits: readonly TextEdit[] = []): string {
	const sorted = [...edits].sort((a, b) => b.range.start - a.range.start);
	return sorted.reduce(
		(result, { range, text: inserted }) => result.slice(0, range.start) + inserted + result.slice(range.end),
		text,
	);
}

describe("moveSection", () => {
	const A = "## A\n\nText\n\n### Part\n\nMore\n";
	const B = "## B\n\nText\n";
	const section = (text: string, title: string): Section => {
		const found = read(text).sections.find(({ heading }) => heading.text.text === title);
		if (!found) throw new Error(`There is no section ${title}.`);
		return found;
	};

	it("takes what is below the heading along", () => {
		const text = `# T\n\n${A}\n${B}`;
		expect(applied(text, moveSection({ text }, section(text, "A"), text.length))).toBe(`# T\n\n${B}\n${A}`);
		expect(applied(text, moveSection({ text }, section(text, "B"), section(text, "A").range.start))).toBe(
			`# T\n\n${B}\n${A}`,
		);
	});

	it("keeps the ends of lines, and does without one at the end of the text", () => {
		const text = "# T\r\n\r\n## A\r\n\r\nText\r\n\r\n## B\r\n\r\nText";
		expect(applied(text, moveSection({ text }, section(text, "A"), text.length))).toBe(
			"# T\r\n\r\n## B\r\n\r\nText\r\n\r\n## A\r\n\r\nText\r\n",
		);
	});

	it("puts no section into itself", () => {
		const text = `# T\n\n${A}`;
		expect(moveSection({ text }, section(text, "A"), section(text, "Part").range.start)).toBeUndefined();
	});

	it("demotes a section with all below it, or not at all", () => {
		const text = `# T\n\n${A}`;
		expect(applied(text, demoteSection(section(text, "T")))).toBe("## T\n\n### A\n\nText\n\n#### Part\n\nMore\n");
		expect(demoteSection(section("# T\n\n###### Deep\n", "T"))).toBeUndefined();
		expect(demoteSection(section("T\n===\n", "T"))).toBeUndefined();
	});
});
