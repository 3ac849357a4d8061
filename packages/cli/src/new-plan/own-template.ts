import type { Settings } from "eslint-config-acid-plans/plans";
import { PLAN_TEMPLATE } from "./plan-template.js";

/** The template of a config that has no document for it: ours, or one made from the team's table. */
export function templateText({ template, vocabulary }: Settings): string {
	if (template.kind !== "own") return PLAN_TEMPLATE;
	const { title, sections, fields } = template;
	const phases = [1, 2].map((number) => renderPhase(template, number)).join("\n---\n\n");
	const blocks = sections.map((section) =>
		section.name === "breakdown"
			? `## ${section.title}\n\n${phases}`
			: `## ${section.title}\n\n[Describe: ${section.title}]\n`,
	);
	if (!sections.some(({ name }) => name === "breakdown") && fields.length > 0) blocks.push(phases);
	const status = `**${vocabulary.fieldTitle("status")}**: ${vocabulary.statusForm("planned")}`;
	return `# [Feature Name] ${title ?? ""}`.trimEnd() + `\n\n${status}\n\n${blocks.join("\n")}`;
}

function renderPhase({ fields, phaseWord, level }: Settings["template"], number: number): string {
	const heading = `${"#".repeat(level)} ${phaseWord} ${number}: [Name of unit ${number}]`;
	return `${[heading, ...fields.map(({ label }) => `**${label}**: [Describe: ${label}]`)].join("\n\n")}\n`;
}
