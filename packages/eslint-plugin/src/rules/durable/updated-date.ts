import { baseName, type CalendarDate, type CalendarDay, dayNumber, type Plan, updatedDates } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Durable: whoever reads a plan later can tell how old what it says is. */
export default definePlanRule({
	name: "updated-date",
	principle: "durable",
	preset: "strict",
	kinds: ["plan", "archive"],
	needs: ["base"],
	summary: "Require the date of the last change to change with the plan",
	hasSuggestions: true,
	messages: {
		unchanged:
			'"{{label}}" was {{date}} at {{base}} and still is, though the plan has changed. Write the day of the change.',
		unreadable: '"{{value}}" is no date. Write the day of the last change, as in {{today}}.',
		today: "Write {{today}}.",
	},
	check({ plan, before, base, today, vocabulary, report }) {
		const earlier = before && hasChanged(before, plan) ? updatedDates(before, vocabulary) : [];
		for (const [at, { value, date, range }] of updatedDates(plan, vocabulary).entries()) {
			if (!date) {
				const text = `${today.year}-${String(today.month).padStart(2, "0")}-${String(today.day).padStart(2, "0")}`;
				report(
					range,
					"unreadable",
					{ value: value.text, today: text },
					{ suggest: [{ messageId: "today", data: { today: text }, edits: [{ range, text }] }] },
				);
				continue;
			}
			if (!isSameDate(earlier[at]?.date, date) || isToday(date, today)) continue;
			const text = date.write(today);
			const suggest =
				text === undefined ? [] : [{ messageId: "today" as const, data: { today: text }, edits: [{ range, text }] }];
			report(
				range,
				"unchanged",
				{
					label: labelOf(plan, range.start),
					date: plan.text.slice(range.start, range.end),
					base: baseName(base, before ?? plan, plan),
				},
				{ suggest },
			);
		}
	},
});

/** White space and line endings alone are no change. */
function hasChanged(before: Plan, now: Plan): boolean {
	return before.text.replace(/\s+/gu, " ").trim() !== now.text.replace(/\s+/gu, " ").trim();
}

function isSameDate(a: CalendarDate | undefined, b: CalendarDate): boolean {
	return a !== undefined && a.year === b.year && a.month === b.month && a.day === b.day;
}

/** Today somewhere on earth: a second change of one day keeps its date. */
function isToday({ year, month, day }: CalendarDate, today: CalendarDay): boolean {
	if (day === undefined) return year === today.year && month === today.month;
	return Math.abs(dayNumber({ year, month, day }) - dayNumber(today)) <= 1;
}

function labelOf(plan: Plan, start: number): string {
	const field = plan.fields.find(({ range }) => range.start <= start && start < range.end);
	return field?.label.text ?? "Last Updated";
}
