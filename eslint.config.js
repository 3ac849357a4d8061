import lintConfig from "@acid-plans/lint-config";
import acidPlans from "eslint-config-acid-plans";

export default [...lintConfig({ root: import.meta.dirname }), ...acidPlans({ plans: "plans" })];
