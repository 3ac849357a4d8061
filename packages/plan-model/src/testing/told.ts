import type {
	Dependency,
	Field,
	Item,
	Link,
	PathUse,
	Phase,
	Plan,
	Section,
	Series,
	Status,
	Timeline,
} from "../plan.js";
import type { Label } from "../text/phase-label.js";
import type { Located, SourceRange } from "../text/source-range.js";

/** Test only: everything the reader reads in a text, for people to read. A part stands with its line and column. */
export function told(plan: Plan): string {
	return new Telling(plan).lines().join("\n") + "\n";
}

class Telling {
	readonly #plan: Plan;

	constructor(plan: Plan) {
		this.#plan = plan;
	}

	lines(): string[] {
		const plan = this.#plan;
		return [
			`title: ${this.all(plan.titles, (title) => this.at(title.textRange))}; words ${this.at(plan.titleWords)}; feature ${plan.feature}`,
			...[...(plan.frontMatter?.entries ?? [])].map(
				([key, entry]) =>
					`front matter ${key}: ${this.at(entry.key)} = ${this.all(entry.values, (value) => this.at(value))}`,
			),
			...plan.statuses.map((status) => `status ${this.status(status)}`),
			`is ${plan.status?.tier} (${plan.status?.place}); owner ${this.at(plan.owner)}; updated ${this.at(plan.lastUpdated)}`,
			...plan.fields.flatMap((field) => this.field(field)),
			...plan.dependencies.map((dependency) => `depends on ${this.dependency(dependency)}`),
			"",
			...plan.sections.map((section) => this.section(section)),
			"",
			...plan.series.map((series) => `${series === plan.mainSeries ? "main " : ""}series ${this.series(series)}`),
			...plan.allPhases.flatMap((phase) => ["", ...this.phase(phase)]),
			"",
			...plan.timelines.flatMap((timeline) => this.timeline(timeline)),
			...plan.entries.map(
				(entry) =>
					`entry ${this.at(entry.title)} in ${entry.container}, ${entry.form} ${this.at(entry.urlRange)}${entry.hasTitle ? "" : ", no title"}; ${this.status(entry.status)}; ${entry.group ? `${entry.group.section.heading.text.text} means ${entry.group.tier}` : "no group"}; described ${this.at(entry.description)}`,
			),
			...plan.links.map((link) => this.link(link)),
			...plan.commands.map((command) => `command ${this.at(command)} in ${command.source} (${command.context})`),
			...plan.work.map((item) => `work ${this.at(item)}`),
			...plan.nearMisses.map(
				(miss) =>
					`near miss: ${miss.looksLike} ${this.at(miss)}, but ${miss.reason}. ${miss.hint}${miss.edit ? ` [${this.at(miss.edit)} -> ${JSON.stringify(miss.edit.text)}]` : ""}${miss.field ? ` field ${miss.field}` : ""}${miss.label ? ` label ${label(miss.label)}` : ""}`,
			),
			...plan.swallowedHeadings.map(
				(heading) =>
					`swallowed ${heading.name} ${this.at(heading)} by line ${heading.fenceLine}${heading.isOutOfStep ? ", out of step" : ""}`,
			),
			...plan.swallowedPhases.map(
				(phase) =>
					`swallowed phase ${this.at(phase)}: ${phase.word} ${label(phase.label)}; close ${phase.close ? `${this.place(phase.close.offset)} ${JSON.stringify(phase.close.text)}` : "nowhere"}`,
			),
			...plan.placeholders.map((each) => `placeholder ${each.kind} ${this.at(each)}`),
			...plan.countClaims.map((claim) => `claims ${claim.count} ${claim.word}: ${this.at(claim)} in ${claim.phrase}`),
			...plan.hiddenParts.map((part) => `hidden ${part.names.join()} ${this.at(part)}: ${part.hides} ${part.part}`),
			...plan.machinePaths.map((path) => `machine path in ${path.place} ${this.at(path)}: ${path.user}, ${path.below}`),
			...plan.conflictMarkers.map(
				(conflict) => `conflict ${this.at(conflict)} ${conflict.ours}/${conflict.theirs}, ends ${conflict.endLine}`,
			),
			...plan.lineCitations.map((citation) => `cites ${this.at(citation)} of ${citation.path}`),
			`diagrams ${this.all(plan.diagrams, (diagram) => this.at(diagram))}`,
			`anchors ${plan.anchors.join(" ")}`,
		];
	}

