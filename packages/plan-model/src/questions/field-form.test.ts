import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldFormFaults } from "./field-form.js";
import { fieldOrderFault } from "./field-order.js";
import type { Field } from "../plan.js";
import { read } from "../testing/read.js";

const isAsked = (field: Field): boolean => field.name !== undefined;
const document = (body: string): string => `# Cache\n\n### Phase 1: Store\n\n${body}\n\n### Phase 2: Map\n`;

function apply(
	text: string,
	edits: readonly { readonly range: { readonly start: number; readonly end: number }; readonly text: string }[],
): string {
	return [...edits]
		.sort((a, b) => b.range.start - a.range.start)
		.reduce((result, { range, text: by }) => result.slice(0, range.start) + by + result.slice(range.end), text);
}

function faultsOf(
	text: string,
): { readonly kind: string; readonly label: string; readonly mended: string | undefined }[] {
	const plan = read(text);
	return plan.phases.flatMap((phase) =>
		fieldFormFaults(phase, plan, isAsked).map(({ kind, field, edits }) => ({
			kind,
			label: field.label.text,
			mended: edits.length > 0 ? apply(text, edits) : undefined,
		})),
	);
}

describe("the form of a field", () => {
	it.each([
		["**Objective**: x\n\n**Steps**:\n\n1. a"],
		["**Objective**: x\n**Testing**: y"],
		["**File changes:** x"],
		["- **Note**: `Steps:` come later"],
	])("%j is the normal one, or a team's own field", (body) => {
		expect(faultsOf(document(body)).filter(({ label }) => label !== "Note")).toEqual([]);
	});

	it.each([
		["**Objective:** x", "label", "**Objective**: x"],
		["__Objective:__ x", "label", "**Objective**: x"],
		["**Objective.** x", "label", "**Objective**: x"],
		["**Objective** — x", "label", "**Objective**: x"],
		["Objective: x", "label", "**Objective**: x"],
		["**Steps**\n1. a", "label", "**Steps**:\n1. a"],
		["**Steps:**  \n- a", "label", "**Steps**:  \n- a"],
		["#### Objective\n\nx\ny", "heading", "**Objective**: x\ny"],
		["#### Steps:\n1. a", "heading", "**Steps**:\n\n1. a"],
		["- a\n#### Testing\n\n- b", "heading", "- a\n\n**Testing**:\n\n- b"],
	])("%j", (body, kind, mended) => {
		expect(faultsOf(document(body))).toMatchObject([{ kind, mended: document(mended) }]);
	});

	it("mends a list of fields, and sub-headings, as a whole", () => {
		const list = faultsOf(document("- **Objective**: `x`\n- Testing: y"));
		expect(list.map(({ kind, mended }) => [kind, mended])).toEqual([
			["list", document("**Objective**: `x`\n\n**Testing**: y")],
			["list", document("**Objective**: `x`\n\n**Testing**: y")],
		]);
		expect(faultsOf(document("> **Status**: y\n- **Objective:** x\n---"))[1]?.mended).toBe(
			document("> **Status**: y\n\n**Objective**: x\n\n---"),
		);
		expect(faultsOf(document("#### Objective\n\nx\n\n#### Testing\n\ny"))[1]?.mended).toBe(
			document("**Objective**: x\n\n**Testing**: y"),
		);
		expect(faultsOf(document("**Status**: x | **Estimate**: 2 days"))).toMatchObject([
			{ kind: "line", label: "Estimate", mended: document("**Status**: x\n\n**Estimate**: 2 days") },
		]);
	});

	it.each([
		["a list with other items", "- **Objective**: x\n- a", 1],
		["a list that a paragraph follows", "- **Deliverables**: x\n\ntext", 1],
		["a list with nested items", "- **Objective**: x\n  - a", 1],
		["a heading that something links to", "#### Objective\n\n[x](#objective)", 1],
		["a heading with more than a phrase below", "#### Objective\n\nx\n\n- a", 1],
		["a heading behind one that stays", "#### Notes on it\n\nx\n\n#### Testing\n\ny", 1],
		["a block quote", "> **Objective**: x", 1],
		["a table", "| Objective | x |\n| --- | --- |\n| Testing | y |", 1],
	])("is reported and left alone in %s", (_what, body, count) => {
		expect(faultsOf(document(body)).map(({ mended }) => mended)).toEqual(
			Array.from({ length: count }, () => undefined),
		);
	});

	it("keeps what every field says, whatever the spelling", () => {
		const label = fc.constantFrom("Objective", "Testing", "Deliverables", "Depends on");
		const value = fc.constantFrom("x", "`src/a.ts` and b", "**bold** start", "[a](b.md) c", "a: b — c", "x\ny");
		const form = fc.constantFrom(
			"**L**: v",
			"**L:** v",
			"__L:__ v",
			"**L.** v",
			"**L** — v",
			"L: v",
			"- **L**: v",
			"- **L:** v",
			"#### L\n\nv",
			"> **L**: v",
			"L： v",
			"**L:**\tv",
		);
		const fields = fc.uniqueArray(fc.tuple(label, value, form), {
			selector: ([name]) => name,
			minLength: 1,
			maxLength: 4,
		});
		fc.assert(
			fc.property(fields, fc.constantFrom("\n\n", "\n"), fc.constantFrom("\n", "\r\n"), (parts, gap, end) => {
				const body = parts
					.map(([name, text, shape]) =>
						shape.replace("v", /^[->L]/u.test(shape) ? text.replace("\n", " ") : text).replace("L", name),
					)
					.join(gap);
				let text = document(body).replaceAll("\n", end);
				const said = (one: string): unknown =>
					read(one)
						.phases[0]?.fields.map((field) => [field.name, field.value.text.replaceAll(/\s+/gu, " ")])
						.sort();
				const before = said(text);
				for (let pass = 0; pass < 10; pass++) {
					const mended = faultsOf(text).find((fault) => fault.mended !== undefined)?.mended;
					if (mended === undefined) break;
					text = mended;
					expect(said(text), text).toEqual(before);
				}
				expect(faultsOf(text).filter(({ mended }) => mended !== undefined)).toEqual([]);
			}),
			{ numRuns: 150 },
		);
	});
});

