import { describe, expect, it } from "vitest";
import { deliverableClaims } from "./deliverable-claims.js";
import { read } from "../testing/read.js";

const claims = (text: string): string[] =>
	deliverableClaims(read(text)).map(({ phase, use, by }) => `${phase.name} ${use.path} (${by})`);
const phase = (mark: string, body: string): string => `### Phase 1: Store${mark}\n\n${body}\n`;

describe("deliverableClaims", () => {
	it("takes the deliverables of a done phase and what its steps create", () => {
		expect(
			claims(phase(" ✅", "**Steps**:\n1. Create `src/a.ts`\n2. Extend `src/b.ts`\n\n**Deliverables**: `src/c.ts`")),
		).toEqual(["Phase 1 src/a.ts (phase)", "Phase 1 src/c.ts (phase)"]);
	});

	it("takes ticked deliverables of a phase that is under way", () => {
		expect(claims(phase("", "**Deliverables**:\n- [x] `src/a.ts`\n- [ ] `src/b.ts`"))).toEqual([
			"Phase 1 src/a.ts (item)",
		]);
	});

	it("takes no open box of a done phase, and nothing that is deleted", () => {
		expect(claims(phase(" ✅", "**Deliverables**:\n- [ ] `src/a.ts`\n- [x] Delete `src/b.ts`"))).toEqual([]);
	});

	it("takes no tick of a plan that says it has not begun", () => {
		expect(claims(`# A\n\n**Status**: Planned\n\n${phase("", "**Deliverables**:\n- ✅ `src/a.ts`")}`)).toEqual([]);
	});

	it("takes phases without a status for done in a plan that is done", () => {
		expect(
			claims(
				`# A\n\n**Status**: Done\n\n${phase("", "**Deliverables**: `src/a.ts`")}\n### Phase 2: Next ⛔\n\n**Deliverables**: \`src/b.ts\``,
			),
		).toEqual(["Phase 1 src/a.ts (phase)"]);
	});
});
