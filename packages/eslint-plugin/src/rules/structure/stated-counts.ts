import { countsOf } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: a plan that counts its phases wrong has been changed since, and not everywhere. */
export default definePlanRule({
	name: "stated-counts",
	principle: "structure",
	preset: "strict",
	summary: "Disallow a stated number of phases that is not theirs",
	messages: {
		wrong:
			'The plan says "{{phrase}}", but it has {{actual}}: {{first}} to {{last}}. Correct the number, or the phases.',
	},
	check({ plan, report }) {
		const { mainSeries, phases } = plan;
		const [first] = phases;
		const last = phases.at(-1);
		// Where a phase could not be read, the number may well be right.
		if (
			!mainSeries ||
			!first ||
			!last ||
			plan.swallowedPhases.length > 0 ||
			plan.nearMisses.some(({ looksLike }) => looksLike === "phase")
		)
			return;
		const claims = plan.countClaims.filter(({ word }) => word === mainSeries.word);
		if (claims.length === 0) return;
		const counts = countsOf(plan.allPhases.filter(({ series }) => series.word === mainSeries.word));
		for (const claim of claims) {
			if (counts.has(claim.count)) continue;
			report(claim, "wrong", { phrase: claim.phrase, actual: phases.length, first: first.name, last: last.name });
		}
	},
});
