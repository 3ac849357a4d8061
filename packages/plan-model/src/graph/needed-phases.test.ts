import { describe, expect, it } from "vitest";
import { neededPhases } from "./needed-phases.js";
import { read } from "../testing/read.js";
import { createVocabulary } from "../text/vocabulary.js";

const vocabulary = createVocabulary();
function needed(text: string, dependencies = "Phase 1"): string[] {
	const plan = read(
		`# A\n\n### Phase 1: B\n\n### Phase 2: C\n\n### Phase 3: D\n**Depends on**: ${dependencies}\n\n${text}\n\n### Phase 4: E\n**Depends on**: Phase 3\n`,
	);
	return neededPhases(plan, vocabulary).map(({ phase, on, text: words }) => `${phase.name} ${on.name} ${words}`);
}

describe("neededPhases", () => {
	it.each([
		"This requires Phase 2.",
		"- Needs the results of **Phase 2**",
		"1. After Phase 2, switch the flag",
		"Uses the table created in Phase 2",
		"**Prerequisites**: Phase 2",
		"It builds on\nPhase 2.",
	])("finds the phase that %j needs", (text) => {
		expect(needed(text)).toEqual(["Phase 3 Phase 2 Phase 2"]);
	});

	it.each([
		"See Phase 2.",
		"This does not require Phase 2.",
		"The shim goes after Phase 2",
		"Phase 4 requires Phase 3 and Phase 2",
		"Needs `Phase 2`",
		"Requires Phase 9",
		"Requires Phase 1",
		"Requires Phase 4",
	])("finds none in %j", (text) => {
		expect(needed(text)).toEqual([]);
	});

	it("names each phase of a list, and each once", () => {
		expect(needed("Requires Phases 1 and 2. Needs Phase 2.")).toEqual(["Phase 3 Phase 2 Phases 1 and 2"]);
	});

	it("says nothing of plans that declare no order, and of what is finished", () => {
		expect(needed("Requires Phase 2", "None")).toHaveLength(1);
		expect(neededPhases(read("# A\n\n### Phase 1: B\n\nRequires Phase 2\n\n### Phase 2: C\n"), vocabulary)).toEqual([]);
		const done = read(
			"# A\n\n### Phase 1: B ✅\n\n### Phase 2: C\n\nRequires Phase 1\n\n### Phase 3: D\n**Depends on**: Phase 2\n",
		);
		expect(neededPhases(done, vocabulary)).toEqual([]);
	});
});
