/** The template of a plan, as new folders get it: what stands in brackets is to be filled in. */
export const PLAN_TEMPLATE = `# [Feature Name] Implementation Plan

**Status**: 🟡 Planned

## Overview

Brief description of the feature and its purpose

## Goals

- Goal 1

## Prerequisites

- Required knowledge/skills

## ACID Breakdown

### Phase 1: [Atomic Unit 1]

**Objective**: Clear, single-purpose objective

**Depends on**: None

**Steps**:

1. Step 1

**Testing**: How to verify this phase works

**Deliverables**: Concrete outputs

---

### Phase 2: [Atomic Unit 2]

**Objective**: Clear, single-purpose objective

**Depends on**: Phase 1

**Steps**:

1. Step 1

**Testing**: How to verify this phase works

**Deliverables**: Concrete outputs

## Success Criteria

- How to know when the implementation is complete

## Risks & Mitigation

- Potential issues and how to handle them

## Timeline

- Phase 1: estimated duration for each phase
`;
