const SLOT =
	/(?<![\p{L}])(?:names?|titles?|features?|components?|modules?|descriptions?|dates?|authors?|owners?|maintainers?|reviewers?|assignees?|team|unit|goals?|objectives?|steps?|phases?|milestones?|durations?|estimated?|estimates?|links?|url|versions?|numbers?|your|insert|describe|fill|add|specify|list|brief|explain|reasons?|files?|paths?|issues?|tickets?|what|how|why|who|when|requirements?|dependency|dependencies|risks?|mitigations?|criterion|criteria|metrics?|values?|amount|results?|examples?|placeholder|deliverables?|actions?|tasks?|tests?|tbd|todo|nombre|título|fecha|autor|descripción|datum|titel|beschreibung)(?![\p{L}])/iu;
/** `Goal 1` in `[Goal 1: description]`: the examples of a template are few. */
const EXAMPLE = /(?<!\p{L})\p{L}+\s[1-9](?!\S*[\p{L}\d])/gu;
const ONE_EXAMPLE = /^[^\d:：]+\s[1-9]$/u;

/**
 * Whether a text in square brackets (`[Feature Name]`, `[Step 1]`) names what is to be written there: words with a
 * capital, one of which names something to be filled in. What has a number of its own is filled in already
 * (`[Issue #12]`, `[Tasks 4-6]`, `[Estimated: 2 days]`), and so is a label with no such word behind it (`[Needs: Phase 6]`).
 */
export function isBracketSlot(text: string): boolean {
	if (!/^\[(?=\p{Lu})[^[\]\n]{2,80}\]$/u.test(text)) return false;
	const inner = text.slice(1, -1);
	if (ONE_EXAMPLE.test(inner)) return SLOT.test(inner);
	const rest = inner.replace(EXAMPLE, "");
	return !/\d/u.test(rest) && SLOT.test(rest);
}
