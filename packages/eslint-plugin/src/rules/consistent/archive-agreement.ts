import { lifecycleTwins, type Plan, type Status } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { namedLines } from "../../named-lines.js";

/** Consistent: a folder is read as a status, so the text of what lies in an archive does not say otherwise. */
export default definePlanRule({
	name: "archive-agreement",
	principle: "consistent",
	preset: "recommended",
	kinds: ["archive", "plan"],
	needs: ["workspace?"],
	summary: "Disallow archived plans that are open, and plans in two folders of the lifecycle",
	messages: {
		open: '{{where}}, but {{subject}} is "{{status}}". Correct the status, or move the plan back to where open plans lie.',
		doneButOpen:
			'{{where}} and says "{{status}}", but {{open}} of its {{total}} boxes {{are}} open: {{lines}}. Tick or strike out what is settled, or move the plan back.',
		boxes:
			"{{where}}, but {{open}} of its {{total}} boxes {{are}} open: {{lines}}. Tick or strike out what is settled, or move the plan back to where open plans lie.",
		twice: '"{{title}}" lies here and in {{other}} as well. Keep the one that holds, and delete the other.',
		outside:
			'This plan says "{{status}}", but lies among the open plans. Move it to the archive, or correct the status.',
	},
	options: {
		checkDonePlans: {
			description: "Report a plan outside the archive folders that says it is done.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, workspace, options, report }) {
		const twin = plan.path === undefined || !workspace ? undefined : lifecycleTwins(workspace.documents).get(plan.path);
		if (twin)
			report(plan.title ?? { start: 0, end: 0 }, "twice", { title: plan.feature ?? "This plan", other: twin.path });

		const { status } = plan;
		if (plan.kind === "plan") {
			if (options.checkDonePlans && status?.tier === "done" && !status.contradiction)
				report(status, "outside", { status: status.text });
			return;
		}

		const where =
			plan.path === undefined ? "This plan lies in an archive folder" : `This plan lies in ${folderOf(plan.path)}/`;
		// What a contradiction or a dropped plan left open is no news.
		if (status?.tier === "dropped" || status?.contradiction === true) return;
		const written = [
			plan.statuses.filter((each) => each.tier === status?.tier),
			...plan.allPhases.map((phase) => phase.statuses.slice(0, 1)),
		].flat();
		const said = [...written].sort((a, b) => a.range.start - b.range.start).find(isOpen);
		if (said) {
			const phase = plan.allPhases.find((each) => each.statuses[0] === said);
			return report(said, "open", { where, subject: phase?.name ?? "its status", status: said.text });
		}

		// Reviews and reports lie in archives, too: only what has phases or says how far it is has boxes that are work.
		if (plan.allPhases.length === 0 && !status) return;
		const open = openBoxes(plan);
		const [first] = open;
		if (!first?.box) return;
		const boxes = {
			where,
			open: open.length,
			total: plan.work.length,
			are: open.length === 1 ? "is" : "are",
			lines: namedLines(plan, open),
		};
		if (status?.tier === "done") report(status, "doneButOpen", { ...boxes, status: status.text });
		else report(first.box, "boxes", boxes);
	},
});

function isOpen(status: Status | undefined): boolean {
	return (
		status !== undefined &&
		!status.contradiction &&
		(status.tier === "planned" || status.tier === "active" || status.tier === "blocked")
	);
}

function openBoxes(plan: Plan): Plan["work"] {
	const dropped = plan.allPhases.filter((phase) => phase.status?.tier === "dropped");
	return plan.work.filter(
		(item) =>
			item.box?.checked === false &&
			!dropped.some((phase) => phase.range.start <= item.range.start && item.range.end <= phase.range.end),
	);
}

function folderOf(path: string): string {
	return path.slice(0, path.lastIndexOf("/"));
}
