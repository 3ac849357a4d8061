import { describe, expect, it } from "vitest";
import { findOtherForm, findUnknownStatus } from "./status-form.js";
import { read } from "../testing/read.js";
import { createVocabulary } from "../text/vocabulary.js";

const vocabulary = createVocabulary();
function statusOf(text: string): {
	plan: ReturnType<typeof read>;
	status: NonNullable<ReturnType<typeof read>["status"]>;
} {
	const plan = read(`# A\n\n**Status**: ${text}\n`);
	if (!plan.status) throw new Error("There is no status.");
	return { plan, status: plan.status };
}

describe("a status that is unknown", () => {
	it.each([
		["INITIATED", "INITIATED", undefined],
		["🚀 Initiated (May)", "Initiated", undefined],
		["Complted", "Complted", "done"],
		["In Progres, half of it", "In Progres", "active"],
	])("%j is %j", (text, word, nearest) => {
		const { plan, status } = statusOf(text);
		const unknown = findUnknownStatus(status, plan, vocabulary);
		expect([unknown?.word, unknown?.nearest?.name]).toEqual([word, nearest]);
	});

	it.each(["Planned", "✅ Built", "Waits for the disk", "Future V2", "Production ready", "5 of 7 written"])(
		"is not %j",
		(text) => {
			const { plan, status } = statusOf(text);
			expect(findUnknownStatus(status, plan, vocabulary)).toBeUndefined();
		},
	);
});

describe("the normal form of a status", () => {
	it.each([
		["Not started", "🟡 Planned"],
		["⭕ Not Started (waits)", "🟡 Planned"],
		["done", "✅ Done"],
		["🔄 In progress — half", "🔄 In Progress"],
	])("of %j is %j", (text, form) => {
		const { plan, status } = statusOf(text);
		expect(findOtherForm(status, plan, vocabulary)?.edit?.text).toBe(form);
	});

	it("is known, but not put in place of more than the status", () => {
		const { plan, status } = statusOf("80% complete");
		expect(findOtherForm(status, plan, vocabulary)).toEqual({ form: "🔄 In Progress", edit: undefined });
	});

	it.each(["✅ Done", "✅ Done (May)", "✅ 80% complete"])("is not asked for in %j", (text) => {
		const { plan, status } = statusOf(text);
		expect(findOtherForm(status, plan, vocabulary)).toBeUndefined();
	});
});
