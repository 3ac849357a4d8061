import { intersectGlobs, type Link, resolveLinkTarget } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Where decision records usually lie. */
const USUAL = ["**/{adr,adrs,decisions,decision-records}/**"];

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
			description: "Globs of decision records, relative to the root of the repository. Empty: the folder of the setting `decisions`; without that, any folder `adr`, `adrs`, `decisions` or `decision-records`.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: [],
		},
	},
	check({ plan, options, report, settings }) {
		const { decisions } = settings;
		const records = options.records.length > 0 ? options.records : decisions === undefined ? USUAL : [`${decisions.replace(/\/+$/, "")}/**`];
		if (plan.links.some((link) => link.kind !== "image" && isRecord(link, plan.path ?? "", records))) return;
		report(plan.title?.textRange ?? { start: 0, end: 0 }, "missing", { records: records.join(", ") });
	},
});

/** The list of all records is none. */
function isRecord({ url }: Link, from: string, records: readonly string[]): boolean {
	const target = resolveLinkTarget(from, url) ?? (URL.canParse(url) ? new URL(url).pathname.slice(1) : undefined);
	if (target === undefined || target === "" || /(?:^|\/)(?:readme|index)\.md$/i.test(target)) return false;
	return records.some((record) => intersectGlobs(target, record).kind === "common");
}
