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
export { findHiddenCharacters, type HiddenCharacter } from "./hidden-characters.js";
export { intersectGlobs, type GlobIntersection } from "./glob-intersection.js";
export { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./dependency-graph.js";
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
export { resolveLinkTarget } from "./link-target.js";
export { resolveIndexEntries, summarizePlan } from "./summary.js";
export type * from "./workspace.js";
export { findNumberingFaults, findPastedPlans, type NumberingFault, type PastedPlan } from "./numbering.js";
export { findPhaseMentions, type MentionedLabel, type PhaseMention } from "./phase-mentions.js";
export { renumberPhases, type Renumbering } from "./renumbering.js";
export { labelsNamedElsewhere } from "./named-elsewhere.js";
export { findConditionalWork, type ConditionalWork } from "./conditional-scope.js";
export { findOtherForm, findUnknownStatus, type OtherForm, type UnknownStatus } from "./status-form.js";
export { missingFields, type MissingField, type WantedField } from "./missing-fields.js";
export { lifecycleTwins } from "./lifecycle-folders.js";
export { outcomesOf } from "./outcomes.js";
export { joinedTitle, type JoinedTitle } from "./joined-title.js";
export { stepFaults, stepsOf, type StepFault, type StepWords } from "./step-wording.js";
