import { type Plan, type Section, sectionsOutsidePhases, type TextEdit } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { isTemplateSection, type TemplateSection } from "../../template.js";

/** Structure: what a reader looks for stands where it stands in every other plan. */
export default definePlanRule({
	name: "section-order",
	principle: "structure",
	preset: "strict",
	template: true,
	kinds: ["plan", "template"],
	summary: "Enforce the order of sections that the template gives",
	hasSuggestions: true,
	messages: {
		early: 'The section "{{title}}" stands before "{{other}}" (line {{line}}), which comes first in the template. Move it below that section.',
		late: 'The section "{{title}}" stands after "{{other}}" (line {{line}}), which comes later in the template. Move it above that section.',
		move: 'Move "{{title}}" to its place.',
	},
	check({ plan, report, settings }) {
		const placed = placedSections(plan, settings.template.sections);
		const kept = longestRun(placed);
		for (const each of placed) {
			if (kept.includes(each)) continue;
			const { section } = each;
			const title = section.heading.text.text;
			const next = kept.find((other) => other.rank > each.rank);
			const last = kept.findLast((other) => other.rank < each.rank);
			const isLate = next !== undefined && next.section.range.start < section.range.start;
			const other = isLate ? next : last;
			if (!other) continue;
			const edits = isLate ? move(plan, section, other.section.range.start) : move(plan, section, other.section.range.end);
			report(
				section.heading,
				isLate ? "late" : "early",
				{ title, other: other.section.heading.text.text, line: plan.lines.position(other.section.range.start).line },
				{ suggest: edits && [{ messageId: "move", data: { title }, edits }] },
			);
		}
	},
});

/** A section of the plan with its place in the template. */
interface PlacedSection {
	readonly section: Section;
	readonly rank: number;
}

/** The first section of each name below the title; what stands deeper or in a phase belongs to its parent. */
function placedSections(plan: Plan, template: readonly TemplateSection[]): PlacedSection[] {
	const top = sectionsOutsidePhases(plan).filter(({ heading, parent }) => (parent ? parent.heading.level === 1 : heading !== plan.title));
	return template
		.flatMap((wanted, rank) => {
			const section = top.find((each) => isTemplateSection(each, wanted));
			return section ? [{ section, rank }] : [];
		})
		.sort((a, b) => a.section.range.start - b.section.range.start);
}

/** The most sections that stand in the right order already: only the others have to move. */
function longestRun(placed: readonly PlacedSection[]): readonly PlacedSection[] {
	const runs: (readonly PlacedSection[])[] = [];
	for (const each of placed) {
		const before = runs.filter((run) => (run.at(-1)?.rank ?? -1) < each.rank);
		const longest = before.reduce<readonly PlacedSection[]>((best, run) => (run.length > best.length ? run : best), []);
		runs.push([...longest, each]);
	}
	return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}

/** Cuts a section out and puts it in again; none where the one place lies inside the other. */
function move(plan: Plan, { range, heading }: Section, at: number): TextEdit[] | undefined {
	if (at > range.start && at < range.end) return undefined;
	const newline = plan.text.includes("\r\n") ? "\r\n" : "\n";
	const text = plan.text.slice(heading.range.start, range.end).trimEnd();
	const isEnd = at === plan.text.length;
	return [
		{ range, text: "" },
		{ range: { start: at, end: at }, text: isEnd ? `${plan.text.endsWith("\n") ? newline : newline + newline}${text}${newline}` : `${text}${newline}${newline}` },
	];
}
