import type { Amount, DurationTotal } from "./estimate.js";

/** An amount as people write it: `3 days`, `2-3 weeks`, `1.5 hours`. */
function amountText({ min, max, unit }: Amount): string {
	const number = (value: number): string => String(Math.round(value * 100) / 100);
	const range = min === max ? number(min) : `${number(min)}-${number(max)}`;
	return `${range} ${max === 1 && min === max ? unit : `${unit}s`}`;
}

/** A sum as people write it, unit by unit: `3-4 days`, `2 weeks and 1 day`. */
export function durationText(total: DurationTotal): string {
	const parts = withoutLooseMinutes(total.amounts).map(amountText);
	const last = parts.pop();
	return [...(parts.length > 0 ? [parts.join(", ")] : []), ...(last === undefined ? [] : [last])].join(" and ");
}

/** Minutes beside hours are told as hours: an hour is 60 minutes under every reading, which no other pair of units is. */
function withoutLooseMinutes(amounts: readonly Amount[]): readonly Amount[] {
	const minutes = amounts.find(({ unit }) => unit === "minute");
	const hours = amounts.find(({ unit }) => unit === "hour");
	if (!minutes || !hours) return amounts;
	const sum: Amount = { min: hours.min + minutes.min / 60, max: hours.max + minutes.max / 60, unit: "hour" };
	return amounts.flatMap((amount) => (amount === minutes ? [] : [amount === hours ? sum : amount]));
}
