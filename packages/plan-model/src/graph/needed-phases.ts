import { createDependencyGraph, type DependencyGraph } from "./dependency-graph.js";
import { labelKey } from "../text/phase-label.js";
import { findPhaseMentions } from "../text/phase-mentions.js";
import type { Phase, Plan } from "../plan.js";
import { isFinished } from "./schedule.js";
import type { LocatedText } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** A phase that the text of another one says it needs, though no dependency leads there. */
export interface NeededPhase extends LocatedText {
	readonly phase: Phase;
	readonly on: Phase;
}

/** Words that end right before the mention: nothing else says that this phase cannot do without that one. */
const NEED =
	/(?:^|[^\p{L}-])(?:requires?|requiring|needs?|depends? (?:up)?on|depending on|builds? (?:up)?on|building on|relies on|rely on|waits? for|blocked by|prerequisites?\s?:?|set up (?:in|by)|created (?:in|by)|built in|introduced (?:in|by))\s{1,3}(?:the\s{1,3})?(?:(?:completion|results?|outputs?|end) of\s{1,3}(?:the\s{1,3})?)?$/iu;
/** At the beginning of a sentence, an item or brackets only: `the shim goes after Phase 4` speaks of later. */
const AFTER = /(?:^|[.(:;]\s{0,3}|[\n*-]\s{1,4})(?:only\s)?(?:after|once|when)\s{1,3}(?:the\s)?(?:completion of\s)?$/iu;
const NOT = /\b(?:not|no|nor|never|neither|without|doesn't|don't|independent|unlike)\b/iu;
const MOST_BEFORE = 120;
const MARKS = /[*_~]+/gu;

/**
 * The phases of the main series that a phase mentions as needed (`requires Phase 2`, `After Phase 2, …`) and does not
 * depend on, not even through others: one finding for two phases. In a plan that declares no dependencies all phases
 * stand in order, and nothing is undeclared; what is finished is there.
 */
export function neededPhases(plan: Plan, vocabulary: Vocabulary): NeededPhase[] {
	const { phases } = plan;
	const graph = declaredOrder(phases);
	if (!graph) return [];
	const ids = new Map(phases.map((phase, index) => [phase, String(index)]));
	const byKey = new Map(phases.map((phase) => [`${phase.series.word} ${labelKey(phase.label)}`, phase]));
	const found: NeededPhase[] = [];
	let at = 0;
	for (const phase of phases) {
		if (isFinished(phase.status?.tier)) continue;
		const told = new Set<Phase>();
		/** What stands before another mention belongs to that. */
		let said = 0;
		while (at < plan.proseRanges.length && (plan.proseRanges[at]?.end ?? 0) <= phase.headingRange.end) at++;
		for (let index = at; index < plan.proseRanges.length; index++) {
			const range = plan.proseRanges[index];
			if (!range || range.start >= phase.range.end) break;
			// The dependency line itself, and the heading.
			const line = phase.dependsOn;
			if (
				range.start < phase.headingRange.end ||
				(line && range.start >= line.range.start && range.start < line.range.end)
			)
				continue;
			const text = plan.text.slice(range.start, range.end);
			for (const mention of findPhaseMentions(text, vocabulary)) {
				const start = range.start + mention.start;
				const before = plan.text
					.slice(Math.max(phase.headingRange.end, said, start - MOST_BEFORE), start)
					.replaceAll(MARKS, "");
				said = range.start + mention.end;
				if (mention.isJoined || !(NEED.test(before) || AFTER.test(before)) || NOT.test(lastClause(before))) continue;
				for (const { label, isCertain } of mention.labels) {
					const on = isCertain ? byKey.get(`${mention.word} ${labelKey(label)}`) : undefined;
					if (!on || on === phase || told.has(on) || isFinished(on.status?.tier)) continue;
					const [own, other] = [ids.get(phase) ?? "", ids.get(on) ?? ""];
					if (graph.dependsOn(own, other) || graph.dependsOn(other, own)) continue;
					told.add(on);
					const span = { start: range.start + mention.start, end: range.start + mention.end };
					found.push({ phase, on, text: plan.text.slice(span.start, span.end), range: span });
				}
			}
		}
	}
	return found;
}

function lastClause(text: string): string {
	return text.slice(Math.max(text.lastIndexOf(". "), text.lastIndexOf("; "), text.lastIndexOf("\n"), 0));
}

function declaredOrder(phases: readonly Phase[]): DependencyGraph | undefined {
	const ids = new Map(phases.map((phase, index) => [phase, String(index)]));
	const edges = [...ids].flatMap(([phase, from]) =>
		phase.dependencies.flatMap(({ target }) => {
			const to = target.kind === "phase" ? ids.get(target.phase) : undefined;
			return to === undefined ? [] : [{ from, to }];
		}),
	);
	return edges.length === 0 ? undefined : createDependencyGraph(ids.values(), edges);
}
