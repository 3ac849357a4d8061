import { readStatusPhrase } from "./status-phrase.js";
import { NEUTRAL } from "./index-words.js";
import type { Tier, Vocabulary } from "./vocabulary.js";

/**
 * The tier that the heading of a group in an index says of its plans: `Active Plans`, `✅ Recently Completed`.
 *
 * @returns `undefined` for a heading that names no state, several (`Planned & Active`), or something else besides
 * (`Active Architecture`)
 */
export function readGroupTier(heading: string, vocabulary: Vocabulary): Tier | undefined {
	const bare = heading.replace(/[([（【][^()[\]（）【】]*[)\]）】]/gu, " ");
	const words =
		bare
			.normalize("NFC")
			.toLowerCase()
			.match(/[\p{L}\p{M}']+/gu) ?? [];
	const tiers = new Set<Tier>();
	for (let at = 0; at < words.length;) {
		const wording = vocabulary.statusWording(words, at);
		if (wording) {
			tiers.add(wording.tier);
			at += wording.length;
		} else if (NEUTRAL.has(words[at] ?? "")) at++;
		else return undefined;
	}
	const phrase = readStatusPhrase(bare.trim(), vocabulary);
	if (tiers.size > 1 || phrase.isChoice || phrase.contradiction) return undefined;
	const [tier] = tiers;
	return tier ?? (words.length === 0 ? phrase.tier : undefined);
}

/**
 * What a plan may say of itself under a group. Teams put under "Active" what is current, begun or not; what is set aside
 * ("On Hold", "Deferred") often keeps the status it had before work began.
 */
const FITTING: Readonly<Record<Tier, ReadonlySet<Tier>>> = {
	planned: new Set<Tier>(["planned", "blocked"]),
	active: new Set<Tier>(["planned", "active", "blocked"]),
	done: new Set<Tier>(["done"]),
	blocked: new Set<Tier>(["planned", "active", "blocked"]),
	dropped: new Set<Tier>(["planned", "blocked", "dropped"]),
};

/** Whether a plan of this status may stand in a group of that tier. */
export function groupAgrees(group: Tier, status: Tier): boolean {
	return FITTING[group].has(status);
}
