import { compareLabels, labelKey } from "../text/phase-label.js";
import { phaseCycles } from "../graph/phase-cycles.js";
import type { Dependency, Phase, Plan } from "../plan.js";
import { createPlanReferences, type MissingPlan, type PlanReferences } from "../graph/plan-references.js";
import { mayMeanUnread, unreadPaths } from "../graph/unread-plans.js";
import type { Repository } from "../workspace/repository.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";

/** A dependency that cannot be meant as it is written. */
export type DependencyFault = {
	/** Whose dependency it is; `undefined`: the plan's as a whole. */
	readonly phase: Phase | undefined;
	readonly dependency: Dependency;
} &
	/** As one would say it: `Phase 9`. */
	(
		| { readonly kind: "unknown-phase"; readonly name: string }
		/** The other plan is there and has no such phase. */
		| { readonly kind: "unknown-phase-elsewhere"; readonly document: DocumentSummary }
		| { readonly kind: "missing-plan"; readonly missing: MissingPlan }
		| { readonly kind: "itself" }
		/** `on` stands further down; phases on a cycle are left to {@link phaseCycles}. */
		| { readonly kind: "later"; readonly phase: Phase; readonly on: Phase }
		/** `first` names the same. */
		| { readonly kind: "twice"; readonly first: Dependency }
	);

/**
 * Everything that is wrong with the dependencies of a plan and its phases, each place once, in the order of the text.
 *
 * @param workspace asked only where the plan names other plans; without it those are not judged
 * @param repository asked only where a plan seems to be missing: of a submodule nobody knows what is in it
 */
export function dependencyFaults(
	plan: Plan,
	workspace: Workspace | undefined,
	repository: Repository | undefined,
): DependencyFault[] {
	const finder = new FaultFinder(plan, workspace, repository);
	finder.check(undefined, plan.dependencies);
	// A row of the timeline that stands for several phases gives its dependencies to each: they are judged once.
	for (const phase of plan.allPhases) finder.check(phase, phase.dependencies);
	return finder.faults.sort((a, b) => a.dependency.range.start - b.dependency.range.start);
}

class FaultFinder {
	readonly faults: DependencyFault[] = [];
	readonly #plan: Plan;
	readonly #workspace: Workspace | undefined;
	readonly #repository: Repository | undefined;
	readonly #told = new Set<number>();
	#others: { readonly references: PlanReferences; readonly own: DocumentSummary | undefined } | undefined;

	constructor(plan: Plan, workspace: Workspace | undefined, repository: Repository | undefined) {
		this.#plan = plan;
		this.#workspace = workspace;
		this.#repository = repository;
	}

