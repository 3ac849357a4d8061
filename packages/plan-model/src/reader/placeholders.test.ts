import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";

const found = (text: string): string[] => read(text).placeholders.map((each) => `${each.kind}: ${each.text}`);

describe("placeholders", () => {
	it.each([
		["## [Version] - Notes", ["text: [Version]"]],
		["- Blocks: [Features that wait for this]", ["text: [Features that wait for this]"]],
		["**Due**: TBD (after the review)", ["value: TBD (after the review)"]],
		["- YYYY-MM-DD: first version", ["date: YYYY-MM-DD"]],
		["Ticket 000XXX and issue #TODO", ["number: 000XXX", "number: #TODO"]],
		["<!-- TODO: fill in -->", ["comment: TODO: fill in"]],
		["### Phase 1: B\n\n<!-- a note -->\n...", ["text: ..."]],
		["### Phase 1: [Atomic Unit 1]", ["text: [Atomic Unit 1]"]],
		["- [Goal 1: description]", ["text: [Goal 1: description]"]],
		["- [Phase 1]", ["text: [Phase 1]"]],
		["1. Step 1\n2. Step 2", ["text: Step 1", "text: Step 2"]],
	])("in %j are %j", (text, expected) => {
		expect(found(`# A\n\n${text}\n`)).toEqual(expected);
	});

	it.each([
		"- [Feature list](a.md)",
		"### `app/[Name]/page.tsx`",
		"### Step 1: [P] [US1]",
		"The location is TBD for now.",
		"1. Step 1\n   - Read the file",
		"Set `#TBD` in the config.",
		"Colour #FFF, #XXXL, a#TBD",
		"<!-- prettier-ignore -->",
		"**Priority**: [High]",
		"### Phase 1: Import [TODO]",
		"### Phase 1: Import [Estimated: 2 days]",
		"### Phase 1: Import [Issue #12]",
		"### Phase 1: Import\n\n### Phase 2: Export\n\n**Depends on**: [Phase 1]\n\n- [Phase 1]",
		"### Phase 1: Import [Tasks 4-6]",
		"### Phase 1: Import [Needs: Phase 6]",
		"**Version**: [Version 2.0]",
	])("are none in %j", (text) => {
		expect(found(`# A\n\n${text}\n`)).toEqual([]);
	});

	it.each([
		"#### Dependencies\n\nTask 1\n",
		"#### Blocked by\n\n- Task 1\n",
		"**Depends on**:\n\n- Task 1\n- Step 2\n",
	])("take no task that is waited for for an example: %j", (text) => {
		expect(found(`# A\n\n### Task 2: B\n\n${text}`)).toEqual([]);
	});

	it("takes a table of fields for fields", () => {
		expect(found("# A\n\n| Field | Value |\n| --- | --- |\n| Owner | TBD |\n| Status | TODO |\n")).toEqual([
			"value: TBD",
		]);
	});
});
