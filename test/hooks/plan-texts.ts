/** A plan in which nothing is wrong, of two phases if nothing else is said. */
export function goodPlan(
	feature: string,
	options: { readonly deliverable?: string; readonly dependsOn?: string; readonly phases?: 1 | 2 } = {},
): string {
	const { deliverable = "A note in the handbook", dependsOn, phases = 2 } = options;
	const second = `---

### Phase 2: Answer them
**Objective**: Have an answer to each question.

**Steps**:
1. Write one paragraph for each question.

**Testing**: A colleague who did not write them finds each answer in a minute.

**Deliverables**: ${deliverable}

`;
	return `# ${feature} Implementation Plan

**Status**: 🟡 Planned
${dependsOn === undefined ? "" : `\n**Depends on**: ${dependsOn}\n`}
## Overview
What readers of the handbook gain from ${feature.toLowerCase()}.

## Goals
- Every reader finds ${feature.toLowerCase()} at once

## Prerequisites
- Access to the handbook

## ACID Breakdown

### Phase 1: Collect the questions
**Objective**: Know what is asked about ${feature.toLowerCase()}.

**Steps**:
1. Read the questions of the last month.
2. Write the list of the ten most frequent ones.

**Testing**: Each question of the list was asked at least twice.

**Deliverables**: A list of ten questions

${phases === 2 ? second : ""}## Success Criteria
- Fewer questions in the month after

## Risks & Mitigation
- The questions change: the list is written anew each quarter

## Timeline
- Phase 1: 2 days
${phases === 2 ? "- Phase 2: 3 days\n" : ""}`;
}

/** The same plan without the section on goals. */
export function brokenPlan(feature: string): string {
	return goodPlan(feature).replace(/## Goals\n.*\n\n/, "");
}

/** The same plan, carried out. */
export function donePlan(feature: string, deliverable: string): string {
	return goodPlan(feature, { deliverable: `\`${deliverable}\`` })
		.replace("🟡 Planned", "✅ Done")
		.replace(/^### Phase .*$/gm, "$& ✅");
}

/** An index of plans, given by file and title. */
export function index(plans: Readonly<Record<string, string>>, status = "🟡 Planned"): string {
	const entries = Object.entries(plans).map(
		([file, feature]) => `- [${feature}](${file}) - ${status} - What readers gain from it`,
	);
	return `# Plans\n\n## All Plans\n${entries.join("\n")}\n`;
}
