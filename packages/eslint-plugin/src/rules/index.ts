// Made by `pnpm generate` from the files in this folder.
import type { PlanRule } from "../define-plan-rule.js";
import consistentFields from "./structure/consistent-fields.js";
import noConflictMarkers from "./structure/no-conflict-markers.js";
import noDuplicateSections from "./structure/no-duplicate-sections.js";
import noHiddenCharacters from "./structure/no-hidden-characters.js";
import noMachinePaths from "./structure/no-machine-paths.js";
import noMojibake from "./structure/no-mojibake.js";
import noPlaceholders from "./structure/no-placeholders.js";
import noSwallowedPhases from "./structure/no-swallowed-phases.js";
import phaseNumbering from "./structure/phase-numbering.js";
import planTitle from "./structure/plan-title.js";
import requirePhaseFields from "./structure/require-phase-fields.js";
import requireSections from "./structure/require-sections.js";
import requireStatus from "./structure/require-status.js";
import sectionContent from "./structure/section-content.js";
import sectionOrder from "./structure/section-order.js";
import statedCounts from "./structure/stated-counts.js";
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
import uniquePlans from "./index/unique-plans.js";

/** Every rule of the plugin, by name. */
export const rules: Record<string, PlanRule> = {
	"consistent-fields": consistentFields,
	"no-conflict-markers": noConflictMarkers,
	"no-duplicate-sections": noDuplicateSections,
	"no-hidden-characters": noHiddenCharacters,
	"no-machine-paths": noMachinePaths,
	"no-mojibake": noMojibake,
	"no-placeholders": noPlaceholders,
	"no-swallowed-phases": noSwallowedPhases,
	"phase-numbering": phaseNumbering,
	"plan-title": planTitle,
	"require-phase-fields": requirePhaseFields,
	"require-sections": requireSections,
	"require-status": requireStatus,
	"section-content": sectionContent,
	"section-order": sectionOrder,
	"stated-counts": statedCounts,
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
	"unique-plans": uniquePlans,
};
