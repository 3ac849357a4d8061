import { createGlobMatcher, type DeliverableClaim, deliverableClaims, findDeliveries } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { GENERATED_FILES } from "../../generated-files.js";

/** Durable: what is done leaves something behind that everybody who clones the repository has. */
export default definePlanRule({
	name: "existing-deliverables",
	principle: "durable",
	preset: "recommended",
	kinds: ["plan", "archive"],
	needs: ["repository"],
	summary: "Disallow done phases whose deliverables git never tracked",
	hasSuggestions: true,
	messages: {
		never:
			"{{claim}}, but git does not track `{{path}}` and never did{{elsewhere}}. Add the file, correct the path, or do not mark it done.",
		otherCase:
			"{{claim}}, but git tracks `{{path}}` as `{{spelling}}`. Write the path as it is tracked: on most machines the other one does not exist.",
		moved: "{{claim}}, but `{{path}}` has moved since: git now tracks `{{place}}`. Write its new place.",
		noHistory:
			"Nobody knows whether {{count}} paths that git does not track were ever delivered, since its history could not be read ({{problem}}). Mend that and lint again.",
		replace: "Replace the path by `{{place}}`.",
	},
	options: {
		checkMoved: {
			description: "Report files that were delivered and have moved since.",
			schema: { type: "boolean" },
			default: false,
		},
		checkArchived: { description: "Look at archived plans, too.", schema: { type: "boolean" }, default: false },
		generated: {
			description:
				"Globs of files that a build or a run makes and that are never tracked, besides those that git ignores.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: GENERATED_FILES,
		},
	},
	strictOptions: { checkMoved: true },
	check({ plan, options, report, repository }) {
		if (plan.kind === "archive" && !options.checkArchived) return;
		const claims = deliverableClaims(plan);
		const { deliveries, undecided } = findDeliveries(
			claims,
			plan.path ?? "",
			repository,
			createGlobMatcher(options.generated),
		);
		if (undecided) report(plan.title ?? { start: 0, end: 0 }, "noHistory", undecided);
		for (const claim of claims) {
			const delivery = deliveries.get(claim);
			const { use } = claim;
			const data = { claim: claimed(claim), path: use.path };
			const replaceBy = (place: string) => ({
				suggest: [{ messageId: "replace" as const, data: { place }, edits: [{ range: use.range, text: place }] }],
			});
			if (delivery?.kind === "other-case") {
				report(use, "otherCase", { ...data, spelling: delivery.spelling }, replaceBy(delivery.spelling));
			} else if (delivery?.kind === "never") {
				const [place, ...others] = delivery.sameName;
				const only = others.length === 0 ? place : undefined;
				report(
					use,
					"never",
					{ ...data, elsewhere: only === undefined ? "" : ` (it tracks \`${only}\`)` },
					only === undefined ? {} : replaceBy(only),
				);
			} else if (delivery?.kind === "gone" && delivery.sameName.length === 1 && options.checkMoved) {
				const [place = ""] = delivery.sameName;
				report(use, "moved", { ...data, place }, replaceBy(place));
			}
		}
	},
});

function claimed({ phase, by }: DeliverableClaim): string {
	return by === "phase" ? `${phase.name} is done` : `This deliverable of ${phase.name} is ticked`;
}
