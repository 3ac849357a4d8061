import { durationText, timelineFaults } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Consistent: the timeline and the phases tell one story, so that nobody plans by one and works by the other. */
export default definePlanRule({
	name: "timeline-agreement",
	principle: "consistent",
	preset: "recommended",
	kinds: ["plan", "archive"],
	summary: "Disallow a timeline that differs from the phases, from its own sum or from the head of the plan",
	hasSuggestions: true,
	messages: {
		missing: "{{phase}} is missing from the timeline on line {{line}}. Add a row for it, or drop the phase.",
		unknown:
			"The timeline has a row for {{phase}}, which this plan does not have (its last is {{last}}). Correct the number, or add the phase.",
		title: '{{phase}} is called "{{row}}" in the timeline, but "{{title}}" on line {{line}}. Give it one name.',
		dependencies:
			'The timeline says that {{phase}} depends on "{{row}}", but its own line {{line}} says "{{own}}". Correct the one that is out of date.',
		total: "The timeline says {{stated}} in all, but its rows add up to {{sum}}. Correct the total, or the rows.",
		totalOrPath:
			"The timeline says {{stated}} in all, but its rows add up to {{sum}}, and its longest chain of dependencies to {{path}}. Correct the total, or the rows.",
		head: "The head of the plan says {{stated}}, but the timeline on line {{line}} comes to {{total}}. Correct the one that is out of date.",
		rename: 'Call it "{{title}}" here too.',
		copy: 'Write "{{own}}" here too.',
		setTotal: "Write {{sum}}.",
	},
	check({ plan, report }) {
		const line = (start: number): number => plan.lines.position(start).line;
		for (const fault of timelineFaults(plan)) {
			switch (fault.kind) {
				case "missing-phase":
					report(fault.phase.labelRange, "missing", {
						phase: fault.phase.name,
						line: line(fault.timeline.range.start),
					});
					break;
				case "unknown-phase":
					report(fault.row.labelRange, "unknown", { phase: fault.name, last: fault.last.name });
					break;
				case "title": {
					const { phase, title } = fault;
					const written = phase.title.text;
					report(
						title,
						"title",
						{ phase: phase.name, row: title.text, title: written, line: line(phase.headingRange.start) },
						{
							suggest: fits(written)
								? [{ messageId: "rename", data: { title: written }, edits: [{ range: title.range, text: written }] }]
								: [],
						},
					);
					break;
				}
				case "dependencies": {
					const { phase, listed, own } = fault;
					report(
						listed,
						"dependencies",
						{ phase: phase.name, row: listed.text, own: own.text, line: line(own.range.start) },
						{
							suggest: fits(own.text)
								? [{ messageId: "copy", data: { own: own.text }, edits: [{ range: listed.range, text: own.text }] }]
								: [],
						},
					);
					break;
				}
				case "total": {
					const { total, stated, criticalPath } = fault;
					const sum = durationText(fault.sum);
					// An amount that is told again in other units would then be half right.
					const suggest =
						fault.sum.amounts.length === 1 && total.estimate.alternatives.length === 0
							? [{ messageId: "setTotal" as const, data: { sum }, edits: [{ range: stated.range, text: sum }] }]
							: [];
					const path = criticalPath && durationText(criticalPath);
					if (path === undefined || path === sum) report(stated, "total", { stated: stated.text, sum }, { suggest });
					else report(stated, "totalOrPath", { stated: stated.text, sum, path }, { suggest });
					break;
				}
				case "head":
					report(fault.stated, "head", {
						stated: fault.stated.text,
						total: durationText(fault.total),
						line: line(fault.timeline.range.start),
					});
			}
		}
	},
});

/** A cell of a table holds one line without bars. */
function fits(text: string): boolean {
	return text !== "" && !/[|\r\n]/.test(text);
}
