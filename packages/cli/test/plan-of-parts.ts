/** What a plan of a test says. */
export interface PlanParts {
	readonly status?: string;
	/** A phase for each, `Phase 1` on: what stands behind its title, and what it depends on. */
	readonly phases?: readonly (readonly [mark: string, dependsOn?: string])[];
}

/** A plan in which no rule of the preset `recommended` finds anything. */
export function planText(feature: string, { status = "🟡 Planned", phases = [[""]] }: PlanParts = {}): string {
	const texts = phases.map(
		([mark, dependsOn], at) => `### Phase ${at + 1}: Part ${at + 1}${mark === "" ? "" : ` ${mark}`}
**Objective**: Know part ${at + 1} of ${feature}.
${dependsOn === undefined ? "" : `\n**Depends on**: ${dependsOn}\n`}
**Steps**:
1. Write the list of part ${at + 1}.

**Testing**: Each line of the list was read aloud twice.

**Deliverables**: A list of ten questions about ${feature}, part ${at + 1}
`,
	);
	return `# ${feature} Implementation Plan

**Status**: ${status}

## Overview
What readers gain from ${feature}.

## Goals
- Every reader finds the page at once

## Prerequisites
- Access to the handbook

## ACID Breakdown

${texts.join("\n---\n\n")}
## Success Criteria
- Fewer questions in the month after

## Risks & Mitigation
- The questions change: the list is written anew each quarter

## Timeline
${texts.map((_, at) => `- Phase ${at + 1}: 2 days`).join("\n")}
`;
}

export const CONFIG = 'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans()];\n';
