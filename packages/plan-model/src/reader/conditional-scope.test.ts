import { describe, expect, it } from "vitest";
import { findCondition } from "./conditional-scope.js";
import { read } from "../testing/read.js";

/** The words of a step that make it conditional. */
function condition(step: string): string | undefined {
	const [item] = read(`# A\n\n## Steps\n\n- ${step}\n`).items;
	return item && findCondition(item.text)?.text;
}

describe(findCondition, () => {
	it.each([
		["Optional: add a cache", "Optional"],
		["optional - add a cache", "optional"],
		["Optionally — add a cache", "Optionally"],
		["Optionally add a cache", "Optionally"],
		["Nice to have: a cache", "Nice to have"],
		["nice-to-have – a cache", "nice-to-have"],
		["Stretch: a cache", "Stretch"],
		["Stretch goal: a cache", "Stretch goal"],
		["Bonus：a cache", "Bonus"],
		["可选 : 缓存", "可选"],
		["Add a cache [optional]", "[optional]"],
		["Add a cache (optional, if asked for)", "(optional, if asked for)"],
	])("in %j is %j", (step, expected) => {
		expect(condition(step)).toBe(expected);
	});

	it.each([
		"if time permits",
		"when time allows",
		"as time permits",
		"where time permits",
		"time permitting",
		"if there is time",
		"if there's enough time left",
		"if we have time",
		"as a stretch goal",
		"wenn Zeit bleibt",
		"falls noch Zeit ist",
		"wenn es die Zeit erlaubt",
		"si el tiempo lo permite",
		"si le temps le permet",
		"se o tempo permitir",
		"если останется время",
		"если будет время",
		"时间允许",
		"如果时间允许",
	])("is %j anywhere", (words) => {
		expect(condition(`Add a cache, ${words}.`)).toBe(words);
	});

	it.each([
		"Optional fields of the form",
		"Optional-chaining in the parser",
		"Make it optional: the cache",
		"Not optionally added",
		"Do it optionally",
		"Add a reader (optional field)",
		"Read the pre-if time permitsx",
		"`--cache` (optional)",
		"`--cache`: the store (optional)",
		"`cache` - optional: the store",
	])("is none in %j", (step) => {
		expect(condition(step)).toBeUndefined();
	});
});
