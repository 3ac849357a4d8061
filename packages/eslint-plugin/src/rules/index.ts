// Made by `pnpm generate` from the files in this folder.
import type { PlanRule } from "../define-plan-rule.js";
import noMojibake from "./structure/no-mojibake.js";
import noPlaceholders from "./structure/no-placeholders.js";
import noSwallowedPhases from "./structure/no-swallowed-phases.js";
import phaseNumbering from "./structure/phase-numbering.js";
import requirePhaseFields from "./structure/require-phase-fields.js";
import requireSections from "./structure/require-sections.js";
import validStatus from "./structure/valid-status.js";
import allOrNothing from "./atomic/all-or-nothing.js";
import noConditionalScope from "./atomic/no-conditional-scope.js";
import archiveAgreement from "./consistent/archive-agreement.js";
import noDependencyCycles from "./consistent/no-dependency-cycles.js";
import statusAgreement from "./consistent/status-agreement.js";
import statusOrder from "./consistent/status-order.js";
import timelineAgreement from "./consistent/timeline-agreement.js";
import validDependencies from "./consistent/valid-dependencies.js";
import noWriteConflicts from "./isolated/no-write-conflicts.js";
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
	"all-or-nothing": allOrNothing,
	"no-conditional-scope": noConditionalScope,
	"archive-agreement": archiveAgreement,
	"no-dependency-cycles": noDependencyCycles,
	"status-agreement": statusAgreement,
	"status-order": statusOrder,
	"timeline-agreement": timelineAgreement,
	"valid-dependencies": validDependencies,
	"no-write-conflicts": noWriteConflicts,
	"existing-deliverables": existingDeliverables,
	"index-agreement": indexAgreement,
	"index-complete": indexComplete,
};
