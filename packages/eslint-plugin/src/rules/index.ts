// Made by `pnpm generate` from the files in this folder.
import type { PlanRule } from "../define-plan-rule.js";
import noMojibake from "./structure/no-mojibake.js";
import noPlaceholders from "./structure/no-placeholders.js";
import noSwallowedPhases from "./structure/no-swallowed-phases.js";
import phaseNumbering from "./structure/phase-numbering.js";
import requirePhaseFields from "./structure/require-phase-fields.js";
import requireSections from "./structure/require-sections.js";
import validStatus from "./structure/valid-status.js";
import actionableSteps from "./atomic/actionable-steps.js";
import allOrNothing from "./atomic/all-or-nothing.js";
import atomicTitle from "./atomic/atomic-title.js";
import noConditionalScope from "./atomic/no-conditional-scope.js";
import phaseSize from "./atomic/phase-size.js";
import singleObjective from "./atomic/single-objective.js";
import noDependencyCycles from "./consistent/no-dependency-cycles.js";
import noUndeclaredDependencies from "./consistent/no-undeclared-dependencies.js";
import statusAgreement from "./consistent/status-agreement.js";
import statusRequires from "./consistent/status-requires.js";
import validDependencies from "./consistent/valid-dependencies.js";
import noReadConflicts from "./isolated/no-read-conflicts.js";
import noWriteConflicts from "./isolated/no-write-conflicts.js";
import serialisablePlans from "./isolated/serialisable-plans.js";
import existingDeliverables from "./durable/existing-deliverables.js";
import indexAgreement from "./index/index-agreement.js";
import indexComplete from "./index/index-complete.js";

/** Every rule of the plugin, by name. */
export const rules: Record<string, PlanRule> = {
	"no-mojibake": noMojibake,
	"no-placeholders": noPlaceholders,
	"no-swallowed-phases": noSwallowedPhases,
	"phase-numbering": phaseNumbering,
	"require-phase-fields": requirePhaseFields,
	"require-sections": requireSections,
	"valid-status": validStatus,
	"actionable-steps": actionableSteps,
	"all-or-nothing": allOrNothing,
	"atomic-title": atomicTitle,
	"no-conditional-scope": noConditionalScope,
	"phase-size": phaseSize,
	"single-objective": singleObjective,
	"no-dependency-cycles": noDependencyCycles,
	"no-undeclared-dependencies": noUndeclaredDependencies,
	"status-agreement": statusAgreement,
	"status-requires": statusRequires,
	"valid-dependencies": validDependencies,
	"no-read-conflicts": noReadConflicts,
	"no-write-conflicts": noWriteConflicts,
	"serialisable-plans": serialisablePlans,
	"existing-deliverables": existingDeliverables,
	"index-agreement": indexAgreement,
	"index-complete": indexComplete,
};
