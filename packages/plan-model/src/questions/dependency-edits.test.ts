import { describe, expect, it } from "vitest";
import { withoutDependency } from "./dependency-edits.js";
import { read } from "../testing/read.js";

/** The dependency lines of Phase 3 with one of its references taken out. */
function without(lines: string, at: number): string | undefined {
	const head = "# A\n\n### Phase 1: A\n\n### Phase 2: B\n\n### Phase 3: C\n**Depends on**:";
	const text = head + lines;
	const plan = read(text);
	const dependencies = plan.phases[2]?.dependencies ?? [];
	const dependency = dependencies[at];
	const edit = dependency && withoutDependency(plan, dependency, dependencies);
	return edit && (text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end)).slice(head.length);
}

describe(withoutDependency, () => {
	it.each([
		[" Phase 1, Phase 2", 1, " Phase 1"],
		[" Phase 1, Phase 2", 0, " Phase 2"],
		[" Phases 1, 2 and 1", 2, " Phases 1, 2"],
		[" Phase 1 (the store), and Phase 2", 1, " Phase 1 (the store)"],
		[" [B](b.md), [B](b.md)", 1, " [B](b.md)"],
		["\n- Phase 1\n- Phase 2\n", 1, "\n- Phase 1\n"],
	])("takes one out of `%s`", (lines, at, expected) => {
		expect(without(lines, at)).toBe(expected);
	});

	it.each([
		[" Phase 1", 0],
		[" Phases 1-2", 0],
		[" Phase 1, **Phase 2**", 1],
	])("leaves `%s` alone", (lines, at) => {
		expect(without(lines, at)).toBeUndefined();
	});
});
