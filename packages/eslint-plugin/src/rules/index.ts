// Made by `pnpm generate` from the files in this folder.
import type { PlanRule } from "../define-plan-rule.js";
import consistentFields from "./structure/consistent-fields.js";
import noConflictMarkers from "./structure/no-conflict-markers.js";
import noDuplicateSections from "./structure/no-duplicate-sections.js";
import noHiddenCharacters from "./structure/no-hidden-characters.js";
import noIgnoredContent from "./structure/no-ignored-content.js";
import noMachinePaths from "./structure/no-machine-paths.js";
import noMojibake from "./structure/no-mojibake.js";
import noPlaceholders from "./structure/no-placeholders.js";
import noSwallowedPhases from "./structure/no-swallowed-phases.js";
import phaseFieldFormat from "./structure/phase-field-format.js";
import phaseHeading from "./structure/phase-heading.js";
import phaseNumbering from "./structure/phase-numbering.js";
import phaseSeparator from "./structure/phase-separator.js";
import planTitle from "./structure/plan-title.js";
import requirePhaseFields from "./structure/require-phase-fields.js";
import requireSections from "./structure/require-sections.js";
import requireStatus from "./structure/require-status.js";
import sectionContent from "./structure/section-content.js";
import sectionOrder from "./structure/section-order.js";
import statedCounts from "./structure/stated-counts.js";
import validStatus from "./structure/valid-status.js";
import actionableSteps from "./atomic/actionable-steps.js";
import allOrNothing from "./atomic/all-or-nothing.js";
import atomicTitle from "./atomic/atomic-title.js";
import noConditionalScope from "./atomic/no-conditional-scope.js";
import phaseSize from "./atomic/phase-size.js";
import singleObjective from "./atomic/single-objective.js";
import archiveAgreement from "./consistent/archive-agreement.js";
import noDependencyCycles from "./consistent/no-dependency-cycles.js";
import noUndeclaredDependencies from "./consistent/no-undeclared-dependencies.js";
import statusAgreement from "./consistent/status-agreement.js";
import statusOrder from "./consistent/status-order.js";
import statusRequires from "./consistent/status-requires.js";
import timelineAgreement from "./consistent/timeline-agreement.js";
import validDependencies from "./consistent/valid-dependencies.js";
import validLinks from "./consistent/valid-links.js";
import maxCoupling from "./isolated/max-coupling.js";
import noReadConflicts from "./isolated/no-read-conflicts.js";
import noUndeclaredPaths from "./isolated/no-undeclared-paths.js";
import noWriteConflicts from "./isolated/no-write-conflicts.js";
import requireWriteSet from "./isolated/require-write-set.js";
import serialisablePlans from "./isolated/serialisable-plans.js";
import completedPhaseImmutable from "./durable/completed-phase-immutable.js";
import existingCommands from "./durable/existing-commands.js";
import existingDeliverables from "./durable/existing-deliverables.js";
import linkDecisions from "./durable/link-decisions.js";
import noLineCitations from "./durable/no-line-citations.js";
import requireDiagram from "./durable/require-diagram.js";
import runnableTesting from "./durable/runnable-testing.js";
import statusTransition from "./durable/status-transition.js";
import updatedDate from "./durable/updated-date.js";
import indexAgreement from "./index/index-agreement.js";
import indexComplete from "./index/index-complete.js";
import uniquePlans from "./index/unique-plans.js";

/** Every rule of the plugin, by name. */
export const rules: Record<string, PlanRule> = {
	"consistent-fields": consistentFields,
	"no-conflict-markers": noConflictMarkers,
	"no-duplicate-sections": noDuplicateSections,
	"no-hidden-characters": noHiddenCharacters,
	"no-ignored-content": noIgnoredContent,
	"no-machine-paths": noMachinePaths,
	"no-mojibake": noMojibake,
	"no-placeholders": noPlaceholders,
	"no-swallowed-phases": noSwallowedPhases,
	"phase-field-format": phaseFieldFormat,
	"phase-heading": phaseHeading,
	"phase-numbering": phaseNumbering,
	"phase-separator": phaseSeparator,
	"plan-title": planTitle,
	"require-phase-fields": requirePhaseFields,
	"require-sections": requireSections,
	"require-status": requireStatus,
	"section-content": sectionContent,
	"section-order": sectionOrder,
	"stated-counts": statedCounts,
	"valid-status": validStatus,
	"actionable-steps": actionableSteps,
	"all-or-nothing": allOrNothing,
	"atomic-title": atomicTitle,
	"no-conditional-scope": noConditionalScope,
	"phase-size": phaseSize,
	"single-objective": singleObjective,
	"archive-agreement": archiveAgreement,
	"no-dependency-cycles": noDependencyCycles,
	"no-undeclared-dependencies": noUndeclaredDependencies,
	"status-agreement": statusAgreement,
	"status-order": statusOrder,
	"status-requires": statusRequires,
	"timeline-agreement": timelineAgreement,
	"valid-dependencies": validDependencies,
	"valid-links": validLinks,
	"max-coupling": maxCoupling,
	"no-read-conflicts": noReadConflicts,
	"no-undeclared-paths": noUndeclaredPaths,
	"no-write-conflicts": noWriteConflicts,
	"require-write-set": requireWriteSet,
	"serialisable-plans": serialisablePlans,
	"completed-phase-immutable": completedPhaseImmutable,
	"existing-commands": existingCommands,
	"existing-deliverables": existingDeliverables,
	"link-decisions": linkDecisions,
	"no-line-citations": noLineCitations,
	"require-diagram": requireDiagram,
	"runnable-testing": runnableTesting,
	"status-transition": statusTransition,
	"updated-date": updatedDate,
	"index-agreement": indexAgreement,
	"index-complete": indexComplete,
	"unique-plans": uniquePlans,
};
