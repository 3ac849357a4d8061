import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareLabels, isSuccessor, labelKey, nextLabel, readLabelAt, type Label } from "./phase-label.js";

function label(text: string): Label {
	const read = readLabelAt(text, 0);
	if (read === undefined || read.end !== text.length) throw new Error(`no label: ${text}`);
	return read;
}

describe("labels", () => {
	it.each<[string, (number | string)[]]>([
		["1", [1]],
		["03.1", [3, 1]],
		["5a", [5, "a"]],
		["A", ["a"]],
		["S1", ["s", 1]],
		["Ф0", ["ф", 0]],
		["T001", ["t", 1]],
		["PC-1", ["pc", 1]],
		["P1-T3", ["p", 1, "t", 3]],
		["3.0-A", [3, 0, "a"]],
		["M7.b", ["m", 7, "b"]],
	])("%s", (text, parts) => {
		expect(label(text).parts).toEqual(parts);
	});

	it.each(["10-12", "1–2", "2/3", "2.1-2.4", "S0-S5", "A-C", "IV-VI"])("%s is a range", (text) => {
		expect(label(text).last).toBeDefined();
	});

	it("ends where a title begins", () => {
		expect(readLabelAt("1-React", 0)?.text).toBe("1");
		expect(readLabelAt("2.Setup", 0)?.text).toBe("2");
		expect(readLabelAt("1 — 2 services", 0)?.text).toBe("1");
		expect(readLabelAt("2-1", 0)?.last).toBeUndefined();
	});

	it.each(["one", "2nd", "10x", "Setup", "of", "", "5min"])("%j is none", (text) => {
		expect(readLabelAt(text, 0)).toBeUndefined();
	});

	it("knows placeholders, Roman numerals and open ranges", () => {
		expect(label("N").placeholder).toBe(true);
		expect(label("{{N}}").placeholder).toBe(true);
		expect(label("IV").roman).toBe(4);
		expect(label("6+").openEnded).toBe(true);
	});

	it("is the same however written", () => {
		expect(labelKey(label("03.1"))).toBe(labelKey(label("3.1")));
		expect(labelKey(label("5A"))).toBe(labelKey(label("5a")));
		expect(labelKey(label("1-2"))).not.toBe(labelKey(label("1")));
		expect(labelKey(label("1–2"))).toBe(labelKey(label("1-2")));
	});
});

describe("order", () => {
	it.each([
		["1", "2"],
		["9", "10"],
		["1.9", "1.10"],
		["5", "5a"],
		["5a", "6"],
		["A", "B"],
		["IV", "V"],
		["IX", "X"],
		["S1", "S2"],
		["1-2", "3"],
	])("%s stands before %s", (a, b) => {
		expect(compareLabels(label(a), label(b))).toBeLessThan(0);
		expect(compareLabels(label(b), label(a))).toBeGreaterThan(0);
	});

	it("does not order what has different shapes", () => {
		expect(compareLabels(label("A"), label("3"))).toBeUndefined();
	});

	it.each([
		["1", "2"],
		["2A", "2B"],
		["2D", "3"],
		["1.9", "1.10"],
		["1.4", "2.1"],
		["1-2", "3"],
		["3-4", "5-6"],
		["5", "5a"],
		["5a", "6"],
		["A", "B"],
		["IV", "V"],
		["0", "0.5"],
		["03", "04"],
		["T009", "T010"],
	])("%s is followed by %s", (a, b) => {
		expect(isSuccessor(label(a), label(b))).toBe(true);
	});

	it.each([
		["1", "3"],
		["2", "1"],
		["2", "2"],
		["A", "C"],
		["1.1", "1.3"],
		["5a", "5c"],
		["1-2", "4"],
		["2.1", "2"],
	])("%s is not followed by %s", (a, b) => {
		expect(isSuccessor(label(a), label(b))).toBe(false);
	});

	it.each([
		["1", "2"],
		["03", "04"],
		["2.9", "2.10"],
		["5a", "5b"],
		["IV", "V"],
		["C", "D"],
		["1-2", "3"],
		["T009", "T010"],
	])("after %s comes %s", (a, b) => {
		expect(nextLabel(label(a))).toBe(b);
	});
});

it("never throws, and says where the label stands", () => {
	const texts = fc.oneof(
		fc.string({ unit: "binary" }),
		fc
			.array(fc.constantFrom("1", "2", "a", "A", "I", "V", ".", "-", "–", "/", "+", " ", "N", "0", "Ф"))
			.map((list) => list.join("")),
	);
	fc.assert(
		fc.property(texts, texts, (text, other) => {
			const read = readLabelAt(text, 0);
			if (read === undefined) return;
			expect(text.slice(read.start, read.end)).toBe(read.text);
			expect(compareLabels(read, read)).toBe(0);
			nextLabel(read);
			const second = readLabelAt(other, 0);
			if (second === undefined) return;
			isSuccessor(read, second);
			const order = compareLabels(read, second);
			const back = compareLabels(second, read);
			expect(order === undefined).toBe(back === undefined);
			if (order !== undefined && back !== undefined) expect(Math.sign(order)).toBe(0 - Math.sign(back));
		}),
	);
});
