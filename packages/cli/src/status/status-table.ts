import { count } from "../check/check-report.js";
import { printable, printableLine } from "../terminal/printable.js";
import type { Paint, Style } from "../terminal/style.js";
import { alignColumns, type Cell } from "../terminal/table.js";
import type { ReportedPhase, ReportedPlan, StatusReport } from "./status-report.js";

const STATUS_STYLES: Readonly<Record<string, Style>> = {
	active: "cyan",
	done: "green",
	blocked: "red",
	dropped: "dim",
	planned: "yellow",
};

/** Most columns of a table that is read on a screen get by with this many characters. */
const LONGEST = 48;

/** The table that `acid-plans status` prints. */
export function statusTable({ plans }: StatusReport, paint: Paint): string {
	const head = ["PLAN", "STATUS", "DONE", "NEXT", "WAITS FOR", "INDEX"].map((text): Cell => ({
		text,
		printed: paint("dim", text),
	}));
	const rows = plans.map((plan): Cell[] => {
		const status = plan.status ?? "-";
		const index = indexText(plan);
		return [
			{ text: printable(plan.path), printed: paint("bold", printable(plan.path)) },
			{ text: status, printed: paint(STATUS_STYLES[status] ?? "dim", status) },
			{ text: plan.total === 0 ? "-" : `${plan.done}/${plan.total}` },
			{ text: nextText(plan) },
			{ text: waitingText(plan) },
			{ text: index, printed: plan.index.state === "agrees" ? index : paint("yellow", index) },
		];
	});
	return `${alignColumns([head, ...rows])}\n\n${summary(plans)}`;
}

/** Phases that are under way, and those that can start. */
function nextText(plan: ReportedPlan): string {
	const active = plan.phases.filter(({ state }) => state === "active").map((phase) => `${shown(phase)} (active)`);
	const ready = isOver(plan) ? [] : plan.phases.filter(({ state }) => state === "ready").map(shown);
	const [first, ...more] = [...active, ...ready];
	if (first === undefined) return "-";
	return more.length === 0 ? first : `${first}, +${more.length}`;
}

/** What the first open phase waits for, where none can start or is under way. */
function waitingText(plan: ReportedPlan): string {
	if (isOver(plan) || plan.phases.some(({ state }) => state === "active" || state === "ready")) return "-";
	const phase = plan.phases.find(({ state }) => state === "waiting" || state === "blocked");
	if (phase === undefined) return "-";
	if (phase.waitsFor.length === 0) return `${printable(phase.name)} is blocked`;
	const others = phase.waitsFor.map(({ path, phase: name, dropped }) => {
		const place = path === plan.path ? "" : `${path.slice(path.lastIndexOf("/") + 1)} `;
		return printable(`${place}${name ?? ""}`.trim()) + (dropped ? " (dropped)" : "");
	});
	return `${others.slice(0, 2).join(", ")}${others.length > 2 ? `, +${others.length - 2}` : ""}`;
}

function isOver({ status }: ReportedPlan): boolean {
	return status === "done" || status === "dropped";
}

function shown({ name, title }: ReportedPhase): string {
	const text = printableLine(title === "" ? name : `${name}: ${title}`);
	const letters = [...text];
	return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : text;
}

function indexText({ index }: ReportedPlan): string {
	if (index.state === "agrees") return "ok";
	if (index.state === "differs")
		return `${index.differs.join(", ")} ${index.differs.length === 1 ? "differs" : "differ"}`;
	if (index.state === "unread") return "cannot be read";
	return index.state === "not-listed" ? "not listed" : "none";
}

function summary(plans: readonly ReportedPlan[]): string {
	const done = plans.reduce((sum, plan) => sum + plan.done, 0);
	const total = plans.reduce((sum, plan) => sum + plan.total, 0);
	const ready = plans
		.filter((plan) => !isOver(plan))
		.flatMap(({ phases }) => phases.filter(({ state }) => state === "ready"));
	const wrong = plans.filter(({ index }) => index.state === "differs" || index.state === "not-listed").length;
	return [
		`${count(plans.length, "plan")}: ${done} of ${count(total, "phase")} done, ${ready.length} can start.`,
		...(wrong > 0 ? [`The index is out of date for ${count(wrong, "plan")}; \`acid-plans index\` mends it.`] : []),
	].join(" ");
}
