import { posix } from "node:path";
import type { Draft } from "./draft.js";
import type { Survey } from "./survey.js";
import { NEW_INDEX } from "../index-page/new-index.js";
import { PLAN_TEMPLATE } from "../new-plan/plan-template.js";

/**
 * A plans folder with index and template where there is none. Where plans exist, nothing is made up for them: `new`
 * brings a template, and without an index nothing is asked of one.
 */
export function addPlansFolder(draft: Draft, { folders }: Survey, plans: readonly string[]): void {
	if (folders.size === 0) {
		const folder = plans[0] ?? "plans";
		createMissing(draft, posix.join(folder, "README.md"), NEW_INDEX, "the index of plans");
		createMissing(draft, posix.join(folder, "TEMPLATE.md"), PLAN_TEMPLATE, "what `acid-plans new` copies");
		return;
	}
	for (const [folder, documents] of folders) {
		const count = documents.filter(({ kind }) => kind === "plan").length;
		const hasIndex = documents.some(({ kind, path }) => kind === "index" && posix.dirname(path) === (folder || "."));
		draft.present.push(
			`${folder || "."} holds ${count === 1 ? "1 plan" : `${count} plans`}${hasIndex ? " and an index" : ", and no index, so none is checked"}`,
		);
	}
}

/** The folder may be one that git ignores: then its files were not seen. */
function createMissing(draft: Draft, path: string, text: string, reason: string): void {
	if (draft.text(path) === undefined) draft.create(path, text, reason);
	else draft.present.push(`${path} is there`);
}
