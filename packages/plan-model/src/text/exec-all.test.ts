import { expect, it } from "vitest";
import { execAll } from "./exec-all.js";

it.each([
	["a1b22", /\d+/gu],
	["none", /\d+/gu],
	["", /x*/gu],
	["xxaxx", /x*/gu],
	["🟡x🟡", /x*/gu],
	["a=1, b=2", /(?<name>\w)=(\d)/gu],
])("finds in %j what matchAll finds for %s", (text, pattern) => {
	expect([...execAll(pattern, text)]).toEqual([...text.matchAll(pattern)]);
	expect([...execAll(pattern, text)]).toEqual([...text.matchAll(pattern)]);
});
