import { findOtherForm, findUnknownStatus, type Plan, type Status } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: a status that cannot be read, or that says two things, says nothing. */
export default definePlanRule({
	name: "valid-status",
	principle: "structure",
	preset: "recommended",
	kinds: ["plan", "archive", "template"],
	summary: "Require statuses that can be read and do not contradict themselves",
	fixable: "code",
	hasSuggestions: true,
	messages: {
		contradiction:
			'The status "{{status}}" says two things: its words mean {{word}}, its mark means {{mark}}. Keep the one that is true.',
		unknown:
			'No status is called "{{word}}", so it counts as none. Write one of {{forms}}, or add the word to `vocabulary.statuses`.',
		misspelt: 'No status is called "{{word}}", so it counts as none. Did you mean "{{nearest}}"?',
		form: 'The status "{{status}}" is not in normal form. Write "{{form}}".',
		write: 'Write "{{form}}".',
	},
	options: {
		checkNormalForm: {
			description: "Report status lines that are not in the normal form of their status (`vocabulary.statusForms`).",
			schema: { type: "boolean" },
			default: false,
		},
	},
	strictOptions: { checkNormalForm: true },
	check({ plan, options, report, vocabulary }) {
		const forms = (["planned", "active", "done", "blocked", "dropped"] as const)
			.map((tier) => `"${vocabulary.statusForm(tier)}"`)
			.join(", ");
		for (const status of statusesOf(plan)) {
			if (status.contradiction) {
				report(status, "contradiction", {
					status: status.text,
					word: status.wordTier ?? "nothing",
					mark: status.markTier ?? "something else",
				});
				continue;
			}
			// An archived plan is not compared with anything, and "Archived" is what many say.
			const unknown =
				status.place === "item" || plan.kind === "archive" ? undefined : findUnknownStatus(status, plan, vocabulary);
			if (unknown?.nearest) {
				const form = vocabulary.statusForm(unknown.nearest.name);
				const suggest = unknown.range && [
					{ messageId: "write", data: { form }, edits: [{ range: unknown.range, text: form }] } as const,
				];
				report(status, "misspelt", { word: unknown.word, nearest: form }, { suggest });
			} else if (unknown) report(status, "unknown", { word: unknown.word, forms });
			// A heading carries a mark alone; only a line of its own has a normal form.
			const other =
				options.checkNormalForm && status.place === "line" ? findOtherForm(status, plan, vocabulary) : undefined;
			if (other) report(status, "form", { status: status.text, form: other.form }, { fix: other.edit && [other.edit] });
		}
	},
});

/** Every written status once. Of items, those that say it in one place; a box against its own text is all-or-nothing's. */
function statusesOf(plan: Plan): readonly Status[] {
	const items = plan.items.flatMap(({ box, status }) =>
		status && box?.kind !== "task" && !status.text.includes(" … ") ? [status] : [],
	);
	const all = [...plan.statuses, ...plan.allPhases.flatMap((phase) => phase.statuses), ...items];
	return [...new Map(all.map((status) => [status.range.start, status])).values()].sort(
		(a, b) => a.range.start - b.range.start,
	);
}
