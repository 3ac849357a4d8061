import { describe, expect, it } from "vitest";
import { addedDependency } from "./dependency-insertion.js";
import { read } from "../testing/read.js";
import { createVocabulary } from "../text/vocabulary.js";

const vocabulary = createVocabulary();

/** The text with the dependency added to the last phase. */
function added(body: string, reference = "Phase 1"): string | undefined {
	const text = `# A\n\n### Phase 1: One\n\n### Phase 2: Two${body}`;
	const plan = read(text);
	const phase = plan.phases.at(-1);
	const edit = phase && addedDependency(plan, phase, reference, vocabulary);
	if (!edit) return undefined;
	const result = text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
	const again = read(result).phases.at(-1);
	expect(again?.dependencies.map((dependency) => dependency.text)).toContain(reference);
	return result.slice(result.indexOf("Two") + 3);
}

describe("addedDependency", () => {
	it.each([
		["a line below the heading", "\n", "\n\n**Depends on**: Phase 1\n"],
		["a line above text that follows at once", "\nText\n", "\n\n**Depends on**: Phase 1\n\nText\n"],
		[
			"a line below the objective",
			"\n\n**Objective**: Two\n\nText\n",
			"\n\n**Objective**: Two\n\n**Depends on**: Phase 1\n\nText\n",
		],
		[
			"to a line",
			"\n\n**Depends on**: Phase 3\n\n### Phase 3: Three\n\n**Depends on**: #12\n",
			"\n\n**Depends on**: Phase 3\n\n### Phase 3: Three\n\n**Depends on**: #12, Phase 1\n",
		],
		["in place of None", "\n\n**Depends on:** None\n", "\n\n**Depends on:** Phase 1\n"],
	])("adds %s", (_name, body, expected) => {
		expect(added(body)).toBe(expected);
	});

	it("adds nothing to a list of dependencies", () => {
		expect(added("\n\n**Depends on**:\n- #12\n")).toBeUndefined();
	});

	it("repeats what the timeline says", () => {
		const text =
			"# A\n\n### Phase 1: One\n\n### Phase 2: Two\n\n## Timeline\n\n| Phase | Duration | Depends on |\n|---|---|---|\n| Phase 1 | 1 day | - |\n| Phase 2 | 1 day | Phase 1 |\n";
		const plan = read(text);
		const [, phase] = plan.phases;
		expect(phase && addedDependency(plan, phase, "#12", vocabulary)?.text).toContain("**Depends on**: Phase 1, #12");
	});
});
