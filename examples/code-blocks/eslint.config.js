import acidPlans from "eslint-config-acid-plans";
import markdown from "eslint-plugin-markdown";

export default [
	{ files: ["**/*.js"], rules: { "no-var": "error", "no-undef": "error" } },
	// Code in other documents, as before.
	{ files: ["**/*.md"], plugins: { "code-in-markdown": markdown }, processor: "code-in-markdown/markdown" },
	// Last: a processor behind it would hide the plans from their rules.
	...acidPlans({ plans: "plans", codeBlocks: markdown.processors.markdown }),
];
