import { describe, expect, it } from "vitest";
import { concurrentPhases, readConflicts, writeConflicts, type WriteConflict } from "./schedule.js";
import { charactersRead } from "../testing/characters-read.js";
import { read } from "../testing/read.js";
import type { Plan } from "../plan.js";

interface Fixture {
	readonly on?: string;
	readonly files?: string;
	readonly done?: boolean;
	readonly steps?: string;
}

function plan(phases: readonly Fixture[], rest = ""): Plan {
	const text = phases.map(({ on, files, done, steps }, index) => {
		const lines = [`### Phase ${index + 1}: Part ${index + 1}${done ? " ✅" : ""}`];
		if (on !== undefined) lines.push(`**Depends on**: ${on}`);
		if (files !== undefined)
			lines.push(
				`**Files**:\n${files
					.split(", ")
					.map((file) => `- ${file}`)
					.join("\n")}`,
			);
		if (steps !== undefined) lines.push(`**Steps**:\n1. ${steps}`);
		return lines.join("\n\n");
	});
	return read(`# X Implementation Plan\n\n## ACID Breakdown\n\n${text.join("\n\n")}\n\n${rest}`);
}

function pairs(subject: Plan): string[] {
	const areConcurrent = concurrentPhases(subject);
	return subject.phases.flatMap((a, index) =>
		subject.phases.slice(index + 1).flatMap((b) => (areConcurrent(a, b) ? [`${a.label.text}${b.label.text}`] : [])),
	);
}

function summary(conflict: WriteConflict): string {
	return `${conflict.first.label.text} ${conflict.kind} ${conflict.second.label.text} at ${conflict.witness}${conflict.certain ? "!" : ""}, ${conflict.order.dependent.label.text} after ${conflict.order.on.label.text}`;
}

describe(concurrentPhases, () => {
	it.each([
		["no dependencies at all: as written", [{}, {}, {}], []],
		["None alone declares nothing", [{ on: "None" }, { on: "None" }], []],
		["two on one", [{ on: "None" }, { on: "Phase 1" }, { on: "Phase 1" }], ["23"]],
		["through others", [{}, { on: "Phase 1" }, { on: "Phase 2" }], []],
		["done phases", [{ done: true }, { on: "Phase 1" }, { on: "Phase 1", done: true }, { on: "Phase 1" }], ["24"]],
		["a cycle orders what is on it", [{ on: "Phase 2" }, { on: "Phase 1" }, {}], ["13", "23"]],
	])("%s", (_name, phases, expected) => {
		expect(pairs(plan(phases))).toEqual(expected);
	});

	it("takes the timeline's dependencies where a phase has no line of its own", () => {
		const timeline =
			"## Timeline\n\n| Phase | Duration | Depends on |\n|-|-|-|\n| Phase 1 | 1d | None |\n| Phase 2 | 1d | Phase 1 |\n| Phase 3 | 1d | Phase 1 |\n";
		expect(pairs(plan([{}, {}, {}], timeline))).toEqual(["23"]);
	});
});

describe(writeConflicts, () => {
	const FORK = [{ on: "None" }, { on: "Phase 1" }];

	it.each([
		[
			"two that create one file",
			"Create: `src/a.ts`",
			"Create: `src/a.ts`",
			["2 create-create 3 at src/a.ts!, 3 after 2"],
		],
		[
			"two that change one file",
			"Modify: `src/a.ts`",
			"Modify: `src/a.ts`",
			["2 change-change 3 at src/a.ts, 3 after 2"],
		],
		[
			"one that deletes what the other changes",
			"Delete: `src/a.ts`",
			"Modify: `src/a.ts`",
			["2 delete-change 3 at src/a.ts, 3 after 2"],
		],
		[
			"a file and a folder",
			"Modify: `src/core/`",
			"Create: `src/core/a.ts`",
			["2 change-create 3 at src/core/a.ts, 3 after 2"],
		],
		["different files", "Create: `src/a.ts`", "Create: `src/b.ts`", []],
	])("tells of %s", (_name, second, third, expected) => {
		const fixture = plan([FORK[0] ?? {}, { on: "Phase 1", files: second }, { on: "Phase 1", files: third }]);
		expect(writeConflicts(fixture).map(summary)).toEqual(expected);
	});

	it("tells nothing of phases that are ordered, or of one phase with itself", () => {
		const files = "Create: `src/a.ts`";
		expect(writeConflicts(plan([{ files: `${files}, ${files}` }, { files }]))).toEqual([]);
		expect(writeConflicts(plan([{ files }, { on: "Phase 1", files }]))).toEqual([]);
	});

	it("tells of each pair and path once", () => {
		const files = "Modify: `src/a.ts`";
		const fixture = plan([
			{},
			{ on: "Phase 1", files },
			{ on: "Phase 1", files },
			{ on: "Phase 1", files: `${files}, ${files}` },
		]);
		expect(writeConflicts(fixture).map(({ first, second }) => first.label.text + second.label.text)).toEqual([
			"23",
			"24",
			"34",
		]);
	});
});

describe(readConflicts, () => {
	it("lets who reads wait for who creates", () => {
		const fixture = plan([
			{},
			{ on: "Phase 1", steps: "Use `src/a.ts` to draw" },
			{ on: "Phase 1", steps: "Create `src/a.ts`" },
		]);
		expect(readConflicts(fixture).map(summary)).toEqual(["2 read-create 3 at src/a.ts, 2 after 3"]);
	});
});

describe("phases with a pattern each", () => {
	const ofPhases = (count: number, on: string, file: (at: number) => string): Plan =>
		plan(
			Array.from({ length: count }, (_, at) => ({
				...(at === 1 ? { on } : {}),
				files: file(1_000 + at),
				steps: `Read ${file(3_000 + at)}`,
			})),
		);

	it.each<[string, (at: number) => string]>([
		["patterns that all meet", (at) => `\`src/*${at}*/**\``],
		["patterns that end in other letters", (at) => `\`src/*x${at}\``],
		["patterns that begin with other letters", (at) => `\`src/x${at}*y*/**/*z*.ts\``],
		["patterns with classes", (at) => `\`src/[a-b]x${at}[0-9]q/**/*.ts\``],
		["patterns with braces", (at) => `\`src/{a,b}${at}/{a,b}.ts\``],
		["patterns among paths", (at) => (at % 2 ? `\`src/*x${at}/*\`` : `\`src/y${at}/z.ts\``)],
	])("%s are read once, not for each pair", (_name, file) => {
		const [few, many] = [60, 120].map((count) => {
			const subject = ofPhases(count, "Phase 1", file);
			return charactersRead(() => [writeConflicts(subject), readConflicts(subject)]);
		});
		expect(few).toBeGreaterThan(0);
		expect(many! / few!).toBeLessThan(2.4);
	});

	it("phases in order are not compared", () => {
		const subject = ofPhases(500, "None", (at) => `\`src/*${at}*/**\``);
		expect(charactersRead(() => [writeConflicts(subject), readConflicts(subject)])).toBe(0);
	});
});
