import acidPlans from "eslint-config-acid-plans";

export default [...acidPlans({ plans: "plans" })];
