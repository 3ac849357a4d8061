/**
 * Plans for measuring: as long as real ones (about 400 lines), with links and dependencies between them, an index, and
 * the files that done phases left behind. The same for the same number, so that runs can be compared.
 */

const SUBJECTS = [
	"Search",
	"Import",
	"Billing",
	"Map",
	"Calendar",
	"Archive",
	"Messaging",
	"Sign-in",
	"Export",
	"Catalogue",
	"Reporting",
	"Upload",
];
const ASPECTS = [
	"for Readers",
	"in the Background",
	"on Small Screens",
	"for Partners",
	"at Night",
	"without a Network",
	"for Newcomers",
	"by Region",
];
const OUTCOMES = [
	"answers within a second on the slowest device we support",
	"keeps its place when the connection drops",
	"tells the reader what went wrong and what to do about it",
	"can be switched off for one customer without a release",
	"leaves a record that an auditor can follow",
	"reads the same in every language we ship",
];
const UNITS = ["schema", "reader", "writer", "service", "panel", "rollout", "report", "guide"];
const PHASES = [
	["Describe the data", "State what a record holds and where it comes from."],
	["Read what is there", "Turn the old records into the new form without loss."],
	["Write the new records", "Store each record once, whatever is sent twice."],
	["Offer it to other parts", "Give the rest of the product one way to ask."],
	["Show it", "Put the answer where a reader looks for it."],
	["Switch it on in steps", "Reach all customers with a way back at each step."],
	["Measure it", "Know each morning how the day before went."],
	["Explain it", "Leave nobody with a question that a page could answer."],
];
const SENTENCES = [
	"The present way grew over three years and has no single owner.",
	"Most complaints of the last quarter name it, and half of them name it first.",
	"Nothing here changes what is stored for other parts of the product.",
	"A week of measurements stands behind the figures in this plan.",
	"Where a choice was open, the simpler one was taken and the reason is given below.",
	"Support has read this plan and has no objection.",
];

/** A small generator of numbers (mulberry32), so that the texts are the same everywhere.
 * @param {number} seed
 */
