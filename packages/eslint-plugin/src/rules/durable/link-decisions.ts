import { linkedRecords, usualRecords } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Durable: why a plan does what it does outlives the plan. */
export default definePlanRule({
	name: "link-decisions",
	principle: "durable",
	preset: "off",
	summary: "Require a link to a decision record",
	messages: {
		missing: "This plan links no decision record ({{records}}). Link the decision that it carries out, or record one.",
	},
	options: {
		records: {
			description:
				"Globs of decision records, relative to the root of the repository. Empty: the folder of the setting `decisions`; without that, any folder `adr`, `adrs`, `decisions` or `decision-records`.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: [],
		},
	},
	check({ plan, options, report, settings }) {
		const records = options.records.length > 0 ? options.records : usualRecords(settings.decisions);
		if (linkedRecords(plan, records).length > 0) return;
		report(plan.title?.textRange ?? { start: 0, end: 0 }, "missing", { records: records.join(", ") });
	},
});
