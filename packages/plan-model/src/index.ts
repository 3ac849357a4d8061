export { readPlan, type ReadOptions } from "./read-plan.js";
export type * from "./plan.js";
export {
	LineIndex,
	type Located,
	type LocatedText,
	type SourcePosition,
	type SourceRange,
	type TextEdit,
} from "./source-range.js";
export { InlineText, type InlineRun } from "./inline-text.js";
export {
	createVocabulary,
	type FieldName,
	type NearestName,
	type SectionName,
	type Tier,
	type Vocabulary,
	type VocabularyExtension,
} from "./vocabulary.js";
export { readStatusPhrase, type StatusPhrase } from "./status-phrase.js";
export { compareLabels, isSuccessor, labelKey, nextLabel, sameLabel, type Label } from "./phase-label.js";
export { readEstimate, sameDuration, sumEstimates, weeksOf, type Estimate } from "./estimate.js";
export { readPathText, expandBraces, type PathText } from "./path-text.js";
export { readCommand, readCommands, type Command } from "./command-text.js";
export { findMojibake, type Mojibake } from "./mojibake.js";
export { findMachinePaths, relativeMachinePath, type MachinePathText } from "./machine-paths.js";
export { countsOf } from "./count-claims.js";
export { findEmptyParts, type EmptyPart } from "./empty-parts.js";
export { blocksWithin, sectionsOutsidePhases } from "./section-places.js";
export { demoteSection, moveSection } from "./section-moves.js";
export { findMisplacedSections, type MisplacedSection } from "./section-order.js";
export { findLoneGaps, type LoneGap } from "./lone-gaps.js";
export { findRepeatedFields, findRepeatedSections, type RepeatedPart } from "./repeated-parts.js";
export { titleOfFile } from "./document-head.js";
export { findHiddenCharacters, type HiddenCharacter } from "./hidden-characters.js";
export { intersectGlobs, type GlobIntersection } from "./glob-intersection.js";
export { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./dependency-graph.js";
export { phaseCycles, type PhaseCycles } from "./phase-cycles.js";
export { createPlanGraph, type PlanCycleStep, type PlanGraph } from "./plan-graph.js";
export {
	planProgress,
	type OpenDependency,
	type PhaseProgress,
	type PhaseState,
	type PlanProgress,
} from "./plan-progress.js";
export { dependencyFaults, type DependencyFault } from "./dependency-faults.js";
export { timelineFaults, type TimelineFault } from "./timeline-faults.js";
export { lifecycleTwins } from "./lifecycle-twins.js";
export { durationText } from "./duration-text.js";
export { withoutDependency } from "./dependency-edits.js";
export { concurrentPhases, readConflicts, writeConflicts, type WriteConflict } from "./schedule.js";
export { countBoxes, type BoxCount } from "./statuses.js";
export { flattenItems } from "./items.js";
export type { BaseRevision, Repository, TrackedHistory, TrackedTexts } from "./repository.js";
export {
	createDocumentClassifier,
	documentKind,
	type DocumentClassifier,
	type DocumentGlobs,
} from "./document-kind.js";
export { statusTransitions, type StatusTransition } from "./status-transitions.js";
export { dayNumber, readDate, type CalendarDate, type CalendarDay, type DateText } from "./date-text.js";
export { updatedDates, type UpdatedDate } from "./updated-dates.js";
export { completedPhaseFaults, type CompletedPhaseFault } from "./completed-phases.js";
export { pairPhases, type PhasePair } from "./phase-pairs.js";
export { commandFaults, type CommandFault } from "./command-faults.js";
export {
	projectCommands,
	type CommandTool,
	type DefinedNames,
	type PackageScripts,
	type ProjectCommands,
} from "./project-commands.js";
export { missingDecisions, type MissingDecision } from "./decision-references.js";
export { linkFaults, type LinkFault } from "./link-faults.js";
export { relativeLink, resolveLinkTarget } from "./link-target.js";
export { resolveIndexEntries, summarizePlan } from "./summary.js";
export { deliverableClaims, type DeliverableClaim } from "./deliverable-claims.js";
export { findDeliveries, type Delivery } from "./delivered-paths.js";
export { createGlobMatcher } from "./glob-matcher.js";
export { indexCoverage, type IndexCoverage } from "./index-coverage.js";
export { indexDisagreements, type IndexDisagreement } from "./index-disagreements.js";
export { additions, entryStatus, entryText, moves, removal } from "./index-edits.js";
export { groupAgrees } from "./index-groups.js";
export { addedDependency } from "./dependency-insertion.js";
export { writeCollisions, type CollidingPhase, type WriteCollision } from "./write-collisions.js";
export { planTwins, titleNumberRange, type PlanTwin } from "./plan-twins.js";
export { titlesAgree } from "./title-agreement.js";
export type * from "./workspace.js";
export {
	createPlanReferences,
	type MissingPlan,
	type PlanReference,
	type PlanReferences,
	type ResolvedPlanReference,
} from "./plan-references.js";
export { findNumberingFaults, findPastedPlans, type NumberingFault, type PastedPlan } from "./numbering.js";
export { findPhaseMentions, type MentionedLabel, type PhaseMention } from "./phase-mentions.js";
export { renumberPhases, type Renumbering } from "./renumbering.js";
export { labelsNamedElsewhere } from "./named-elsewhere.js";
export { findConditionalWork, type ConditionalWork } from "./conditional-scope.js";
export { findOtherForm, findUnknownStatus, type OtherForm, type UnknownStatus } from "./status-form.js";
export { missingFields, type MissingField, type WantedField } from "./missing-fields.js";
export { phaseHeadingFault, type PhaseHeadingFault, type PhaseHeadingTemplate } from "./phase-heading-form.js";
export { missingSeparators, type MissingSeparator } from "./phase-separators.js";
export { fieldFormFaults, type FieldFormFault } from "./field-form.js";
export { fieldOrderFault, type FieldOrderFault } from "./field-order.js";
export { outcomesOf } from "./outcomes.js";
export { joinedTitle, type JoinedTitle } from "./joined-title.js";
export { stepFaults, stepsOf, type StepFault, type StepWords } from "./step-wording.js";
export { hasDate, statusNote, type StatusNote } from "./status-note.js";
export { readCollisions, type ReadCollision } from "./read-collisions.js";
export { neededPhases, type NeededPhase } from "./needed-phases.js";
export { serialCycle, type SerialCycle, type SerialEdge } from "./serial-plans.js";
export { undeclaredPaths, type UndeclaredPath } from "./undeclared-paths.js";
export { namesEvidence } from "./testing-evidence.js";
export { nameCollision, orderingEdit, type CollisionNames } from "./colliding-phases.js";
export { linkedRecords, usualRecords } from "./decision-records.js";
