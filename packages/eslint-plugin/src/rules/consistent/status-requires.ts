import { hasDate, statusNote, type Phase, type Status } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Consistent: a status that stops the work says why, so that others can tell when it no longer holds. */
export default definePlanRule({
	name: "status-requires",
	principle: "consistent",
	preset: "strict",
	summary: "Require a reason of what is blocked, and a reason or successor of what is dropped",
	messages: {
		blocked: '{{subject}} is "{{status}}", but nothing says why. Write behind it what it waits for.',
		dropped:
			'{{subject}} is "{{status}}", but nothing says why, nor what takes its place. Write the reason or the successor behind it.',
		done: '{{subject}} is "{{status}}", but no date says since when. Write the date behind it.',
	},
	options: {
		reasonLabels: {
			description: "Labels of fields and front matter that may hold a reason, a successor or a date.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: [
				...[
					"reason",
					"why",
					"rationale",
					"note",
					"notes",
					"status note",
					"comment",
					"update",
					"decision",
					"blocker",
					"blockers",
				],
				...[
					"blocked by",
					"waiting for",
					"waits for",
					"superseded by",
					"replaced by",
					"successor",
					"moved to",
					"deferred to",
				],
				...["completed", "completed on", "completion date", "finished", "done on", "date", "grund", "motivo", "raison"],
			],
		},
		checkDone: { description: "Report what is done and has no date.", schema: { type: "boolean" }, default: false },
	},
	check({ plan, options, report, vocabulary }) {
		const labels = new Set(options.reasonLabels.map((label) => label.toLowerCase()));
		const check = (phase: Phase | undefined, status: Status | undefined): void => {
			if (!status || status.contradiction) return;
			const note = statusNote(plan, phase, status, labels, vocabulary);
			if (!note) return;
			const data = { subject: phase?.name ?? "The plan", status: status.text };
			const isExplained = note.words !== "" || note.fields.length > 0 || note.hasProse;
			if (status.tier === "blocked" && !isExplained) report(status, "blocked", data);
			else if (status.tier === "dropped" && !isExplained) report(status, "dropped", data);
			else if (status.tier === "done" && options.checkDone) {
				const texts = [
					note.words,
					...note.fields.map((field) => field.value.text),
					phase ? "" : (plan.lastUpdated?.value.text ?? ""),
				];
				if (!texts.some(hasDate)) report(status, "done", data);
			}
		};
		check(undefined, plan.status);
		for (const phase of plan.allPhases) check(phase, phase.status);
	},
});
