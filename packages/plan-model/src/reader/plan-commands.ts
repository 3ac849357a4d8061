import { itemCommands, readCommandUses } from "./path-uses.js";
import type { CommandUse, Phase } from "../plan.js";
import type { ReadContext } from "./read-context.js";

/**
 * The commands of a document: those of its phases, and in checklists and instructions outside of them. What stands
 * under Open Questions, Future and the like is not to be run.
 */
export function readPlanCommands(context: ReadContext, phases: readonly Phase[]): CommandUse[] {
	const uses = new Map<number, CommandUse>();
	const add = (use: CommandUse): void => {
		if (!uses.has(use.range.start)) uses.set(use.range.start, use);
	};
	for (const phase of phases) phase.commands.forEach(add);
	for (const section of [undefined, ...context.outline.sections]) {
		if (section && context.vocabulary.isNoWorkSection(section.heading.text.text)) continue;
		const { fields, items, looseCommandLines } = section ? context.content(section) : context.preamble;
		itemCommands(items, "other").forEach(add);
		for (const field of fields) {
			readCommandUses(field.value, "other").forEach(add);
			for (const line of field.commandLines) add({ ...line, source: "other", context: "shell" });
		}
		for (const line of looseCommandLines) add({ ...line, source: "other", context: "shell" });
	}
	return [...uses.values()].sort((a, b) => a.range.start - b.range.start);
}
