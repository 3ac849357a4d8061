import type { NearMiss, Phase } from "./plan.js";
import type { ReadContext } from "./read-context.js";
import type { SeriesReading } from "./series.js";

const REASONS = {
	"spelled-number": "its number is a word",
	"misspelt-word": "its first word is misspelt",
	"no-label": "it has no number",
	joined: "word and number are written together",
} as const;

/** Headings and labels that want to be part of the plan and cannot be read as such: nothing is dropped in silence. */
export function readNearMisses(context: ReadContext, reading: SeriesReading, phases: readonly Phase[]): NearMiss[] {
	const misses: NearMiss[] = [];
	for (const { section, miss } of reading.nearMisses) {
		const { text } = section.heading;
		misses.push({
			...text.located(miss.start, miss.end),
			looksLike: "phase",
			reason: REASONS[miss.reason],
			hint: miss.suggestion === undefined ? "Write the word, a number and a colon" : `Write "${miss.suggestion}: …"`,
			replacement: miss.suggestion,
		});
	}
	misses.push(...misspeltFields(context, phases));
	return misses.sort((a, b) => a.range.start - b.range.start);
}

/**
 * A label that is nearly a field's name, stands once in the document and is missing right where the sibling phases have
 * that field. A label that comes back is a team's own ("File changes"), however close it is to another.
 */
function misspeltFields(context: ReadContext, phases: readonly Phase[]): NearMiss[] {
	const uses = new Map<string, number>();
	for (const phase of phases) for (const { label, name } of phase.fields) if (!name) uses.set(label.text, (uses.get(label.text) ?? 0) + 1);
	const misses: NearMiss[] = [];
	for (const phase of phases) {
		const names = new Set(phase.fields.map((field) => field.name));
		for (const field of phase.fields) {
			if (field.name !== undefined || (uses.get(field.label.text) ?? 0) > 1) continue;
			const near = context.vocabulary.nearestField(field.label.text);
			if (!near || names.has(near.name)) continue;
			const siblings = phase.series.phases.filter((other) => other !== phase);
			const withField = siblings.filter((other) => other.fields.some((one) => one.name === near.name));
			if (withField.length === 0 || withField.length * 2 < siblings.length) continue;
			const title = context.vocabulary.fieldTitle(near.name);
			misses.push({
				...field.label,
				looksLike: "field",
				reason: `"${field.label.text}" is no field that is known`,
				hint: `Write "${title}"`,
				replacement: title,
			});
		}
	}
	return misses;
}
