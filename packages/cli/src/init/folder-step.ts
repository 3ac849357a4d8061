import { posix } from "node:path";
import type { Draft } from "./draft.js";
import { INDEX } from "./init-texts.js";
import type { TemplateProposal } from "./plan-shapes.js";
import type { Survey } from "./survey.js";
import { PLAN_TEMPLATE } from "../new-plan/plan-template.js";

/**
 * A plans folder with index and template where there is none; a template where plans follow ours and have none. An
 * index of plans that exist is not made up: without one, nothing is asked of it.
 */
export function addPlansFolder(
	draft: Draft,
	{ folders }: Survey,
	plans: readonly string[],
	template: TemplateProposal["template"],
): void {
	if (folders.size === 0) {
		const folder = plans[0] ?? "plans";
		createMissing(draft, posix.join(folder, "README.md"), INDEX, "the index of plans");
		createMissing(draft, posix.join(folder, "TEMPLATE.md"), PLAN_TEMPLATE, "what `acid-plans new` copies");
		return;
	}
	for (const [folder, documents] of folders) {
		const has = (kind: string): boolean =>
			documents.some((document) => document.kind === kind && posix.dirname(document.path) === (folder || "."));
		draft.present.push(
			`${folder || "."} holds ${documents.filter(({ kind }) => kind === "plan").length} plans${has("index") ? " and an index" : ", and no index, so none is checked"}`,
		);
		if (template === "acid" && !has("template"))
			createMissing(draft, posix.join(folder, "TEMPLATE.md"), PLAN_TEMPLATE, "what `acid-plans new` copies");
	}
}

/** The folder may be one that git ignores: then its files were not seen. */
function createMissing(draft: Draft, path: string, text: string, reason: string): void {
	if (draft.text(path) === undefined) draft.create(path, text, reason);
	else draft.present.push(`${path} is there`);
}
