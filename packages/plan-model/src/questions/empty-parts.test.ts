import { describe, expect, it } from "vitest";
import { findEmptyParts } from "./empty-parts.js";
import { read } from "../testing/read.js";

const empty = (text: string): string[] =>
	findEmptyParts(read(text)).map(
		(part) => `${part.kind} ${part.kind === "field" ? part.field.label.text : part.section.heading.text.text}`,
	);

describe("findEmptyParts", () => {
	it.each([
		[
			"the last section of its parent",
			"# A\n\n## Open work\n\n## Notes\n\n### Later\n\n# B\n\nText\n",
			["section Later"],
		],
		["a section of the template before another one", "# A\n\n## Risks\n\n## Timeline\n\nText\n", ["section Risks"]],
		["a section with a number", "# A\n\n## 3. Risks\n\n## 4. Timeline\n\nText\n", ["section 3. Risks"]],
		["a section with a break alone", "# A\n\nText\n\n## Notes\n\n---\n", ["section Notes"]],
		["a question among answered ones", "## Why?\n\nText\n\n## How?\n\n## When?\n\nText\n", ["question How?"]],
		["a phase among others", "## Phase 1: A\n\nText\n\n## Phase 2: B\n\n## Phase 3: C\n\nText\n", ["phase Phase 2: B"]],
		["a field before another", "## Phase 1: A\n\n**Testing**:\n\n**Deliverables**: x\n", ["field Testing"]],
		["a status above the first section", "# A\n\n**Status**:\n\n## B\n\nText\n", ["field Status"]],
		["a section above the first phase", "# A\n\n## Goals\n\n## Phase 1: B\n\nText\n", ["section Goals"]],
		[
			"headings that are fields",
			"## Phase 1: A\n\n**Objective**:\n\n### Steps\n\n### Testing\n\nText\n",
			["field Objective", "section Steps"],
		],
		["a field at the end", "## Phase 1: A\n\nText\n\n**Testing**:\n", ["field Testing"]],
	])("finds %s", (_, text, parts) => {
		expect(empty(text)).toEqual(parts);
	});

	it.each([
		["a heading above others of its level", "# A\n\n## Criteria\n\n## Alpha\n\nText\n"],
		["a heading of the template above others of its level", "# A\n\n## Risks\n\n## Outages\n\nText\n"],
		[
			"a heading that says it all",
			"# A\n\n## Notes\n\n### Timeline: 8 weeks\n\n### Issues — none\n\n### (Moved to Phase 1)\n\n### Total 3 months\n",
		],
		["the heading of the phases", "# A\n\n## Implementation Steps\n\n## Phase 1: B\n\nText\n"],
		["a field above what is none", "## Phase 1: A\n\n### Testing\n\n### Load\n\nText\n"],
		["a heading with sub-headings", "# A\n\n## Risks\n\n### One\n\nText\n"],
		["a title", "# A\n"],
		["a heading above a comment", "# A\n\n## Notes\n\n<!-- Say what is open. -->\n"],
		["a form", "## Why?\n\n## How?\n\n## When?\n\nText\n"],
		["phases that are all headings", "## Phase 1: A\n\n## Phase 2: B\n"],
		["a phase that is over", "## Phase 1: A ✅\n\n## Phase 2: B\n\nText\n"],
		["a label above sub-headings", "## Phase 1: A\n\n**Steps**:\n\n### One\n\nText\n"],
		["a label of the team's own above another", "## Phase 1: A\n\n**Our part**:\n\n**File**: `a.ts`\n"],
		["a label with a list", "## Phase 1: A\n\n**Steps**:\n- One\n"],
		["a label in an item above code", "## Phase 1: A\n\n1. Steps: one\n2. Testing:\n\n       npm test\n"],
		["a label in an item above a paragraph", "## Phase 1: A\n\n- Testing:\n\n  By hand\n"],
		["a label in a quote above its list", "> **Objective**:\n> - One\n"],
		["an item with its value below", "- Status:\n  - completed\n"],
	])("leaves %s alone", (_, text) => {
		expect(empty(text)).toEqual([]);
	});
});
