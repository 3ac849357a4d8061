import type { Plan, Section, TextEdit, Vocabulary } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { isTemplateHeading, isTemplateSection, type TemplateSection } from "../../template.js";

/** Structure: a reader finds in every plan what the template promises. */
export default definePlanRule({
	name: "require-sections",
	principle: "structure",
	preset: "recommended",
	template: true,
	summary: "Require the sections of the template",
	hasSuggestions: true,
	messages: {
		missing: 'The section "{{title}}" is missing. Add `## {{title}}`.',
		nearMiss:
			'The section "{{title}}" is missing, and "{{heading}}" is not read as it. If it is meant, call it "{{title}}".',
		swallowed:
			'The section "{{title}}" is read as code: the fence of line {{line}} is still open here. Close that fence above the heading, or remove it.',
		insert: 'Insert an empty section "{{title}}" at its place in the template.',
		rename: 'Call this section "{{title}}".',
	},
	check({ plan, report, settings, vocabulary }) {
		const { sections } = settings.template;
		// One accident, one finding: where a phase is swallowed too, no-swallowed-phases tells it.
		const told = new Set(plan.swallowedPhases.map(({ fenceLine }) => fenceLine));
		for (const wanted of sections) {
			if (plan.sections.some((section) => isTemplateSection(section, wanted))) continue;
			const { title } = wanted;
			const swallowed = plan.swallowedHeadings.find((heading) => isTemplateHeading(heading, wanted));
			if (swallowed) {
				const { fenceLine: line } = swallowed;
				if (!told.has(line)) report(swallowed, "swallowed", { title, line });
				told.add(line);
				continue;
			}
			const near = nearMiss(plan, wanted, vocabulary);
			if (near) {
				const { range, text } = near.heading;
				const edits = [{ range: near.heading.textRange, text: title }];
				report(
					range,
					"nearMiss",
					{ title, heading: text.text },
					{ suggest: [{ messageId: "rename", data: { title }, edits }] },
				);
			} else {
				const edits = [insertion(plan, wanted, sections)];
				report(
					plan.title ?? { start: 0, end: 0 },
					"missing",
					{ title },
					{ suggest: [{ messageId: "insert", data: { title }, edits }] },
				);
			}
		}
	},
});

function nearMiss(plan: Plan, wanted: TemplateSection, vocabulary: Vocabulary): Section | undefined {
	if (wanted.name === undefined) return undefined;
	return plan.sections.find(
		(section) =>
			section.name === undefined &&
			section.heading.level > 1 &&
			vocabulary.nearestSection(section.heading.text.text)?.name === wanted.name,
	);
}

/** Before the first section that comes later in the template; else at the end. */
function insertion(plan: Plan, wanted: TemplateSection, order: readonly TemplateSection[]): TextEdit {
	const later = order.slice(order.indexOf(wanted) + 1);
	const next = plan.sections.find((section) => later.some((other) => isTemplateSection(section, other)));
	if (next) return { range: { start: next.range.start, end: next.range.start }, text: `## ${wanted.title}\n\n` };
	const end = plan.text.trimEnd().length;
	return { range: { start: end, end: plan.text.length }, text: `${end === 0 ? "" : "\n\n"}## ${wanted.title}\n` };
}
