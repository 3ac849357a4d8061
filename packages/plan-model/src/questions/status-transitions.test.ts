import { expect, it } from "vitest";
import { statusTransitions } from "./status-transitions.js";
import { read } from "../testing/read.js";

const plan = (status: string, phase = "Planned", rest = ""): string =>
	`# A\n\n**Status**: ${status}\n\n### Phase 1: Store\n\n**Status**: ${phase}\n${rest}`;

it.each([
	["goes on", plan("Planned"), plan("In Progress", "Done"), ["skipped Phase 1 Planned Done"]],
	["waits in between", plan("Blocked"), plan("Done"), []],
	["jumps", plan("🟡 Planned"), plan("✅ Done"), ["skipped  🟡 Planned ✅ Done"]],
	["comes back", plan("Planned", "Deferred"), plan("Planned", "Done"), ["revived Phase 1 Deferred Done"]],
	["stays dropped", plan("Cancelled"), plan("Superseded"), []],
	["has boxes alone", "### Phase 1: A\n\n- [ ] B", "### Phase 1: A\n\n- [x] B", []],
])("a plan that %s", (_, before, now, expected) => {
	const found = statusTransitions(read(before), read(now));
	expect(found.map((each) => `${each.kind} ${each.phase?.name ?? ""} ${each.before.text} ${each.now.text}`)).toEqual(
		expected,
	);
});
