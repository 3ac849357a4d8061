// Made by `pnpm generate` from the files in this folder.
import type { PlanRule } from "../define-plan-rule.js";
import noMojibake from "./structure/no-mojibake.js";
import requireSections from "./structure/require-sections.js";
import allOrNothing from "./atomic/all-or-nothing.js";
import statusAgreement from "./consistent/status-agreement.js";
import noWriteConflicts from "./isolated/no-write-conflicts.js";
import existingDeliverables from "./durable/existing-deliverables.js";
import indexAgreement from "./index/index-agreement.js";
import indexComplete from "./index/index-complete.js";

/** Every rule of the plugin, by name. */
export const rules: Record<string, PlanRule> = {
	"no-mojibake": noMojibake,
	"require-sections": requireSections,
	"all-or-nothing": allOrNothing,
	"status-agreement": statusAgreement,
	"no-write-conflicts": noWriteConflicts,
	"existing-deliverables": existingDeliverables,
	"index-agreement": indexAgreement,
	"index-complete": indexComplete,
};
