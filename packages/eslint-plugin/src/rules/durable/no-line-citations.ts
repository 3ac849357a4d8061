import { definePlanRule } from "../../define-plan-rule.js";

/** Durable: what a plan points at is still there after the next commit. */
export default definePlanRule({
	name: "no-line-citations",
	principle: "durable",
	preset: "strict",
	summary: "Disallow line numbers behind paths",
	fixable: "code",
	messages: {
		lines:
			'"{{citation}}" behind "{{path}}" is wrong as soon as a line is added above. Name the function or the heading, or leave it at the file.',
	},
	check({ plan, report }) {
		for (const citation of plan.lineCitations) {
			const { range, path } = citation;
			report(
				citation,
				"lines",
				{ citation: plan.text.slice(range.start, range.end), path },
				{ fix: [{ range, text: "" }] },
			);
		}
	},
});
