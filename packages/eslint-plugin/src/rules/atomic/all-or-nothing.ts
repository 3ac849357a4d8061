import { type Item, type Phase, type Plan, type Status, type Tier, writtenStatus } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Atomic: a phase is done as a whole or not done, so what is written about it and its boxes say the same. */
export default definePlanRule({
	name: "all-or-nothing",
	principle: "atomic",
	preset: "recommended",
	summary: "Disallow a status that the boxes and deliverables contradict",
	hasSuggestions: true,
	messages: {
		doneButOpen:
			'{{subject}} is marked done ("{{status}}"), but {{open}} of its {{total}} boxes {{are}} open: {{lines}}. Finish what is open, or correct the status.',
		plannedButTicked:
			'{{subject}} is marked planned ("{{status}}"), but every box and deliverable of it is ticked ({{total}} in all: {{lines}}). Correct the status, or untick what is not there yet.',
		activeButTicked:
			'{{subject}} is marked in progress ("{{status}}"), but every box and deliverable of it is ticked ({{total}} in all). Mark it done, or add what is left.',
		parentTicked:
			"This box is ticked, but {{open}} below it {{are}} open: {{lines}}. Finish what is open, or untick this box.",
		openButDone: 'This box is open, but its text says "{{status}}". Tick the box, or correct the text.',
		tickedButOpen: 'This box is ticked, but its text says "{{status}}". Untick the box, or correct the text.',
		setStatus: 'Replace "{{status}}" by "{{form}}".',
		tick: "Tick this box.",
		untick: "Untick this box.",
	},
	options: {
		checkActive: {
			description: "Report a plan or phase that is marked in progress although nothing is left to do.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	strictOptions: { checkActive: true },
	check({ plan, options, report, vocabulary }) {
		/** Boxes that a finding already names: one defect is told once. */
		const told = new Set<Item>();

		for (const item of plan.items) {
			const box = item.box;
			if (!box || box.kind !== "task" || box.other || item.excluded) continue;
			// The words of an open box may be a criterion ("All tests complete"): only an emoji or a status line is certain.
			const { status } = item;
			const said = item.statusBelow ?? (status && (box.checked || status.markTier !== undefined) ? status : undefined);
			const toggled = [
				{ range: { start: box.range.start + 1, end: box.range.end - 1 }, text: box.checked ? " " : "x" },
			];
			if (said && !said.contradiction && !box.checked && said.tier === "done") {
				told.add(item);
				report(said, "openButDone", { status: said.text }, { suggest: [{ messageId: "tick", edits: toggled }] });
			} else if (said && box.checked && said.wordTier === "active") {
				report(said, "tickedButOpen", { status: said.text }, { suggest: [{ messageId: "untick", edits: toggled }] });
			}
			if (!box.checked) continue;
			const open = openBelow(item);
			if (open.length === 0) continue;
			for (const child of open) told.add(child);
			report(
				box,
				"parentTicked",
				{
					open: open.length === 1 ? "a box" : `${open.length} boxes`,
					are: open.length === 1 ? "is" : "are",
					lines: linesOf(plan, open),
				},
				{ suggest: [{ messageId: "untick", edits: toggled }] },
			);
		}

		/** Only a line of its own holds a status as it is written; a heading has more than that. */
		const setTo = (tier: Tier, { place, text, range }: Status) => {
			const form = vocabulary.statusForm(tier);
			const edits = [{ range, text: form }];
			return place === "line"
				? { suggest: [{ messageId: "setStatus", data: { status: text, form }, edits }] as const }
				: {};
		};

		const check = (subject: string, status: Status | undefined, work: readonly Item[]): void => {
			if (!status || status.place === "boxes" || status.contradiction || work.length === 0) return;
			const open = work.filter((item) => !item.box?.checked);
			if (status.tier === "done") {
				const untold = open.filter((item) => !told.has(item));
				for (const item of open) told.add(item);
				if (untold.length === 0) return;
				report(
					status,
					"doneButOpen",
					{
						subject,
						status: status.text,
						open: String(untold.length),
						total: String(work.length),
						are: untold.length === 1 ? "is" : "are",
						lines: linesOf(plan, untold),
					},
					setTo("active", status),
				);
			} else if (open.length === 0 && status.tier === "planned") {
				if (work.every((item) => told.has(item))) return;
				for (const item of work) told.add(item);
				report(
					status,
					"plannedButTicked",
					{ subject, status: status.text, total: String(work.length), lines: linesOf(plan, work) },
					setTo("done", status),
				);
			} else if (open.length === 0 && status.tier === "active" && options.checkActive) {
				const total = String(work.length);
				report(status, "activeButTicked", { subject, status: status.text, total }, setTo("done", status));
			}
		};

		const left = new Set(plan.work);
		for (const phase of innermostFirst(plan.allPhases))
			check(phase.name, phase.status, phase.item ? [] : phase.work.filter((item) => left.has(item)));
		// Of a done plan with a phase that says that it is open, status-agreement tells.
		const toldOf =
			plan.status?.tier === "done" ? plan.allPhases.filter((phase) => OPEN.has(writtenStatus(phase)?.tier)) : [];
		for (const { items } of toldOf) for (const item of items) told.add(item);
		check("The plan", plan.status, plan.work);
	},
});

const OPEN: ReadonlySet<Tier | undefined> = new Set<Tier>(["planned", "active", "blocked"]);

/** Open boxes anywhere below an item; what is set aside is none. */
function openBelow(item: Item): Item[] {
	const open: Item[] = [];
	const stack = [...item.children].reverse();
	for (let child = stack.pop(); child; child = stack.pop()) {
		if (child.excluded || child.box?.other) continue;
		if (child.box?.kind === "task" && !child.box.checked) open.push(child);
		// A ticked child tells of its own children.
		else if (!child.box?.checked) for (const inner of [...child.children].reverse()) stack.push(inner);
	}
	return open;
}

/** Tasks before the phases around them: the box is told where it stands closest. */
function innermostFirst(phases: readonly Phase[]): Phase[] {
	return [...phases].sort(
		(a, b) => a.range.end - a.range.start - (b.range.end - b.range.start) || a.range.start - b.range.start,
	);
}

const MOST_LINES = 3;

/** `line 4`, `lines 4, 5 and 9`, `lines 4, 5, 9 and more`. */
function linesOf(plan: Plan, items: readonly Item[]): string {
	const lines = [...new Set(items.map((item) => plan.lines.position(item.range.start).line))];
	if (lines.length === 1) return `line ${lines[0]}`;
	const named = lines.slice(0, MOST_LINES);
	const last = lines.length > MOST_LINES ? "more" : String(named.pop());
	return `lines ${named.join(", ")} and ${last}`;
}
