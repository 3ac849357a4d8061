import { expect, it } from "vitest";
import { read } from "../testing/read.js";
import { updatedDates } from "./updated-dates.js";
import { createVocabulary } from "../text/vocabulary.js";

it.each([
	["**Last Updated**: 2025-11-03 (after review)\n**Next Review**: soon", [["2025-11-03", 2025]]],
	["---\nlast_updated: 2025-11-03\n---\n\n# A", [["2025-11-03", 2025]]],
	["---\nlast_updated: on 2025-11-03\n---\n\n# A", [["2025-11-03", 2025]]],
	["# A\n\n**Updated**: last week", [["last week", undefined]]],
	["**Updated**: Plan 24 is now complete, at last", []],
	["**Last Updated**: YYYY-MM-DD", []],
	["**Last Updated**: [Date]", []],
	["**Last Updated**:", []],
])("%j", (text, expected) => {
	const plan = read(text);
	const dates = updatedDates(plan, createVocabulary());
	expect(dates.map(({ range, date }) => [plan.text.slice(range.start, range.end), date?.year])).toEqual(expected);
});