	check(phase: Phase | undefined, dependencies: readonly Dependency[]): void {
		const named = new Map<string, Dependency>();
		for (const dependency of dependencies) {
			const found = this.#judge(phase, dependency);
			const first = found.key === undefined ? undefined : named.get(found.key);
			if (found.key !== undefined && !first) named.set(found.key, dependency);
			if (found.fault) this.#tell(found.fault);
			// Of a range and a phase in it, the phase is the one that can go.
			else if (first?.expandedFrom && !dependency.expandedFrom) this.#tell({ phase, dependency, kind: "twice", first });
			else if (first)
				this.#tell(
					first.expandedFrom || !dependency.expandedFrom
						? { phase, dependency, kind: "twice", first }
						: { phase, dependency: first, kind: "twice", first: dependency },
				);
		}
	}

	#tell(fault: DependencyFault): void {
		const { start } = fault.dependency.range;
		if (this.#told.has(start)) return;
		this.#told.add(start);
		this.faults.push(fault);
	}

	/** What is wrong with one dependency, and a key that is the same for dependencies on the same thing. */
	#judge(
		phase: Phase | undefined,
		dependency: Dependency,
	): { readonly fault?: DependencyFault | undefined; readonly key?: string } {
		const { target } = dependency;
		if (target.kind === "text") return {};
		if (target.kind === "unknown-phase") {
			// In a list (`Phases 1, 2 and 9`) the reference is the label alone.
			const word =
				phase?.series.word === target.word ? phase.name.slice(0, -phase.label.text.length) : `${target.word} `;
			return {
				fault: { phase, dependency, kind: "unknown-phase", name: word + target.label.text },
				key: `${target.word} ${labelKey(target.label)}`,
			};
		}
		if (target.kind === "phase") return this.#judgeOwn(phase, dependency, target.phase);
		const others = this.#otherPlans();
		if (!others?.own)
			return {
				key: JSON.stringify([
					target.link,
					target.title,
					target.anchor,
					target.word,
					target.label && labelKey(target.label),
				]),
			};
		const { references, own } = others;
		const found = references.resolve(own, target);
		if (!found) {
			const missing = references.missing(own, target);
			const isCertain =
				missing !== undefined &&
				!mayMeanUnread(own, target, unreadPaths(this.#workspace?.problems ?? [])) &&
				(missing.path === undefined || (this.#namesPlan(dependency, missing.path) && !this.#mayBeThere(missing.path)));
			return isCertain ? { fault: { phase, dependency, kind: "missing-plan", missing } } : {};
		}
		if (found.unknownPhase)
			return { fault: { phase, dependency, kind: "unknown-phase-elsewhere", document: found.document } };
		const [first] = found.phases ?? [];
		if (found.document === own) {
			const self = first && this.#plan.phases[own.phases.indexOf(first)];
			if (self && found.phases?.length === 1) return this.#judgeOwn(phase, dependency, self);
			return found.phases || target.anchor !== undefined ? {} : { fault: { phase, dependency, kind: "itself" } };
		}
		return {
			key: JSON.stringify([
				found.document.path,
				// By its label or by its anchor, it is the same phase.
				found.phases && found.phases.length > 0
					? found.phases.map((each) => labelKey(each.label))
					: target.label && labelKey(target.label),
				found.phases ? undefined : target.anchor,
			]),
		};
	}

	#judgeOwn(
		phase: Phase | undefined,
		dependency: Dependency,
		on: Phase,
	): { readonly fault?: DependencyFault | undefined; readonly key: string } {
		const key = String(on.headingRange.start);
		if (on === phase) return { fault: { phase, dependency, kind: "itself" }, key };
		if (!phase || phaseCycles(this.#plan).includes(phase, on) || !isLater(phase, on)) return { key };
		return { fault: { phase, dependency, kind: "later", on }, key };
	}

	/** The bare name of a file may be any document of the repository: a link, or a phase behind it, says that it is a plan. */
	#namesPlan({ range, target }: Dependency, path: string): boolean {
		const kind = this.#workspace?.kindOf(path);
		if (kind !== "plan" && kind !== "archive") return false;
		return (
			(target.kind === "plan" && target.label !== undefined) ||
			this.#plan.links.some((link) => link.range.start <= range.start && range.start < link.range.end)
		);
	}

	/** In a submodule, behind a link, or not to be read. */
	#mayBeThere(path: string): boolean {
		return (
			this.#workspace?.problems.some((each) => each.path === path) === true ||
			(this.#repository?.problem === undefined && this.#repository?.isUnknown(path) === true)
		);
	}

	#otherPlans(): { readonly references: PlanReferences; readonly own: DocumentSummary | undefined } | undefined {
		const { path } = this.#plan;
		if (!this.#workspace || path === undefined || this.#workspace.problem !== undefined) return undefined;
		return (this.#others ??= {
			references: createPlanReferences(this.#workspace.documents),
			own: this.#workspace.document(path),
		});
	}
}

/**
 * Further down in the same series, or in a phase that is: Task 1.2 and Phase 3 are compared as Phase 1 and Phase 3.
 * Where numbers and places say different things, the numbers are at fault (phase-numbering), not the dependency.
 */
function isLater(phase: Phase, on: Phase): boolean {
	for (let own: Phase | undefined = phase; own; own = own.series.parentPhase) {
		for (let other: Phase | undefined = on; other; other = other.series.parentPhase) {
			if (own.series === other.series)
				return other.position > own.position && (compareLabels(own.label, other.label) ?? -1) < 0;
		}
	}
	return false;
}
