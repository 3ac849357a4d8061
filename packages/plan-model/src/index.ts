export { readPlan, type ReadOptions } from "./reader/read-plan.js";
export type * from "./plan.js";
export {
	LineIndex,
	type Located,
	type LocatedText,
	type SourcePosition,
	type SourceRange,
	type TextEdit,
} from "./text/source-range.js";
export { InlineText, type InlineRun } from "./reader/inline-text.js";
export {
	createVocabulary,
	type FieldName,
	type NearestName,
	type SectionName,
	type Tier,
	type Vocabulary,
	type VocabularyExtension,
} from "./text/vocabulary.js";
export { readStatusPhrase, type StatusPhrase } from "./text/status-phrase.js";
export { compareLabels, isSuccessor, labelKey, nextLabel, type Label } from "./text/phase-label.js";
export { readEstimate, sameDuration, sumEstimates, weeksOf, type Estimate } from "./text/estimate.js";
export { readPathText, type PathText } from "./text/path-text.js";
export { expandBraces } from "./text/brace-expansion.js";
export { readCommand, readCommands, type Command } from "./text/command-text.js";
export { findMojibake, type Mojibake } from "./text/mojibake.js";
export { findMachinePaths, relativeMachinePath, type MachinePathText } from "./reader/machine-paths.js";
export { countsOf } from "./reader/count-claims.js";
export { isDecoration, writtenStatus } from "./questions/written-status.js";
export { isInConflict } from "./questions/conflicted-parts.js";
export { findEmptyParts, type EmptyPart } from "./questions/empty-parts.js";
export { blocksWithin, sectionsOutsidePhases } from "./reader/section-places.js";
export { demoteSection, moveSection } from "./questions/section-moves.js";
export { findMisplacedSections, type MisplacedSection } from "./questions/section-order.js";
export { findLoneGaps, type LoneGap } from "./questions/lone-gaps.js";
export { findRepeatedFields, findRepeatedSections, type RepeatedPart } from "./questions/repeated-parts.js";
export { titleOfFile } from "./reader/document-head.js";
export { findHiddenCharacters, type HiddenCharacter } from "./text/hidden-characters.js";
export { intersectGlobs, type GlobIntersection } from "./text/glob-intersection.js";
export { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./graph/dependency-graph.js";
export { phaseCycles, type PhaseCycles } from "./graph/phase-cycles.js";
export { unreadPlans } from "./graph/unread-plans.js";
export { createPlanGraph, type PlanCycleStep, type PlanGraph } from "./graph/plan-graph.js";
export {
	planProgress,
	type OpenDependency,
	type PhaseProgress,
	type PhaseState,
	type PlanProgress,
} from "./graph/plan-progress.js";
export { dependencyFaults, type DependencyFault } from "./questions/dependency-faults.js";
export { timelineFaults, type TimelineFault } from "./questions/timeline-faults.js";
export { lifecycleTwins } from "./questions/lifecycle-twins.js";
export { durationText } from "./text/duration-text.js";
export { withoutDependency } from "./questions/dependency-edits.js";
export { readConflicts, writeConflicts, type WriteConflict } from "./graph/schedule.js";
export { countBoxes, type BoxCount } from "./reader/statuses.js";
export { flattenItems } from "./reader/items.js";
export type { BaseRevision, Renaming, Repository, TrackedHistory, TrackedTexts } from "./workspace/repository.js";
export {
	createDocumentClassifier,
	documentKind,
	type DocumentClassifier,
	type DocumentGlobs,
} from "./workspace/document-kind.js";
export { statusTransitions, type StatusTransition } from "./questions/status-transitions.js";
export { dayNumber, readDate, type CalendarDate, type CalendarDay, type DateText } from "./text/date-text.js";
export { updatedDates, type UpdatedDate } from "./reader/updated-dates.js";
export { completedPhaseFaults, mayBeDoneElsewhere, type CompletedPhaseFault } from "./questions/completed-phases.js";
export { pairPhases, type PhasePair } from "./questions/phase-pairs.js";
export { commandFaults, type CommandFault } from "./questions/command-faults.js";
export {
	projectCommands,
	type CommandTool,
	type DefinedNames,
	type PackageScripts,
	type ProjectCommands,
} from "./workspace/project-commands.js";
export { missingDecisions, type MissingDecision } from "./reader/decision-references.js";
export { linkFaults, type LinkFault } from "./questions/link-faults.js";
export { relativeLink, resolveLinkTarget } from "./text/link-target.js";
export { fileName, LONGEST_PATH } from "./text/path-name.js";
export { printable } from "./text/printable.js";
export { isTextRead } from "./workspace/texts-read.js";
export { resolveIndexEntries, summarizePlan } from "./workspace/summary.js";
export { deliverableClaims, type DeliverableClaim } from "./questions/deliverable-claims.js";
export { findDeliveries, type Delivery } from "./questions/delivered-paths.js";
export { editDistance } from "./text/edit-distance.js";
export { createGlobMatcher } from "./text/glob-matcher.js";
export { indexCoverage, type IndexCoverage } from "./questions/index-coverage.js";
export { indexDisagreements, type IndexDisagreement } from "./questions/index-disagreements.js";
export { additions, entryStatus, entryText, moves, removal } from "./questions/index-edits.js";
export { groupAgrees } from "./text/index-groups.js";
export { addedDependency } from "./questions/dependency-insertion.js";
export {
	writeCollisions,
	type CollidingCrowd,
	type CollidingPhase,
	type WriteCollision,
} from "./graph/write-collisions.js";
export { planTwins, titleNumberRange, type PlanTwin } from "./questions/plan-twins.js";
export { titlesAgree } from "./text/title-agreement.js";
export type * from "./workspace/workspace.js";
export {
	createPlanReferences,
	type MissingPlan,
	type PlanReference,
	type PlanReferences,
	type ResolvedPlanReference,
} from "./graph/plan-references.js";
export { findNumberingFaults, findPastedPlans, type NumberingFault, type PastedPlan } from "./questions/numbering.js";
export { findPhaseMentions, type MentionedLabel, type PhaseMention } from "./text/phase-mentions.js";
export { renumberPhases, type Renumbering } from "./questions/renumbering.js";
export { mayBeNamedElsewhere } from "./graph/named-elsewhere.js";
export { findConditionalWork, type ConditionalWork } from "./reader/conditional-scope.js";
export { findOtherForm, findUnknownStatus, type OtherForm, type UnknownStatus } from "./questions/status-form.js";
export { missingFields, type MissingField, type WantedField } from "./questions/missing-fields.js";
export {
	phaseHeadingFault,
	type PhaseHeadingFault,
	type PhaseHeadingTemplate,
} from "./questions/phase-heading-form.js";
export { missingSeparators, type MissingSeparator } from "./questions/phase-separators.js";
export { fieldFormFaults, type FieldFormFault } from "./questions/field-form.js";
export { fieldOrderFault, type FieldOrderFault } from "./questions/field-order.js";
export { outcomesOf } from "./reader/outcomes.js";
export { joinedTitle, type JoinedTitle } from "./reader/joined-title.js";
export { stepFaults, stepsOf, type StepFault, type StepWords } from "./reader/step-wording.js";
export { hasDate, statusNote, type StatusNote } from "./questions/status-note.js";
export { baseName, isSamePlan } from "./questions/renamed-plans.js";
export { readCollisions, type ReadCollision } from "./graph/read-collisions.js";
export { neededPhases, type NeededPhase } from "./graph/needed-phases.js";
export { serialCycle, type SerialCycle, type SerialEdge } from "./graph/serial-plans.js";
export { undeclaredPaths, type UndeclaredPath } from "./questions/undeclared-paths.js";
export { namesEvidence } from "./reader/testing-evidence.js";
export { nameCollision, orderingEdit, type CollisionNames } from "./questions/colliding-phases.js";
export { linkedRecords, usualRecords } from "./questions/decision-records.js";
