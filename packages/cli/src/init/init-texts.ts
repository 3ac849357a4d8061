import type { TemplateProposal } from "./plan-shapes.js";

/** What stands in the config besides the defaults. */
export interface ConfigChoice {
	readonly plans: readonly string[];
	readonly template: TemplateProposal["template"];
}

/** The call of the factory, as it is written in a config. */
export function factoryCall({ plans, template }: ConfigChoice): string {
	const folders = plans.length === 1 ? JSON.stringify(plans[0]) : JSON.stringify(plans).replaceAll(",", ", ");
	return `...acidPlans({ plans: ${folders}${template === "free" ? ', template: "free"' : ""} })`;
}

/** A whole config. */
export function eslintConfig(choice: ConfigChoice): string {
	return `import acidPlans from "eslint-config-acid-plans";\n\nexport default [${factoryCall(choice)}];\n`;
}

/** What to add to a config that exists, in the way it is written. */
export function configAddition(text: string, choice: ConfigChoice): string {
	const load = /\bmodule\.exports\b/.test(text)
		? 'const { default: acidPlans } = require("eslint-config-acid-plans");'
		: 'import acidPlans from "eslint-config-acid-plans";';
	return `${load}\n\n// as the last entry of the list:\n${factoryCall(choice)},`;
}
