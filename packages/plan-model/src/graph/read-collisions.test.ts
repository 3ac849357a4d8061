import { describe, expect, it } from "vitest";
import { readCollisions } from "./read-collisions.js";
import { summarizePlan } from "../workspace/summary.js";
import { read } from "../testing/read.js";
import type { Workspace } from "../workspace/workspace.js";

const never = (): boolean => false;
const plan = (third: string, second: string, dependencies = "Phase 1") =>
	read(
		`# A\n\n### Phase 1: B\n\n### Phase 2: C\n**Depends on**: Phase 1\n\n**Steps**:\n${second}\n\n### Phase 3: D\n**Depends on**: ${dependencies}\n\n**Steps**:\n${third}\n`,
	);
const found = (...parts: Parameters<typeof plan>): string[] =>
	readCollisions(plan(...parts), undefined, never).map(
		({ phase, path, action, other, more }) => `${phase.name} ${path} ${action} ${other.phase.name} ${more}`,
	);

describe("readCollisions", () => {
	it("finds what a phase reads while another one writes it, the creation first", () => {
		expect(found("1. Read `src/a.ts`", "1. Update `src/a.ts`")).toEqual(["Phase 3 src/a.ts change Phase 2 0"]);
		expect(found("1. Read `src/a.ts`\n2. Use `src/b.ts`", "1. Update `src/a.ts`\n2. Create `src/b.ts`")).toEqual([
			"Phase 3 src/b.ts create Phase 2 0",
		]);
		expect(found("1. Read `src/a.ts`\n2. Use `src/b.ts`", "1. Update `src/a.ts`\n2. Update `src/b.ts`")).toEqual([
			"Phase 3 src/a.ts change Phase 2 1",
		]);
	});

	it("finds nothing between phases that are ordered, in folders, and where the two also write one path", () => {
		expect(found("1. Read `src/a.ts`", "1. Update `src/a.ts`", "Phase 2")).toEqual([]);
		expect(found("1. Read `src/`", "1. Update `src/a.ts`")).toEqual([]);
		expect(found("1. Read `src/a.ts`\n2. Update `src/b.ts`", "1. Update `src/a.ts`\n2. Update `src/b.ts`")).toEqual([]);
		expect(readCollisions(plan("1. Read `src/a.ts`", "1. Update `src/a.ts`"), undefined, () => true)).toEqual([]);
	});

	it("finds what another plan writes, where both have begun", () => {
		const own = (status: string) =>
			read(`# A\n\n**Status**: ${status}\n\n### Phase 1: B\n\n1. Read \`src/a.ts\`\n`, { path: "plans/a.md" });
		const other = (status: string, dependsOn = "None") =>
			read(
				`# B\n\n**Status**: ${status}\n\n**Depends on**: ${dependsOn}\n\n### Phase 1: C\n\n1. Create \`src/a.ts\`\n`,
				{ path: "plans/b.md" },
			);
		const collisions = (a: ReturnType<typeof own>, b: ReturnType<typeof own>, everyOpenPlan = false): string[] => {
			const documents = [summarizePlan(a, "plans"), summarizePlan(b, "plans")];
			const workspace = {
				problems: [],
				documents,
				document: (path: string) => documents.find((each) => each.path === path),
			} as unknown as Workspace;
			return readCollisions(a, workspace, never, { everyOpenPlan }).map(
				({ action, other: { document, phase } }) => `${action} ${document?.path} ${phase.name}`,
			);
		};
		expect(collisions(own("Active"), other("Active"))).toEqual(["create plans/b.md Phase 1"]);
		expect(collisions(own("Planned"), other("Active"))).toEqual([]);
		expect(collisions(own("Planned"), other("Planned"), true)).toEqual(["create plans/b.md Phase 1"]);
		expect(collisions(own("Active"), other("Done"))).toEqual([]);
		expect(collisions(own("Active"), other("Active", "[Search](a.md)"))).toEqual([]);
	});
});
