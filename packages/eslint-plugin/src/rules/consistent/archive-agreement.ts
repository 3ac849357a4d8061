import { lifecycleTwins, type Item, type Tier } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

const OPEN: ReadonlySet<Tier | undefined> = new Set<Tier>(["planned", "active", "blocked"]);

/** Consistent: the folder of a plan says whether it is finished, and so does the plan. */
export default definePlanRule({
	name: "archive-agreement",
	principle: "consistent",
	preset: "recommended",
	kinds: ["plan", "archive"],
	needs: ["workspace?"],
	summary:
		"Disallow archived plans that are still open, and plans in two folders of which one says that they are finished",
	messages: {
		openStatus: 'The plan is archived, but says "{{status}}". Correct the status, or move the plan back.',
		openPhase:
			'The plan is archived, but {{phase}} says "{{status}}". Finish the phase, mark it as dropped, or move the plan back.',
		openBoxes:
			"The plan is archived, but {{open}} of its {{total}} boxes {{are}} open, this one first. Tick what is done, mark what was dropped, or move the plan back.",
		twice: "This plan also stands in {{other}}. Keep the one that is right and delete the other.",
		outside:
			'The plan says "{{status}}", but is not archived. Move it to a folder of finished plans, or correct the status.',
	},
	options: {
		checkDone: {
			description: "Report a plan that is done and lies in no archive folder.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, workspace, options, report }) {
		const [twin] = plan.path === undefined || !workspace ? [] : lifecycleTwins(plan.path, workspace);
		if (twin) report(plan.title ?? { start: 0, end: 0 }, "twice", { other: twin.path });

		const { status } = plan;
		if (plan.kind === "plan") {
			if (options.checkDone && status?.tier === "done") report(status, "outside", { status: status.text });
			return;
		}
		// One of these is enough to say that the plan is open: a status, then boxes, then a phase.
		const stated = plan.statuses
			.filter((each) => OPEN.has(each.tier) && !each.contradiction)
			.sort((a, b) => a.range.start - b.range.start)[0];
		if (stated && OPEN.has(status?.tier)) {
			report(stated, "openStatus", { status: stated.text });
			return;
		}
		// What was dropped may leave everything open, and a document without phases is a note.
		if (status?.tier === "dropped" || plan.allPhases.length === 0) return;
		const open = plan.work.filter(isOpen);
		const [first] = open;
		if (first?.box) {
			report(first.box, "openBoxes", {
				open: open.length,
				total: plan.work.length,
				are: open.length === 1 ? "is" : "are",
			});
			return;
		}
		const phase = plan.allPhases.find(
			(each) =>
				each.heading !== undefined &&
				each.status !== undefined &&
				each.status.place !== "boxes" &&
				OPEN.has(each.status.tier),
		);
		if (phase?.status) report(phase.status, "openPhase", { phase: phase.name, status: phase.status.text });
	},
});

function isOpen(item: Item): boolean {
	return item.box !== undefined && !item.box.checked && !item.box.other;
}
