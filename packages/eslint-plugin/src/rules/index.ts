// Made by `pnpm generate` from the files in this folder.
import type { PlanRule } from "../define-plan-rule.js";
import noMojibake from "./structure/no-mojibake.js";
import requireSections from "./structure/require-sections.js";
import allOrNothing from "./atomic/all-or-nothing.js";
import noDependencyCycles from "./consistent/no-dependency-cycles.js";
import statusAgreement from "./consistent/status-agreement.js";
import validDependencies from "./consistent/valid-dependencies.js";

/** Every rule of the plugin, by name. */
export const rules: Record<string, PlanRule> = {
	"no-mojibake": noMojibake,
	"require-sections": requireSections,
	"all-or-nothing": allOrNothing,
	"no-dependency-cycles": noDependencyCycles,
	"status-agreement": statusAgreement,
	"valid-dependencies": validDependencies,
};
