import type { NearMiss } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: what cannot be read is told, so that a plan never passes because nothing in it was understood. */
export default definePlanRule({
	name: "no-ignored-content",
	principle: "structure",
	preset: "recommended",
	kinds: ["plan", "empty"],
	summary:
		"Disallow plans without a phase that can be recognised, and what looks like a part of a plan and counts as nothing",
	hasSuggestions: true,
	messages: {
		noPhase:
			"No phase can be recognised in this plan, so nothing in it can be checked. Write each phase as a heading, as in `{{form}}`.",
		empty: "This plan is empty, so nothing in it can be checked. Write it, or delete the file.",
		nearMiss: '"{{text}}" looks like {{part}}, but {{reason}}. {{hint}}.',
		write: "{{hint}}.",
	},
	check({ plan, report, settings }) {
		const { kind, level, phaseWord } = settings.template;
		const { frontMatter, text: written } = plan;
		const isBlank = written.slice(frontMatter?.range.end ?? 0).trim() === "";
		const hasNoPhase =
			plan.allPhases.length === 0 &&
			plan.swallowedPhases.length === 0 &&
			!plan.nearMisses.some(({ looksLike }) => looksLike === "phase");
		// Under the free template such a document is a note, which is asked nothing.
		if (isBlank && plan.nearMisses.length === 0) report({ start: 0, end: 0 }, "empty");
		else if (hasNoPhase && !isBlank && kind !== "free") {
			report(plan.title?.textRange ?? { start: 0, end: 0 }, "noPhase", {
				form: `${"#".repeat(level)} ${phaseWord} 1: Title`,
			});
		}
		for (const nearMiss of plan.nearMisses) {
			const { text, looksLike, reason, hint, edit, isCuredWithPrevious } = nearMiss;
			if (isCuredWithPrevious === true) continue;
			report(
				nearMiss,
				"nearMiss",
				{ text, part: PARTS[looksLike], reason, hint },
				edit ? { suggest: [{ messageId: "write", data: { hint }, edits: [edit] }] } : {},
			);
		}
	},
});

const PARTS: Readonly<Record<NearMiss["looksLike"], string>> = {
	phase: "a phase",
	field: "a field",
	status: "a status",
	dependency: "a dependency",
	"timeline-row": "a row of the timeline",
	section: "a section",
	"front-matter": "front matter",
};
