import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingFields, type Plan, type SectionName, type WantedField } from "@acid-plans/model";
import { decodeText } from "@acid-plans/model/node";

/** What the plans that exist have of the template of PLAN-FORMAT, counted. */
export interface PlanShapes {
	readonly plans: number;
	/** In how many a phase is recognised. */
	readonly withPhases: number;
	/** How many have at least {@link ENOUGH_SECTIONS} of its sections. */
	readonly withSections: number;
	/** How many have, in at least half of their phases, at least {@link ENOUGH_FIELDS} of its fields. */
	readonly withFields: number;
}

const SECTIONS: readonly SectionName[] = [
	"overview",
	"goals",
	"prerequisites",
	"breakdown",
	"successCriteria",
	"risks",
	"timeline",
];
const FIELDS: readonly WantedField[] = [
	{ label: "Objective", name: "objective" },
	{ label: "Steps", name: "steps" },
	{ label: "Testing", name: "testing" },
	{ label: "Deliverables", name: "deliverables" },
];
/** Of seven: a plan written after the template that lost a section or two is still one. */
const ENOUGH_SECTIONS = 5;
/** Of four. */
const ENOUGH_FIELDS = 3;

/**
 * Reads plans and counts what they have of the template.
 *
 * @param paths of plans, POSIX, relative to the root; index, template and archive are none
 */
export async function countShapes(root: string, paths: readonly string[]): Promise<PlanShapes> {
	if (paths.length === 0) return { plans: 0, withPhases: 0, withSections: 0, withFields: 0 };
	// The reader is that of the plugin, with its parser and all rules: a repository without plans does not wait for it.
	const { readDocumentText, readSettings } = await import("eslint-config-acid-plans/plans");
	const settings = readSettings({});
	const plans = paths.flatMap((path) => {
		const plan = readDocumentText(decodeText(readFileSync(join(root, path))), path, "plan", settings);
		// A text that no parser takes has no shape.
		return "refused" in plan ? [] : [plan];
	});
	return {
		plans: plans.length,
		withPhases: plans.filter(({ phases }) => phases.length > 0).length,
		withSections: plans.filter(hasSections).length,
		withFields: plans.filter(hasFields).length,
	};
}

function hasSections({ sections }: Plan): boolean {
	return SECTIONS.filter((name) => sections.some((section) => section.name === name)).length >= ENOUGH_SECTIONS;
}

function hasFields(plan: Plan): boolean {
	const complete = plan.phases.filter(
		(phase) => FIELDS.length - missingFields(phase, FIELDS, plan).length >= ENOUGH_FIELDS,
	);
	return plan.phases.length > 0 && complete.length * 2 >= plan.phases.length;
}

/** The template that suits the plans of a repository, and why. */
export interface TemplateProposal {
	readonly template: "acid" | "free";
	readonly reason: string;
	readonly shapes: PlanShapes;
}

/** `"acid"` where there are no plans yet, or where most have both the sections and the fields of the template. */
export function proposeTemplate(shapes: PlanShapes): TemplateProposal {
	const { plans, withPhases, withSections, withFields } = shapes;
	if (plans === 0)
		return { template: "acid", reason: "There are no plans yet, so new ones follow the template.", shapes };
	const counts = `Of ${plans === 1 ? "1 plan" : `${plans} plans`}, ${withSections} ${have(withSections)} at least ${ENOUGH_SECTIONS} of the ${SECTIONS.length} sections of the template, ${withPhases} ${have(withPhases)} phases, and in ${withFields} most phases have at least ${ENOUGH_FIELDS} of Objective, Steps, Testing and Deliverables.`;
	const isAcid = withSections * 2 > plans && withFields * 2 > plans;
	return {
		template: isAcid ? "acid" : "free",
		reason: isAcid
			? `${counts} Most follow the template, so it is asked of all.`
			: `${counts} They have a shape of their own, so no particular sections and fields are asked for.`,
		shapes,
	};
}

function have(count: number): string {
	return count === 1 ? "has" : "have";
}
