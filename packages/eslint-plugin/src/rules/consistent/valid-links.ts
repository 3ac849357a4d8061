import { fileName, type LinkFault, linkFaults, missingDecisions, type Plan, relativeLink } from "@acid-plans/model";
import { definePlanRule, EVERY_DOCUMENT } from "../../define-plan-rule.js";
import { nameSearch, type NameSearch, nearestName } from "../../nearest-name.js";

/** Consistent: every reference resolves, for everybody who has the repository. */
export default definePlanRule({
	name: "valid-links",
	principle: "consistent",
	preset: "recommended",
	kinds: EVERY_DOCUMENT,
	needs: ["workspace?", "repository?"],
	summary: "Disallow links, images and anchors that lead nowhere",
	hasSuggestions: true,
	messages: {
		file: "This link leads to `{{path}}`, which is not there{{elsewhere}}. Correct the link, or add the file.",
		otherCase:
			"This link leads to `{{path}}`, but git tracks it as `{{spelling}}`. Write it as it is tracked: on most machines the other one does not exist.",
		anchor: "{{document}} has no heading `#{{fragment}}`{{nearest}}. Correct the anchor, or the heading.",
		decision: "{{name}} is not in `{{folder}}`, which has records up to {{last}}. Correct the number.",
		replace: "Write `{{link}}`.",
	},
	check({ plan, report, settings, workspace, repository }) {
		const search = nameSearch();
		for (const fault of linkFaults(plan, workspace, repository)) {
			const replaceBy = (link: string | undefined) =>
				link === undefined
					? {}
					: {
							suggest: [{ messageId: "replace" as const, data: { link }, edits: [{ range: fault.range, text: link }] }],
						};
			if (fault.kind === "anchor") {
				const nearest = nearestName(decoded(fault.fragment), fault.anchors, search);
				const data = {
					document: fault.path ?? "This document",
					fragment: fault.fragment,
					nearest: nearest === undefined ? "" : ` (the nearest is \`#${nearest}\`)`,
				};
				report(fault.range, "anchor", data, replaceBy(nearest && `#${nearest}`));
			} else if (fault.kind === "other-case") {
				report(
					fault.range,
					"otherCase",
					{ path: fault.path, spelling: fault.spelling },
					replaceBy(linkTo(fault.spelling, fault, plan)),
				);
			} else {
				const place = placeOf(fault, search);
				report(
					fault.range,
					"file",
					{ path: fault.path, elsewhere: elsewhere(fault, place) },
					replaceBy(place && linkTo(place, fault, plan)),
				);
			}
		}
		if (!repository || settings.decisions === undefined) return;
		for (const { mention, last } of missingDecisions(plan, settings.decisions, repository)) {
			report(mention, "decision", { name: mention.text, folder: settings.decisions, last });
		}
	},
});

type MissingFile = Extract<LinkFault, { kind: "file" }>;

/** The only file that was probably meant: one of that name, else the nearest name in the folder. */
function placeOf({ path, places, siblings }: MissingFile, search: NameSearch): string | undefined {
	if (places.length > 0) return places.length === 1 ? places[0] : undefined;
	if (search.left <= 0) return undefined;
	const name = nearestName(fileName(path), siblings.map(fileName), search);
	return siblings.find((sibling) => fileName(sibling) === name);
}

function elsewhere({ places }: MissingFile, place: string | undefined): string {
	if (place !== undefined) return ` (did you mean \`${place}\`?)`;
	return places.length > 1 && places.length <= 3
		? ` (files of that name are ${places.map((each) => `\`${each}\``).join(", ")})`
		: "";
}

/** With the slash and the line number that stood behind the path. */
function linkTo(place: string, { link }: LinkFault, plan: Plan): string {
	const written = link.url.replace(/[#?][^]*/u, "");
	const behind = /\/$|:\d+(?:[:-]\d+)?$/u.exec(written)?.[0] ?? "";
	return relativeLink(plan.path ?? "", place) + behind;
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