	place(offset: number): string {
		const { line, column } = this.#plan.lines.position(offset);
		return `${line}:${column + 1}`;
	}

	/** Line, column and the source, its middle left out where it is long. */
	at(part: Located | SourceRange | undefined): string {
		if (part === undefined) return "-";
		const { start, end } = "range" in part ? part.range : part;
		const source = JSON.stringify(this.#plan.text.slice(start, end)).slice(1, -1);
		const shown = source.length <= 60 ? source : `${source.slice(0, 28)} … ${source.slice(-28)}`;
		return `${this.place(start)} «${shown}»`;
	}

	all<T>(parts: readonly T[], tell: (part: T) => string): string {
		return parts.length === 0 ? "-" : parts.map(tell).join(", ");
	}

	status(status: Status | undefined): string {
		if (!status) return "no status";
		const notes = [status.contradiction && "contradiction", !status.hasWords && "no words"].filter(Boolean).join(", ");
		return `${status.tier} (${status.place}) ${this.at(status)} words ${status.wordTier}, mark ${status.markTier}${notes && `, ${notes}`}, on ${this.at(status.carrier)}`;
	}

	section(section: Section): string {
		const depth = "#".repeat(section.heading.level);
		const facts = [
			section.name,
			section.isEmpty && "empty",
			section.saysNone && "says none",
			section.heading.style === "setext" && "setext",
			section.parent && `in ${section.parent.heading.text.text}`,
		].filter(Boolean);
		return `${depth} ${this.at(section.heading.textRange)} ${facts.join(", ")}: ${this.all(section.blocks, (block) => block.type)}; fields ${this.all(section.fields, (field) => field.label.text)}; items ${section.items.length}; ends ${this.place(section.contentRange.end)}`;
	}

	series(series: Series): string {
		const where = series.parentPhase?.name ?? series.parent?.heading.text.text ?? "the document";
		return `"${series.word}" of ${series.form}, level ${series.level}, in ${where}: ${this.all(series.phases, (phase) => phase.name)}`;
	}

	phase(phase: Phase): string[] {
		const facts = [
			phase.isAtomicMarked && "atomic",
			phase.isOptional && "optional",
			phase.declaresDependencies && "declares dependencies",
			phase.saysNoDependencies && "says none",
		].filter(Boolean);
		return [
			`${phase.name} = ${phase.word}/${label(phase.label)} ${this.at(phase.labelRange)}; title ${this.at(phase.title)}; ${phase.heading ? "heading" : "item"} ${this.at(phase.headingRange)}; ends ${this.place(phase.range.end)}${facts.length > 0 ? `; ${facts.join(", ")}` : ""}`,
			...phase.statuses.map((status) => `\tstatus ${this.status(status)}`),
			`\tis ${phase.status?.tier} (${phase.status?.place})`,
			...(phase.estimateRange ? [`\testimate ${this.at(phase.estimateRange)}: ${amount(phase.estimate)}`] : []),
			...phase.fields.flatMap((field) => this.field(field).map((line) => `\t${line}`)),
			...phase.steps.map((item) => `\tstep ${this.item(item)}`),
			...phase.deliverables.map((item) => `\tdeliverable ${this.item(item)}`),
			...phase.dependencies.map((dependency) => `\tdepends on ${this.dependency(dependency)}`),
			...phase.paths.map(
				(path) =>
					`\t${phase.writes.includes(path) ? "writes" : phase.reads.includes(path) ? "reads" : "names"} ${this.path(path)}`,
			),
		];
	}

	field(field: Field): string[] {
		return [
			`field ${field.name} (${field.form}, ${field.container}) ${this.at(field.label)}${field.isEmpty ? ", empty" : ""}: ${this.at(field.value)}; ${field.items.length} items, ${this.all(field.blocks, (block) => block.type)}; commands ${this.all(field.commandLines, (line) => this.at(line))}; ends ${this.place(field.range.end)}`,
		];
	}

	item(item: Item): string {
		const box = item.box && `[${item.box.checked ? "x" : item.box.other ? "~" : " "}] ${item.box.kind} `;
		const facts = [
			item.number !== undefined && `number ${item.number}`,
			item.excluded && "excluded",
			item.status && `is ${item.status.tier}`,
			item.statusBelow && `below ${item.statusBelow.tier}`,
			item.fields.length > 0 && `fields ${item.fields.map((field) => field.label.text).join()}`,
		].filter(Boolean);
		return `${box ?? ""}${this.at(item.text)}${facts.length > 0 ? `; ${facts.join(", ")}` : ""}${item.children.length > 0 ? ` { ${item.children.map((child) => this.item(child)).join(" | ")} }` : ""}`;
	}

	dependency({ target, place, expandedFrom, range }: Dependency): string {
		const on =
			target.kind === "phase"
				? target.phase.name
				: target.kind === "unknown-phase"
					? `unknown ${target.word} ${label(target.label)}`
					: target.kind === "plan"
						? `plan ${target.title} (${target.link}#${target.anchor}) ${target.word} ${target.label ? label(target.label) : "-"}`
						: "text";
		return `${on} by ${place} ${this.at(range)}${expandedFrom ? ` from ${this.at(expandedFrom)}` : ""}`;
	}

	path(path: PathUse): string {
		const facts = [
			path.pattern && "pattern",
			path.directory && "directory",
			path.outside,
			path.lines && `lines ${path.lines.text}`,
			path.done === undefined ? undefined : path.done ? "done" : "open",
		].filter(Boolean);
		return `${path.action} ${path.path} (${path.source}, ${path.reason}) ${this.at(path)}${facts.length > 0 ? `; ${facts.join(", ")}` : ""}`;
	}

	timeline(timeline: Timeline): string[] {
		return [
			`timeline (${timeline.form}) in ${timeline.section?.heading.text.text} of "${timeline.series?.word}"${timeline.hasDurations ? ", durations" : ""}`,
			...timeline.rows.map(
				(row) =>
					`\t${row.role} ${this.at(row.labelRange)} ${row.labels.map(label).join()} -> ${this.all(row.phases, (phase) => phase.name)}; title ${this.at(row.title)}; takes ${this.at(row.estimateRange)} ${amount(row.estimate)}; ${this.status(row.status)}; depends on ${row.dependencies === undefined ? "no column" : this.all(row.dependencies, (dependency) => this.dependency(dependency))}${row.saysNoDependencies ? ", says none" : ""}`,
			),
			...timeline.totals.map(
				(total) => `\ttotal ${this.at(total.estimateRange)} ${amount(total.estimate)} in ${this.at(total.text)}`,
			),
		];
	}

	link(link: Link): string {
		return `${link.kind} ${this.at(link)} to ${this.at(link.urlRange)} ${link.url}`;
	}
}

function label(label: Label): string {
	return `${label.parts.join(".")}${label.last ? `-${label.last.parts.join(".")}` : ""}${label.openEnded ? "+" : ""}`;
}

function amount(estimate: Phase["estimate"]): string {
	const duration = estimate?.duration;
	return `${duration ? `${duration.min}-${duration.max} ${duration.unit}` : "-"}${estimate?.openEnded ? "+" : ""}`;
}
