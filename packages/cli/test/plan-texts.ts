/** A plan in which nothing is wrong. */
export const PLAN = `# Search Implementation Plan

**Status**: 🟡 Planned

## Overview
What readers gain.

## Goals
- Every reader finds the page at once

## Prerequisites
- Access to the handbook

## ACID Breakdown

### Phase 1: Collect the questions
**Objective**: Know what is asked.

**Steps**:
1. Write the list of the ten most frequent questions.

**Testing**: Each question of the list was asked at least twice.

**Deliverables**: A list of ten questions

## Success Criteria
- Fewer questions in the month after

## Risks & Mitigation
- The questions change: the list is written anew each quarter

## Timeline
- Phase 1: 2 days
`;

/** The same plan without the section on goals: one error. */
export const BROKEN: string = PLAN.replace("## Goals", "## Whatever");

/** The same plan with a status that `--fix` mends: one error. */
export const FIXABLE: string = PLAN.replace("🟡", "ðŸŸ¡");

/** The index of a folder with that plan. */
export const INDEX = "# Plans\n\n## Active Plans\n- [Search](search.md) - 🟡 Planned - What readers gain\n";

/** A config that knows plans. */
export const CONFIG = 'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans()];\n';

/** The same config with a rule as a warning. */
export const WARNING_CONFIG: string = CONFIG.replace(
	"acidPlans()",
	'acidPlans({ rules: { "acid-plans/require-sections": "warn" } })',
);
