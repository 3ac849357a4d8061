import { additions, indexCoverage, type IndexEntry, type Plan, relativeLink, removal } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Index: whoever opens the folder finds every plan that is in it, and nothing that is not. */
export default definePlanRule({
	name: "index-complete",
	principle: "index",
	preset: "recommended",
	kinds: ["index"],
	needs: ["workspace", "repository?"],
	summary: "Require an index to list each plan of its folder once",
	fixable: "code",
	hasSuggestions: true,
	messages: {
		unlisted: "This index does not list `{{path}}` ({{title}}). Add an entry for it, or move it to an archive folder.",
		dead: "This index lists `{{path}}`, which is not there{{elsewhere}}. Correct the link, or remove the entry.",
		repeated:
			"This index lists `{{path}}` a second time; the first entry is on line {{line}}. Remove the one that is out of date.",
		relink: "Link to `{{place}}`.",
		remove: "Remove this entry.",
	},
	options: {
		checkNotes: {
			description: 'Ask for an entry for notes under `template: "free"`, too.',
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, options, report, settings, workspace, repository, vocabulary }) {
		const folder = workspace.folderOf(plan.path ?? "");
		if (!folder || folder.index !== plan.path) return;
		// Only where no template is asked for may a folder hold documents that are no plans.
		const checkNotes = options.checkNotes || settings.template.kind !== "free";
		const { unlisted, dead, repeated } = indexCoverage(plan, folder, workspace, repository, vocabulary, checkNotes);

		// One edit for all: ESLint applies one edit at a place in a pass, and ends after ten passes.
		const fix = additions(plan, unlisted, vocabulary);
		for (const document of unlisted) {
			const hasPlace = additions(plan, [document], vocabulary).length > 0;
			report(
				plan.title ?? { start: 0, end: 0 },
				"unlisted",
				{ path: document.path, title: document.title ?? "without a title" },
				{ fix: hasPlace ? fix : [] },
			);
		}

		for (const { entry, target, places } of dead) {
			const [place, ...others] = places;
			const only = others.length === 0 ? place : undefined;
			const relink =
				only === undefined
					? []
					: [
							{
								messageId: "relink" as const,
								data: { place: only },
								edits: [{ range: entry.urlRange, text: relativeLink(plan.path ?? "", only) }],
							},
						];
			report(
				entry.urlRange,
				"dead",
				{ path: target, elsewhere: only === undefined ? "" : `; \`${only}\` has its name` },
				{ suggest: [...relink, ...removing(plan, entry)] },
			);
		}

		for (const { entry, first, target } of repeated) {
			report(
				entry.urlRange,
				"repeated",
				{ path: target, line: plan.lines.position(first.range.start).line },
				{ suggest: removing(plan, entry) },
			);
		}
	},
});

function removing(plan: Plan, entry: IndexEntry) {
	const edit = removal(plan, entry);
	return edit ? [{ messageId: "remove" as const, edits: [edit] }] : [];
}
