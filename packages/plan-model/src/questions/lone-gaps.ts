import type { WantedField } from "./missing-fields.js";
import type { Phase, Series } from "../plan.js";
import type { FieldName } from "../text/vocabulary.js";

/** What one phase alone has not, among siblings that all have it. */
export interface LoneGap {
	readonly phase: Phase;
	/** The fields, with the labels that the first sibling writes. */
	readonly fields: readonly (WantedField & { readonly name: FieldName })[];
}

/** Without one of these, a phase says something: it depends on nothing, nobody began it. Steps need no label. */
const OPTIONAL: ReadonlySet<FieldName> = new Set<FieldName>([
	"steps",
	"status",
	"dependsOn",
	"blocks",
	"lastUpdated",
	"notes",
	"plan",
	"commands",
]);

/** The phases of a series that alone lack a field which all their siblings have. */
export function findLoneGaps({ phases }: Series): LoneGap[] {
	const holders = new Map<FieldName, Set<Phase>>();
	for (const phase of phases) {
		for (const { name } of phase.fields) {
			if (name === undefined || OPTIONAL.has(name)) continue;
			const some = holders.get(name);
			if (some) some.add(phase);
			else holders.set(name, new Set([phase]));
		}
	}
	const gaps = new Map<Phase, { name: FieldName; label: string }[]>();
	for (const [name, some] of holders) {
		if (some.size !== phases.length - 1) continue;
		const [sibling] = some;
		const phase = phases.find((each) => !some.has(each));
		const label = sibling?.fields.find((field) => field.name === name)?.label.text;
		// `Expected` stands below a command, as often as there are commands.
		if (!phase || label === undefined || label.toLowerCase() === "expected") continue;
		const gap = gaps.get(phase);
		if (gap) gap.push({ name, label });
		else gaps.set(phase, [{ name, label }]);
	}
	return [...gaps].map(([phase, fields]) => ({ phase, fields }));
}