function createRandom(seed) {
	let state = seed;
	/** @param {number} below @returns {number} */
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

/** @param {number} number */
function describePlan(number) {
	const feature = `${SUBJECTS[number % SUBJECTS.length]} ${ASPECTS[Math.floor(number / SUBJECTS.length) % ASPECTS.length]} ${number + 1}`;
	const slug = `${String(number + 1).padStart(4, "0")}-${(SUBJECTS[number % SUBJECTS.length] ?? "").toLowerCase()}`;
	// A quarter of the plans is finished; a plan leans on an earlier one only, so that there is no cycle.
	return {
		number,
		feature,
		slug,
		file: `${slug}.md`,
		isDone: number % 4 === 0,
		leansOn: number % 3 === 2 ? number - (number % 4 === 0 ? 4 : number % 4) : undefined,
	};
}

/**
 * @param {number} count how many plans
 * @returns {Map<string, string>} texts by path in the repository
 */
export function generateRepository(count) {
	/** @type {Map<string, string>} */
	const files = new Map();
	const plans = Array.from({ length: count }, (_, number) => describePlan(number));
	for (const plan of plans) {
		files.set(`plans/${plan.file}`, planText(plan));
		if (plan.isDone)
			for (const unit of UNITS)
				files.set(`src/${plan.slug}/${unit}.ts`, `export const name = "${plan.slug}/${unit}";\n`);
	}
	files.set("plans/README.md", indexText(plans));
	files.set(
		"package.json",
		`${JSON.stringify({ name: "bench", private: true, type: "module", scripts: { test: "node --test", build: "tsc" } }, null, "\t")}\n`,
	);
	return files;
}

/** @param {ReturnType<typeof describePlan>[]} plans */
function indexText(plans) {
	/** @param {ReturnType<typeof describePlan>} plan */
	const entry = ({ feature, file, isDone }) =>
		`- [${feature}](${file}) - ${isDone ? "✅ Done" : "🟡 Planned"} - What readers gain from ${feature.toLowerCase()}`;
	const open = plans.filter(({ isDone }) => !isDone);
	const done = plans.filter(({ isDone }) => isDone);
	return `# Plans\n\n## Active Plans\n${open.map(entry).join("\n")}\n\n## Completed Plans\n${done.map(entry).join("\n")}\n`;
}

/** @param {ReturnType<typeof describePlan>} plan */
function planText({ number, feature, slug, isDone, leansOn }) {
	const random = createRandom(number + 1);
	/** @template T @param {readonly T[]} list @returns {T} */
	const pick = (list) => /** @type {T} */ (list[random(list.length)]);
	const other = leansOn === undefined ? undefined : describePlan(leansOn);
	const mark = isDone ? "x" : " ";
	const days = PHASES.map(() => 1 + random(5));
	const phases = PHASES.map(([title, objective], at) => {
		const unit = UNITS[at];
		const path = `src/${slug}/${unit}.ts`;
		const steps = Array.from({ length: 6 }, (_, step) => {
			const verb = ["Add", "Extend", "Update", "Write", "Change", "Implement"][step];
			return `${step + 1}. ${verb} the part of \`${path}\` that ${pick(OUTCOMES)}.\n   - Keep \`${unit}${step}\` free of network calls.\n   - Name the limit of ${10 * (1 + random(9))} entries in one place.`;
		});
		return `### Phase ${at + 1}: ${title}${isDone ? " ✅" : ""}
**Objective**: ${objective}

**Depends on**: ${at === 0 ? "None" : `Phase ${at}`}

${pick(SENTENCES)} ${pick(SENTENCES)} It is ready when it ${pick(OUTCOMES)}.

**Steps**:
${steps.join("\n")}

**Testing**: The cases below pass, and a second run changes nothing.

\`\`\`sh
npm test
\`\`\`

| case | before | after |
|---|---|---|
| empty input | nothing is stored | nothing is stored |
| the same record twice | two rows | one row |
| ${100 * (1 + random(90))} records | ${2 + random(8)} s | below one second |

**Deliverables**:
- [${mark}] \`${path}\`
- [${mark}] A paragraph in the handbook on the ${unit}
`;
	});
	return `# ${feature} Implementation Plan

**Status**: ${isDone ? "✅ Done" : "🟡 Planned"}
${other === undefined ? "" : `\n**Depends on**: [${other.feature}](${other.file})\n`}
## Overview
${feature} ${pick(OUTCOMES)}. ${pick(SENTENCES)}

${pick(SENTENCES)} ${pick(SENTENCES)} ${other === undefined ? "It stands for itself." : `It builds on [what ${other.feature} leaves behind](${other.file}).`}

> "${pick(SENTENCES)}" was said in the review, and the answer is in the table of risks.

## Goals
- ${feature} ${pick(OUTCOMES)}
- It ${pick(OUTCOMES)}
- It ${pick(OUTCOMES)}

## Prerequisites
- Access to the measurements of the last quarter
- Knowledge of \`package.json\` and of the build
- One reviewer who knows the present way

## ACID Breakdown

${phases.join("\n---\n\n")}
## Success Criteria
- Complaints fall by half within a month
- **No** page is slower than before; the limit is 200 ms
- The handbook has a page, and *somebody else* has read it

## Risks & Mitigation
| risk | likelihood | answer |
|---|---|---|
${SENTENCES.map((sentence) => `| ${sentence.slice(0, -1)} | ${pick(["low", "middle", "high"])} | Look again after phase ${1 + random(8)} |`).join("\n")}

## Timeline
| Phase | Duration |
|---|---|
${PHASES.map(([title], at) => `| Phase ${at + 1}: ${title} | ${days[at]} days |`).join("\n")}
| **Total** | ${days.reduce((sum, each) => sum + each, 0)} days |
`;
}
