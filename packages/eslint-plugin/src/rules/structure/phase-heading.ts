import {
	isSuccessor,
	labelKey,
	mayBeNamedElsewhere,
	type Phase,
	phaseHeadingFault,
	type Plan,
	type Section,
	type Series,
} from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: every phase begins with the same words at the same level, so that people and programs find it. */
export default definePlanRule({
	name: "phase-heading",
	principle: "structure",
	preset: "recommended",
	template: true,
	kinds: ["plan", "template"],
	needs: ["workspace?"],
	summary: "Enforce headings of phases as the template writes them",
	fixable: "code",
	messages: {
		spelling: '"{{phase}}" is spelled otherwise than the template does. Write "{{wanted}}".',
		word: '"{{phase}}" is not called as the template calls a phase. Write "{{wanted}}", here and wherever it is named.',
		level:
			'"{{phase}}" is a heading of level {{level}}, where the template has level {{wantedLevel}}. Write "{{wanted}}".',
		title: '"{{phase}}" has no title. Say what it achieves, as in "{{wanted}}".',
		before:
			'Before "{{phase}}" stands what the template does not have. Write "{{wanted}}"; only the mark of a status may come first.',
		list: '"{{phase}}" and the other phases of this plan are items of a list. Make each of them a heading, as in "{{wanted}}".',
		outside:
			'"{{phase}}" and the phases after it stand outside the section "{{section}}" of line {{line}}. Move them into it.',
	},
	check({ plan, report, settings, vocabulary, workspace }) {
		const { mainSeries } = plan;
		const { template } = settings;
		const [first] = plan.phases;
		if (!mainSeries || !first) return;
		if (mainSeries.form === "list") {
			report(first.labelRange, "list", {
				phase: first.name,
				wanted: `${"#".repeat(template.level)} ${template.phaseWord} 1: ${first.title.text}`,
			});
			return;
		}
		const isNamed = ({ label }: Phase): boolean =>
			plan.path !== undefined && mayBeNamedElsewhere(plan.path, label, workspace);
		for (const phase of [...plan.phases, ...strays(plan, template.level)]) {
			const fault = phaseHeadingFault(phase, template, plan, vocabulary);
			if (!fault) continue;
			const { kind, range, wanted, edit } = fault;
			if (kind === "level")
				report(range, kind, {
					phase: phase.name,
					level: String(phase.heading?.level),
					wantedLevel: String(template.level),
					wanted,
				});
			else report(range, kind, { phase: phase.name, wanted }, edit && !isNamed(phase) ? { fix: [edit] } : {});
		}
		const breakdown =
			template.sections.some(({ name }) => name === "breakdown") &&
			plan.sections.find(({ name }) => name === "breakdown");
		if (breakdown && mainSeries.level === template.level && !isInside(mainSeries.parent, breakdown)) {
			const line = plan.lines.position(breakdown.range.start).line;
			report(first.labelRange, "outside", {
				phase: first.name,
				section: breakdown.heading.text.text,
				line: String(line),
			});
		}
	},
});

/** Phases whose number the main series lacks, and which stand at a level of their own or go on under another word. */
function strays(plan: Plan, level: number): Phase[] {
	const { mainSeries, phases } = plan;
	const labels = new Set(phases.map((phase) => labelKey(phase.label)));
	return plan.allPhases.filter((phase) => {
		const { series, heading, label } = phase;
		if (series === mainSeries || heading === undefined || labels.has(labelKey(label))) return false;
		if (series.word !== mainSeries?.word) return goesOn(series, mainSeries);
		return (
			heading.level !== level &&
			series.phases.length < phases.length &&
			phases.some((other) => isSuccessor(other.label, label))
		);
	});
}

/** `Milestone 4` right behind `Phase 3`: where a number is left out between them, phase-numbering tells. */
function goesOn(series: Series, main: Series | undefined): boolean {
	const last = main?.phases.at(-1);
	const first = series.phases[0];
	return (
		last !== undefined &&
		first !== undefined &&
		series.parent === main?.parent &&
		series.level === main?.level &&
		isSuccessor(last.label, first.label)
	);
}

function isInside(section: Section | undefined, outer: Section): boolean {
	for (let each = section; each; each = each.parent) if (each === outer) return true;
	return false;
}
