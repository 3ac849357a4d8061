import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { isInsertion } from "./insertion.js";
import { addToYaml } from "./yaml-edit.js";

const ENTRY = { run: "check" };

describe("addToYaml", () => {
	it.each<[string, string, string[], string]>([
		["a map at the top", "a: 1 # one\n# end\n", [], "a: 1 # one\nrun: check\n# end\n"],
		["a file without a last line end", "a: 1", [], "a: 1\nrun: check\n"],
		["Windows line ends", "a: 1\r\n", [], "a: 1\r\nrun: check\r\n"],
		[
			"a list with its own indent",
			"a:\n    - b: 1\n      c: 2\nd: 3\n",
			["a"],
			"a:\n    - b: 1\n      c: 2\n    - run: check\nd: 3\n",
		],
		["a list without an indent", "a:\n- b: 1\nd: 3\n", ["a"], "a:\n- b: 1\n- run: check\nd: 3\n"],
		[
			"a nested map",
			"a:\n  b:\n    c: |\n      text\n  d: 1\n",
			["a", "b"],
			"a:\n  b:\n    c: |\n      text\n    run: check\n  d: 1\n",
		],
	])("adds to %s", (_, text, path, expected) => {
		expect(addToYaml(text, path, ENTRY)).toBe(expected);
	});

	it.each<[string, string, string[]]>([
		["a flow map", "a: { b: 1 }\n", ["a"]],
		["a key that is there", "run: build\n", []],
		["what is missing", "a: 1\n", ["b"]],
		["a text", "a: 1\n", ["a"]],
		["a broken file", "a: [\n", []],
		["an empty file", "", []],
		["several documents", "a: 1\n---\nb: 2\n", []],
	])("leaves %s alone", (_, text, path) => {
		expect(addToYaml(text, path, ENTRY)).toBeUndefined();
	});

	it("only ever adds, whatever is there", () => {
		const value = fc.dictionary(
			fc.string({ minLength: 1 }),
			fc.oneof(
				fc.string(),
				fc.integer(),
				fc.array(fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }), { minLength: 1 }),
			),
			{ minKeys: 1, maxKeys: 4 },
		);
		fc.assert(
			fc.property(value, (whole) => {
				const text = stringify(whole);
				const after = addToYaml(text, [], ENTRY);
				if (after === undefined) return;
				expect(isInsertion(text, after)).toBe(true);
				expect(parse(after)).toEqual({ ...(parse(text) as object), ...ENTRY });
			}),
		);
	});
});
