import { definePlanRule, EVERY_DOCUMENT } from "../../define-plan-rule.js";

/** Structure: a document with two versions of itself says neither. */
export default definePlanRule({
	name: "no-conflict-markers",
	principle: "structure",
	preset: "recommended",
	kinds: EVERY_DOCUMENT,
	summary: "Disallow the markers of a merge conflict",
	messages: {
		conflict:
			'A merge left both versions of this place in the text, "{{ours}}" from here and "{{theirs}}" up to line {{end}}. Keep what is right, and delete the markers.',
		rest: "A marker of a merge conflict was left in the text. See whether both versions still stand here, and delete it.",
	},
	check({ plan, report }) {
		for (const markers of plan.conflictMarkers) {
			const { ours, theirs, endLine } = markers;
			if (ours === undefined || endLine === undefined) report(markers, "rest");
			else report(markers, "conflict", { ours: ours || "ours", theirs: theirs || "theirs", end: endLine });
		}
	},
});
