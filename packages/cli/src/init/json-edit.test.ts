import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInsertion } from "./insertion.js";
import { addToJson } from "./json-edit.js";

describe("addToJson", () => {
	it.each([
		["tabs", '{\n\t"a": 1\n}\n', '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 2\n\t}\n}\n'],
		[
			"comments",
			'{\n  // ours\n  "a": 1 // one\n}\n',
			'{\n  "b": {\n    "c": 2\n  },\n  // ours\n  "a": 1 // one\n}\n',
		],
		["one line", '{ "a": 1 }\n', '{ "a": 1,"b": {"c":2} }\n'],
		["nothing", "{}\n", '{\n  "b": {\n    "c": 2\n  }\n}\n'],
	])("keeps %s", (_, text, expected) => {
		expect(addToJson(text, ["b", "c"], 2)).toBe(expected);
	});

	it.each(["{", "[]", "", '{ "b": 1 }', '{ "b": { "c": 1 } }'])("leaves %j alone", (text) => {
		expect(addToJson(text, ["b", "c"], 2)).toBeUndefined();
	});

	it("only ever adds, in any layout", () => {
		const json = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
		fc.assert(
			fc.property(json, fc.constantFrom(0, 1, 2, 4, "\t"), fc.boolean(), (value, indent, isNested) => {
				const text = `${JSON.stringify(value, null, indent)}\n`;
				const path = isNested ? ["acid", "plans"] : ["acid"];
				const after = addToJson(text, path, { added: true });
				fc.pre(!Object.hasOwn(value, "acid"));
				// Not the value itself: JSON has no -0.
				const before = JSON.parse(text) as object;
				expect(after).toBeDefined();
				expect(isInsertion(text, after ?? "")).toBe(true);
				const added = { added: true };
				expect(JSON.parse(after ?? "")).toEqual({ ...before, acid: isNested ? { plans: added } : added });
			}),
		);
	});
});
