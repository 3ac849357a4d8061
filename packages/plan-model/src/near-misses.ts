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
	for (const phase of phases) {
		const names = new Set(phase.fields.map((field) => field.name));
		for (const field of phase.fields) {
			if (field.name !== undefined) continue;
			const near = context.vocabulary.nearestField(field.label.text);
			if (!near || names.has(near.name)) continue;
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
	return misses.sort((a, b) => a.range.start - b.range.start);
}
