import type { Phase, Status } from "../plan.js";

/** A lone 🏗️ or 🔄 in a heading is as often its picture (`Continuous Improvement 🔄`) as its status. */
export function isDecoration(status: Status): boolean {
	return status.place === "heading" && !status.hasWords && status.tier === "active";
}

/** The status of a phase where somebody wrote it down, in a line, the heading or a table, and where it says one thing. */
export function writtenStatus({ status }: Phase): Status | undefined {
	if (status?.tier === undefined || status.contradiction || isDecoration(status)) return undefined;
	return status.place === "line" || status.place === "heading" || status.place === "table" ? status : undefined;
}
