import { baseName, type CompletedPhaseFault, completedPhaseFaults, mayBeDoneElsewhere } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Durable: what is done stays done, and what was done can be read later. */
export default definePlanRule({
	name: "completed-phase-immutable",
	principle: "durable",
	preset: "recommended",
	kinds: ["plan", "archive"],
	needs: ["base", "workspace?", "repository?"],
	summary: "Disallow phases that were done to be removed, reopened, renumbered or rewritten",
	messages: {
		gone: '{{phase}} ("{{title}}") was done at {{base}} (line {{line}}) and is gone. Bring it back: later phases and readers build on what was done.',
		reopened:
			'{{phase}} was done at {{base}} (line {{line}}) and is now "{{status}}". Leave it done, and write a new phase for what is left to do.',
		unmarked:
			"{{phase}} was done at {{base}} (line {{line}}) and does not say so any more. Mark it done again, or write a new phase for what is left to do.",
		unticked:
			'"{{item}}" of {{phase}}, which was done at {{base}} (line {{line}}), is not ticked any more. Tick it again, or write a new phase for what is left to do.',
		renumbered:
			"{{phase}} was done at {{base}} as {{before}} (line {{line}}). Give it back its number: commits and other plans name it by that.",
		rewritten:
			"{{phase}} was done at {{base}} (line {{line}}), and only {{kept}} % of its words are left. Bring back what was done, and write a new phase for what is new.",
	},
	options: {
		keep: {
			description:
				"The share of its words that a done phase has to keep. A shorter account of what was done is no rewrite.",
			schema: { type: "number", minimum: 0, maximum: 1 },
			default: 0.5,
		},
	},
	check({ plan, before, base, workspace, repository, options, report }) {
		if (!before) return;
		/** Of a document that nobody can read: it may have got what another one lost. */
		const hasChanged = (path: string): boolean => {
			const text = repository?.texts([path]).texts.get(path);
			return text === undefined || (!base.isUnchanged(path, text) && base.text(path) !== text);
		};
		for (const fault of completedPhaseFaults(before, plan, options.keep)) {
			const data = {
				phase: fault.before.name,
				base: baseName(base, before, plan),
				line: before.lines.position(fault.before.headingRange.start).line,
			};
			if (fault.kind === "gone") {
				if (!mayBeDoneElsewhere(fault.before, plan.path, workspace, hasChanged))
					report(plan.title ?? { start: 0, end: 0 }, "gone", { ...data, title: fault.before.title.text });
			} else reportChange(fault, data);
		}

		function reportChange(
			fault: Exclude<CompletedPhaseFault, { kind: "gone" }>,
			data: { phase: string; base: string; line: number },
		): void {
			const { now } = fault;
			if (fault.kind === "reopened") report(fault.status, "reopened", { ...data, status: fault.status.text });
			else if (fault.kind === "unmarked") report(now.headingRange, "unmarked", data);
			else if (fault.kind === "unticked")
				report(fault.item.box ?? fault.item, "unticked", { ...data, item: fault.item.text.text });
			else if (fault.kind === "renumbered")
				report(now.labelRange, "renumbered", { ...data, phase: now.name, before: fault.before.name });
			else report(now.headingRange, "rewritten", { ...data, kept: Math.round(100 * fault.kept) });
		}
	},
});
