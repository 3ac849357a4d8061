import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVocabulary, type FieldName, type SectionName, type Tier } from "./vocabulary.js";

const vocabulary = createVocabulary();

describe("sections", () => {
	it.each<[string, SectionName | undefined]>([
		["Overview", "overview"],
		["2. Goals", "goals"],
		["4.1 Implementation Phases", "breakdown"],
		["🧪 Success Criteria:", "successCriteria"],
		["Risks & Mitigation", "risks"],
		["Risks and mitigation", "risks"],
		["**Timeline**", "timeline"],
		["Success Criteria (MVP)", "successCriteria"],
		["ACID BREAKDOWN", "breakdown"],
		["Критерии успеха", "successCriteria"],
		["验收标准", "successCriteria"],
		["Definition of Done", "successCriteria"],
		["Non-Goals", undefined],
		["Goal keeping", undefined],
		["", undefined],
	])("%s", (heading, name) => {
		expect(vocabulary.section(heading)).toBe(name);
	});

	it.each<[string, SectionName | undefined]>([
		["Overveiw", "overview"],
		["Sucess Criteria", "successCriteria"],
		["Prerequisits", "prerequisites"],
		["Goals", undefined],
		["Coals and steel", undefined],
		["Next steps", undefined],
	])("%s is near to", (heading, name) => {
		expect(vocabulary.nearestSection(heading)?.name).toBe(name);
	});
});

describe("fields", () => {
	it.each<[string, FieldName | undefined]>([
		["Objective", "objective"],
		["Depends On:", "dependsOn"],
		["blocked by", "dependsOn"],
		["Done when", "testing"],
		["Files to modify", "files"],
		["Modify", "modify"],
		["Test", "test"],
		["Tests", "testing"],
		["Estimated time", "estimate"],
		["📁 Deliverables", "deliverables"],
		["Ziel", "objective"],
		["Последнее", undefined],
		["Why", undefined],
	])("%s", (label, name) => {
		expect(vocabulary.field(label)).toBe(name);
	});

	it("suggests the field that a misspelt label means", () => {
		expect(vocabulary.nearestField("Objectve")).toEqual({ name: "objective", wording: "objective", distance: 1 });
		expect(vocabulary.nearestField("Note")).toBeUndefined();
	});
});

describe("words", () => {
	it("knows series words in singular and plural, and what a calendar is", () => {
		expect(vocabulary.seriesWord("PHASES")).toBe("phase");
		expect(vocabulary.seriesWord("Этап")).toBe("этап");
		expect(vocabulary.isSeriesWord("Week")).toBe(false);
		expect(vocabulary.isCalendarWord("Weeks")).toBe(true);
		expect(vocabulary.nearestSeriesWord("Fhase")?.name).toBe("phase");
	});

	it.each(["None", "n/a", "N/A.", "—", "-", "keine", "无", "Nothing"])("%s means none", (text) => {
		expect(vocabulary.isNone(text)).toBe(true);
	});

	it.each(["", "Phase 1", "none of them but one"])("%j does not mean none", (text) => {
		expect(vocabulary.isNone(text)).toBe(false);
	});

	it.each([
		"Open Questions",
		"7. Future Work",
		"Optional line count cuts",
		"Post-merge checks",
		"Post-deploy monitoring",
		"Manual verification after the deploy",
		"Próximos passos",
		"Task 3 (deferred)",
	])("boxes under %s are no work", (heading) => {
		expect(vocabulary.isNoWorkSection(heading)).toBe(true);
	});

	it("tells verbs that write from verbs that read", () => {
		expect(vocabulary.isWriteVerb("Creates")).toBe(true);
		expect(vocabulary.isWriteVerb("see")).toBe(false);
		expect(vocabulary.isReadVerb("See")).toBe(true);
	});

	it.each<[string, Tier | undefined]>([
		["✅", "done"],
		["✔️", "done"],
		["✔︎", "done"],
		["🏗️", "active"],
		["🟡", undefined],
		["❌", undefined],
	])("%s", (mark, tier) => {
		expect(vocabulary.markTier(mark)).toBe(tier);
	});
});

describe("extension", () => {
	const extended = createVocabulary({
		sections: { goals: ["Vorhaben"], overview: ["Context of use"] },
		fields: { objective: ["Absicht"] },
		statuses: { done: ["geliefert", "🏁"], active: ["📋"] },
		series: ["Etappe"],
		statusForms: { planned: "💤 Vorgemerkt" },
	});

	it("adds names and keeps the table's own", () => {
		expect(extended.section("Vorhaben")).toBe("goals");
		expect(extended.section("Goals")).toBe("goals");
		expect(extended.field("Absicht")).toBe("objective");
		expect(extended.seriesWord("Etappe")).toBe("etappe");
	});

	it("lets the team decide what an emoji means", () => {
		expect(extended.markTier("🏁")).toBe("done");
		expect(extended.markTier("📋")).toBe("active");
	});

	it("reads the team's own status form, and writes it", () => {
		expect(extended.statusWording(["vorgemerkt"], 0)?.tier).toBe("planned");
		expect(extended.statusForm("planned")).toBe("💤 Vorgemerkt");
		expect(extended.statusForm("done")).toBe("✅ Done");
	});
});

it("never throws", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			vocabulary.section(text);
			vocabulary.field(text);
			vocabulary.nearestSection(text);
			vocabulary.nearestField(text);
			vocabulary.nearestSeriesWord(text);
			vocabulary.isNone(text);
			vocabulary.isNoWorkSection(text);
			vocabulary.markTier(text);
		}),
	);
});
