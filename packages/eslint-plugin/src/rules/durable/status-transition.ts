import { baseName, statusTransitions } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Durable: a status is a record of what happened, one step after the other. */
export default definePlanRule({
	name: "status-transition",
	principle: "durable",
	preset: "strict",
	kinds: ["plan", "archive"],
	needs: ["base"],
	summary: "Disallow statuses that came back from dropped, or skipped a step that the team requires",
	messages: {
		revived:
			'{{subject}} was "{{before}}" at {{base}} and is now "{{now}}". Leave it as it was and write a new {{unit}}: others have stopped waiting for this one.',
		skipped:
			'{{subject}} was "{{before}}" at {{base}} and is now "{{now}}", without having been in progress. Commit it as in progress while it is being worked on.',
	},
	options: {
		checkSkipped: {
			description: "Report what went from planned to done without having been in progress at a revision in between.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, before, base, options, report }) {
		if (!before) return;
		for (const transition of statusTransitions(before, plan)) {
			const { kind, phase, now } = transition;
			const data = {
				subject: phase?.name ?? "The plan",
				before: transition.before.text,
				base: baseName(base, before, plan),
				now: now.text,
			};
			if (kind === "revived") report(now, "revived", { ...data, unit: phase ? "phase" : "plan" });
			else if (options.checkSkipped) report(now, "skipped", data);
		}
	},
});
