import type { DocumentKind } from "../plan.js";
import type { Label } from "../text/phase-label.js";
import type { Tier } from "../text/vocabulary.js";
import type { DependencySummary, DocumentSummary, PhaseSummary, WriteSummary } from "./workspace.js";

/*
 * Summaries as lists instead of objects, for a cache on the disk: names of members cost more than what they hold. What
 * comes back is looked at member by member, since a file can hold anything, and shares what many documents say alike
 * (labels, names of phases, dependencies on a phase): as JSON gives them, a thousand summaries take five times the memory.
 */

/** Changes whenever the lists below do. */
export const SUMMARY_FORMAT = 1;

const KINDS: readonly DocumentKind[] = ["index", "template", "archive", "plan"];
const TIERS: readonly Tier[] = ["planned", "active", "done", "blocked", "dropped"];
const ACTIONS: readonly WriteSummary["action"][] = ["create", "change", "delete"];

/** Plain data for `JSON.stringify`; what is `undefined` is `null` there. */
export function encodeSummary(summary: DocumentSummary): unknown[] {
	const { anchors } = summary;
	return [
		summary.path,
		summary.folder,
		KINDS.indexOf(summary.kind),
		summary.title,
		summary.feature,
		TIERS.indexOf(summary.status as Tier),
		summary.statusText,
		summary.titleLine,
		summary.description,
		anchors,
		summary.dependencies.map(encodeDependency),
		summary.phases.map((phase) => [
			phase.name,
			encodeLabel(phase.label),
			phase.title,
			phase.line,
			encodeAnchor(phase.anchor, anchors),
			TIERS.indexOf(phase.status as Tier),
			Number(phase.declaresDependencies),
			phase.dependencies.map(encodeDependency),
			phase.writes.map(({ path, pattern, directory, action, line }) => [
				path,
				Number(pattern) + 2 * Number(directory),
				ACTIONS.indexOf(action),
				line,
			]),
		]),
	];
}

/** The place among those of the document, which holds nearly all of them. */
function encodeAnchor(anchor: string | undefined, anchors: readonly string[]): number | string | undefined {
	const at = anchor === undefined ? -1 : anchors.indexOf(anchor);
	return at < 0 ? anchor : at;
}

function encodeDependency({ link, title, anchor, word, label }: DependencySummary): unknown[] {
	return [link, title, anchor, word, label && encodeLabel(label)];
}

function encodeLabel({ start, end, text, parts, roman, last, openEnded, placeholder }: Label): unknown[] {
	return [start, end, text, parts, roman, last && encodeLabel(last), Number(openEnded) + 2 * Number(placeholder)];
}

/** Reads what {@link encodeSummary} made, sharing what is alike with all that the same decoder has read. */
export class SummaryDecoder {
	readonly #shared = new Map<string, unknown>();

	/** @throws {TypeError} it is something else */
	decode(data: unknown): DocumentSummary {
		const [path, folder, kind, title, feature, status, statusText, titleLine, description, anchors, on, phases] = list(
			data,
			12,
		);
		const names = list(anchors).map((anchor) => this.#text(anchor));
		return {
			path: text(path),
			folder: this.#text(folder),
			kind: known(KINDS[integer(kind)]),
			title: optional(title, text),
			feature: optional(feature, text),
			status: TIERS[integer(status)],
			statusText: optional(statusText, (each) => this.#text(each)),
			titleLine: integer(titleLine),
			phases: list(phases).map((phase) => this.#phase(phase, names)),
			anchors: names,
			description: optional(description, text),
			dependencies: this.#dependencies(on),
		};
	}

	#phase(data: unknown, anchors: readonly string[]): PhaseSummary {
		const [name, label, title, line, anchor, status, declares, dependencies, writes] = list(data, 9);
		return {
			name: this.#text(name),
			label: this.#share("label", label, () => readLabel(label)),
			title: this.#text(title),
			line: integer(line),
			anchor: optional(anchor, (each) => (typeof each === "string" ? each : known(anchors[integer(each)]))),
			status: TIERS[integer(status)],
			declaresDependencies: integer(declares) === 1,
			dependencies: this.#dependencies(dependencies),
			writes: this.#list(writes, (write) => this.#write(write)),
		};
	}

	#write(data: unknown): WriteSummary {
		const [path, flags, action, line] = list(data, 4);
		return {
			path: this.#text(path),
			pattern: (integer(flags) & 1) === 1,
			directory: (integer(flags) & 2) === 2,
			action: known(ACTIONS[integer(action)]),
			line: integer(line),
		};
	}

	#dependencies(data: unknown): readonly DependencySummary[] {
		return this.#share("dependencies", data, () => list(data).map(readDependency));
	}

	#list<T>(data: unknown, read: (each: unknown) => T): readonly T[] {
		const all = list(data);
		return all.length === 0 ? this.#share("nothing", all, () => []) : all.map(read);
	}

	#text(data: unknown): string {
		const read = text(data);
		return this.#share("text", read, () => read);
	}

	/** What is read alike in one place is alike. */
	#share<T>(place: "text" | "label" | "dependencies" | "nothing", data: unknown, read: () => T): T {
		const key = `${place} ${typeof data === "string" ? data : JSON.stringify(data)}`;
		const before = this.#shared.get(key);
		if (before !== undefined) return before as T;
		const made = read();
		this.#shared.set(key, made);
		return made;
	}
}

function readDependency(data: unknown): DependencySummary {
	const [link, title, anchor, word, label] = list(data, 5);
	return {
		link: optional(link, text),
		title: optional(title, text),
		anchor: optional(anchor, text),
		word: optional(word, text),
		label: optional(label, readLabel),
	};
}

function readLabel(data: unknown): Label {
	const [start, end, written, parts, roman, last, flags] = list(data, 7);
	return {
		start: integer(start),
		end: integer(end),
		text: text(written),
		parts: list(parts).map((part) => (typeof part === "number" ? part : text(part))),
		roman: optional(roman, integer),
		// A range ends with a label that is none.
		last: optional(last, (each) => readLabel(list(each, 7).with(5, null))),
		openEnded: (integer(flags) & 1) === 1,
		placeholder: (integer(flags) & 2) === 2,
	};
}

function list(data: unknown, length?: number): unknown[] {
	if (!Array.isArray(data) || (length !== undefined && data.length !== length)) throw new TypeError("no list");
	return data as unknown[];
}

function text(data: unknown): string {
	if (typeof data !== "string") throw new TypeError("no text");
	return data;
}

function integer(data: unknown): number {
	if (!Number.isSafeInteger(data)) throw new TypeError("no integer");
	return data as number;
}

function optional<T>(data: unknown, read: (data: unknown) => T): T | undefined {
	return data === null || data === undefined ? undefined : read(data);
}

function known<T>(value: T | undefined): T {
	if (value === undefined) throw new TypeError("no such value");
	return value;
}
