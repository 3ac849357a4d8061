import { entryStatus, entryText, indexDisagreements, moves } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Index: whoever reads the index learns of a plan what the plan says. */
export default definePlanRule({
	name: "index-agreement",
	principle: "index",
	preset: "recommended",
	kinds: ["index"],
	needs: ["workspace"],
	summary: "Disallow index entries that differ from their plan",
	fixable: "code",
	messages: {
		title:
			'`{{path}}` is called "{{listed}}" here, but "{{title}}" on its line {{line}}. Write its title, or link to the plan that is meant.',
		status: '`{{path}}` is "{{listed}}" here, but says "{{status}}" itself. Correct the one that is out of date.',
		group:
			'`{{path}}` stands under "{{group}}", but says "{{status}}" itself. Move the entry to the group it belongs to, or correct the plan.',
		description:
			'`{{path}}` is described as "{{listed}}" here, but as "{{description}}" in its front matter. Write here what the plan says.',
	},
	check({ plan, report, workspace, vocabulary }) {
		const folder = workspace.folderOf(plan.path ?? "");
		if (!folder || folder.index !== plan.path) return;
		const found = indexDisagreements(workspace.indexEntries(folder), (path) => workspace.document(path));
		const misplaced = found.flatMap(({ about, entry, document: { status } }) =>
			about === "group" && status !== undefined ? [{ entry, status }] : [],
		);
		// One edit for all: two moves that cross each other cannot be applied in one pass.
		const moved = moves(plan, misplaced, vocabulary);

		for (const { about, entry, document } of found) {
			const { path, title = "", status, statusText = "", titleLine: line, description = "" } = document;
			if (about === "title") {
				const fix = [{ range: entry.title.range, text: entryText(document.feature ?? title) }];
				report(entry.title, "title", { path, listed: entry.title.text, title, line }, { fix });
			} else if (about === "status" && entry.status && status !== undefined) {
				const fix =
					entry.status.place === "boxes"
						? []
						: [{ range: entry.status.range, text: entryStatus(plan, status, vocabulary) }];
				report(entry.status, "status", { path, listed: entry.status.text, status: statusText }, { fix });
			} else if (about === "group" && entry.group && status !== undefined) {
				const hasPlace = moves(plan, [{ entry, status }], vocabulary).length > 0;
				report(
					entry.urlRange,
					"group",
					{ path, group: entry.group.section.heading.text.text, status: statusText },
					{ fix: hasPlace ? moved : [] },
				);
			} else if (entry.description) {
				report(
					entry.description,
					"description",
					{ path, listed: entry.description.text, description },
					{ fix: [{ range: entry.description.range, text: entryText(description) }] },
				);
			}
		}
	},
});
