import { createVocabulary, type Vocabulary, type VocabularyExtension } from "@acid-plans/model";
import { PLAN_TEMPLATE } from "./plan-template.js";

/** A team's own template, as the option `template` of the config describes it. */
export interface TemplateTable {
	readonly title?: string | undefined;
	readonly sections: readonly string[];
	readonly fields: readonly string[];
	readonly phaseWord?: string | undefined;
	readonly level?: number | undefined;
}

/** The template of a config that has no document for it: ours, or one made from the team's table. */
export function templateText(template: unknown, extension: VocabularyExtension | undefined): string {
	if (typeof template !== "object" || template === null) return PLAN_TEMPLATE;
	return renderTable(template as TemplateTable, createVocabulary(extension));
}

function renderTable(table: TemplateTable, vocabulary: Vocabulary): string {
	const { title = "", sections, fields } = table;
	const phases = [1, 2].map((number) => renderPhase(table, number)).join("\n---\n\n");
	const blocks = sections.map((section) =>
		vocabulary.section(section) === "breakdown"
			? `## ${section}\n\n${phases}`
			: `## ${section}\n\n[Describe: ${section}]\n`,
	);
	if (!sections.some((section) => vocabulary.section(section) === "breakdown") && fields.length > 0)
		blocks.push(phases);
	const status = `**${vocabulary.fieldTitle("status")}**: ${vocabulary.statusForm("planned")}`;
	return `# [Feature Name] ${title}`.trimEnd() + `\n\n${status}\n\n${blocks.join("\n")}`;
}

function renderPhase({ fields, phaseWord = "Phase", level = 3 }: TemplateTable, number: number): string {
	const heading = `${"#".repeat(level)} ${phaseWord} ${number}: [Name of unit ${number}]`;
	return `${[heading, ...fields.map((field) => `**${field}**: [Describe: ${field}]`)].join("\n\n")}\n`;
}
