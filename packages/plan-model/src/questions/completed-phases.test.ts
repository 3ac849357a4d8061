import { expect, it } from "vitest";
import { completedPhaseFaults } from "./completed-phases.js";
import { read } from "../testing/read.js";

const steps = "1. Write an in-memory map with a limit\n2. Evict what was used least";
const phase = (heading: string, body: string = steps): string => `### ${heading}\n\n${body}\n`;
const done = phase("Phase 1: Store ✅");
const next = phase("Phase 2: Search", "- [ ] Search it");

const faults = (before: string, now: string): unknown[] =>
	completedPhaseFaults(read(before), read(now), 0.5).map(({ kind, before: { name } }) => `${name} ${kind}`);

it.each([
	["the same", done, done, []],
	[
		"typos, links, notes",
		done,
		phase(
			"Phase 1: Store ✅",
			`${steps.replace("least", "[least](a.md)").replace("Evict", "Evicts")}\n\nNote: see the log.`,
		),
		[],
	],
	["a summary", done, phase("Phase 1: Store ✅", "The map and its limit."), []],
	["an open phase", next, "", []],
	["gone", done + next, next, ["Phase 1 gone"]],
	["gone with its tasks", `### Phase 1: Store ✅\n\n#### Task 1.1: Map ✅\n\n${next}`, next, ["Phase 1 gone"]],
	[
		"gone from an overview",
		`## Phases\n\n${done}${next}\n## Milestones\n\n### Milestone 1: Core ✅\n`,
		`## Phases\n\n${done}${next}`,
		[],
	],
	["swallowed by a fence", done + next, `\`\`\`\n${done}\`\`\`\n${next}`, ["Phase 1 gone"]],
	["reopened", done, phase("Phase 1: Store", `**Status**: 🔄 In Progress\n\n${steps}`), ["Phase 1 reopened"]],
	["dropped", done, phase("Phase 1: Store", `**Status**: Superseded\n\n${steps}`), []],
	["unmarked", done, phase("Phase 1: Store"), ["Phase 1 unmarked"]],
	[
		"unticked",
		phase("Phase 1: Store", "- [x] Map\n- [x] Limit"),
		phase("Phase 1: Store", "- [x] Map\n- [ ] Limit"),
		["Phase 1 unticked"],
	],
	["more boxes", phase("Phase 1: Store", "- [x] Map"), phase("Phase 1: Store", "- [x] Map\n- [ ] Limit"), []],
	["renumbered", done + next, phase("Phase 1: Setup") + phase("Phase 2: Store ✅"), ["Phase 1 renumbered"]],
	["mended labels", done + phase("Phase 1: Search ✅", "Search."), done + phase("Phase 2: Search ✅", "Search."), []],
	[
		"rewritten",
		done,
		phase("Phase 1: Publish numbers ✅", "1. Record the hit rate of every route\n2. Draw a dashboard for the team"),
		["Phase 1 rewritten"],
	],
	["a dropped plan", done, "**Status**: Superseded by another plan", []],
])("%s", (_, before, now, expected) => expect(faults(before, now)).toEqual(expected));