describe("the order of fields", () => {
	const ORDER = ["objective", "dependsOn", "files", "steps", "testing", "deliverables"];
	const rankOf = ({ name }: Field): number | undefined =>
		name !== undefined && ORDER.includes(name) ? ORDER.indexOf(name) : undefined;
	const orderOf = (body: string): { field: string; after: string; mended: string | undefined } | undefined => {
		const text = document(body);
		const plan = read(text);
		const [phase] = plan.phases;
		const fault = phase && fieldOrderFault(phase, plan, rankOf);
		return (
			fault && {
				field: fault.field.label.text,
				after: fault.after.label.text,
				mended: fault.edit && apply(text, [fault.edit]),
			}
		);
	};

	it("leaves fields in order, and a team's own, alone", () => {
		expect(
			orderOf("**Status**: Done\n\n**Objective**: x\n\n**Owner**: y\n\n**Steps**:\n\n1. a\n\n**Testing**: z"),
		).toBeUndefined();
	});

	it("exchanges the texts, and leaves the others where they are", () => {
		expect(orderOf("**Testing**: z\n\n**Owner**: y\n\n**Steps**:\n\n1. a\n   - b\n\n**Objective**: x")).toEqual({
			field: "Steps",
			after: "Testing",
			mended: document("**Objective**: x\n\n**Owner**: y\n\n**Steps**:\n\n1. a\n   - b\n\n**Testing**: z"),
		});
	});

	it.each([
		["a list that no label names", "**Testing**: y\n\n**Objective**: x\n\n- a"],
		["fields in one paragraph", "**Testing**: y\n**Objective**: x"],
		["fields of another form", "**Testing:** y\n\n**Objective**: x"],
		["a field that stands twice", "**Testing**: y\n\n**Objective**: x\n\n**Testing**: z"],
	])("does not move %s", (_what, body) => {
		expect(orderOf(body)).toMatchObject({ field: "Objective", mended: undefined });
	});
});
