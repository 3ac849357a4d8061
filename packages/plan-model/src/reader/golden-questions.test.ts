import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findConditionalWork } from "./conditional-scope.js";
import { countsOf } from "./count-claims.js";
import { missingDecisions } from "./decision-references.js";
import { joinedTitle } from "./joined-title.js";
import { outcomesOf } from "./outcomes.js";
import { stepFaults, stepsOf } from "./step-wording.js";
import { namesEvidence } from "./testing-evidence.js";
import { updatedDates } from "./updated-dates.js";
import type { Dependency, Item, Phase, Plan, Status } from "../plan.js";
import type { Located, LocatedText } from "../text/source-range.js";
import { createVocabulary } from "../text/vocabulary.js";
import { read } from "../testing/read.js";
import { told } from "../testing/told.js";
import { tracked } from "../testing/tracked.js";

/*
 * The documents of `golden.test.ts` again: what the reader answers when it is asked about them, and the words of the
 * parts whose place alone stands in the other file. `vitest -u` writes these, too.
 */

const folder = new URL("../../test/golden/", import.meta.url);
const vocabulary = createVocabulary();
const words = { undecided: ["decide", "choose", "select"], vague: ["as needed", "various", "etc"] };
const joiners = new Set(["and", "&", "+", "/"]);
const records = tracked({ "docs/adr/0001-store.md": "", "docs/adr/0004-cache.md": "" });

function answers(plan: Plan): string[] {
	const at = ({ range }: Located): string => {
		const { line, column } = plan.lines.position(range.start);
		return `${line}:${column + 1}`;
	};
	const says = (part: LocatedText | undefined): string => (part ? `${at(part)} ${JSON.stringify(part.text)}` : "-");
	const differs = ({ text, range }: LocatedText): boolean => text !== plan.text.slice(range.start, range.end);
	const item = (one: Item): string =>
		`item ${at(one)} ${JSON.stringify(one.text.text)}${one.excluded ? " is no work" : ""}${one.box ? ` box ${at(one.box)}` : ""}${status(one.status)}${status(one.statusBelow)}${one.parent ? ` below ${at(one.parent)}` : ""}`;
	const status = (one: Status | undefined): string => (one ? ` is ${one.tier} by ${one.place} ${says(one)}` : "");
	const dependency = (one: Dependency): string =>
		`${one.target.kind} by ${says(one)}${one.expandedFrom ? ` out of ${says(one.expandedFrom)}` : ""}`;
	const phase = (one: Phase): string[] => [
		"",
		`${one.name} counts ${one.items.length} items, work ${one.work.map(at).join(" ") || "-"}, steps ${stepsOf(one).map(at).join(" ") || "-"}`,
		`\ttesting ${one.testing ? `${at(one.testing.label)}${namesEvidence(one, vocabulary) ? " shows something" : " shows nothing"}` : "-"}`,
		...one.statuses.map((each) => `\tstatus ${says(each)}`),
		...stepFaults(one, words).map((fault) => `\t${fault.kind} ${says(fault.words)} in ${at(fault.item)}`),
		...[joinedTitle(one, joiners)].flatMap((joined) =>
			joined ? [`\tjoins ${joined.left} | ${says(joined.joiner)} | ${joined.right}`] : [],
		),
		...(one.objective ? outcomesOf(one.objective.value) : []).map((outcome) => `\toutcome ${says(outcome)}`),
		...one.commands.map((command) => `\tcommand ${says(command)} in ${command.source}`),
		...one.dependencies.map((each) => `\tdepends on ${dependency(each)}`),
	];
	return [
		`${plan.isLeftOpen ? "left open" : "closed"}; counts ${[...countsOf(plan.allPhases)].join(" ")}; prose ${plan.proseRanges.map((range) => at({ range })).join(" ")}`,
		...plan.statuses.map((each) => `status ${says(each)}`),
		...plan.items.map(item),
		...plan.dependencies.map((each) => `depends on ${dependency(each)}`),
		...plan.allPhases.flatMap(phase),
		"",
		...plan.timelines.flatMap(({ rows }) => rows.map((row) => `row ${says(row.text)} of ${row.word}`)),
		...plan.links.filter(differs).map((link) => `link ${says(link)}`),
		...plan.entries.map((entry) => `entry ${says(entry.title)}: ${says(entry.description)}`),
		...plan.commands.map((command) => `command ${says(command)}`),
		...plan.placeholders.filter(differs).map((each) => `placeholder ${says(each)}`),
		...plan.nearMisses.filter(differs).map((each) => `near miss ${says(each)}`),
		...plan.lineCitations.map((each) => `cites ${says(each)}`),
		...plan.machinePaths.filter(differs).map((each) => `machine path ${says(each)}`),
		...plan.swallowedHeadings.map((each) => `swallowed ${says(each)} by ${at({ range: each.fence })}`),
		...plan.swallowedPhases.map((each) => `swallowed phase ${says(each)} by ${at({ range: each.fence })}`),
		...plan.conflictMarkers.map((each) => `conflict ${at(each)} parted by line ${each.separatorLine}`),
		...plan.hiddenParts.map((each) => `hides ${each.part} by ${each.characters.map(at).join(" ")}`),
		...findConditionalWork(plan, vocabulary).map(
			(each) => `only ${says(each.condition)}: ${each.name} of ${each.phase?.name}`,
		),
		...updatedDates(plan, vocabulary).map(
			(each) => `updated ${says(each.value)}: ${each.date?.year} at ${at(each)} to ${each.range.end}`,
		),
		...missingDecisions(plan, "docs/adr", records).map(({ mention, last }) => `no record ${says(mention)} of ${last}`),
	];
}

describe("what the reader answers", () => {
	const documents = readdirSync(folder).filter((file) => file.endsWith(".md"));
	const readFile = (file: string, newline = "\n"): Plan => {
		const text = readFileSync(new URL(file, folder), "utf8").replaceAll("\n", newline);
		return read(text, { kind: file.startsWith("index") ? "index" : "plan", path: `plans/${file}` });
	};

	it.each(documents)("about %s", async (file) => {
		const lines = answers(readFile(file));
		await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(
			new URL(file.replace(/\.md$/, ".answers.txt"), folder).pathname,
		);
	});

	it.each(documents)("is the same where %s has the line ends of Windows", (file) => {
		// What is shown of several lines is cut elsewhere.
		const plain = (plan: Plan): string =>
			told(plan)
				.replace(/«[^»]*(?:\\n| … )[^»]*»/g, "«…»")
				.replaceAll("\\r\\n", "\\n");
		expect(plain(readFile(file, "\r\n"))).toBe(plain(readFile(file)));
	});
});
