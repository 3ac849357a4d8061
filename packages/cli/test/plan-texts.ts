import { goodPlan, index } from "../../../test/hooks/plan-texts.js";

/** A plan of one phase in which nothing is wrong. */
export const PLAN: string = goodPlan("Search", { phases: 1 });

/** The same plan without the section on goals: one error. */
export const BROKEN: string = PLAN.replace("## Goals", "## Whatever");

/** The same plan with a status that `--fix` mends: one error. */
export const FIXABLE: string = PLAN.replace("🟡", "ðŸŸ¡");

/** The index of a folder with that plan. */
export const INDEX: string = index({ "search.md": "Search" });

/** A config that knows plans. */
export const CONFIG = 'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans()];\n';

/** The same config with a rule as a warning. */
export const WARNING_CONFIG: string = CONFIG.replace(
	"acidPlans()",
	'acidPlans({ rules: { "acid-plans/require-sections": "warn" } })',
);
