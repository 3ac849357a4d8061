import type { DocumentKind } from "../plan.js";
import type { Label } from "../text/phase-label.js";
import type { Tier } from "../text/vocabulary.js";
import type { DependencySummary, DocumentSummary, PhaseSummary, WriteSummary } from "./workspace.js";

/*
 * Summaries as lists of numbers and tables of what many of them say alike (texts, labels, dependencies), for a cache on the
 * disk: names of members cost more than what they hold. What comes back shares what is alike; as JSON gives objects, a
 * thousand summaries take five times the memory. It is looked at member by member, since a file can hold anything.
 */

/** Changes whenever the lists below do. */
export const SUMMARY_FORMAT = 1;

const KINDS: readonly DocumentKind[] = ["index", "template", "archive", "plan"];
const TIERS: readonly Tier[] = ["planned", "active", "done", "blocked", "dropped"];
const ACTIONS: readonly WriteSummary["action"][] = ["create", "change", "delete"];

/** Plain data for `JSON.stringify`: tables of texts, labels and lists of dependencies, then the summaries. */
export type EncodedSummaries = readonly [texts: unknown, labels: unknown, dependencies: unknown, summaries: unknown];

/** @returns what {@link decodeSummaries} gives back */
export function encodeSummaries(summaries: readonly DocumentSummary[]): EncodedSummaries {
	const encoder = new Encoder();
	const encoded = summaries.map((summary) => encoder.document(summary));
	return [encoder.texts.all, encoder.labels.all, encoder.dependencies.all, encoded];
}

/** What stands in a table once, with its place. */
class Table {
	readonly all: unknown[] = [];
	readonly #places = new Map<string, number>();

	placeOf(key: string, encode: () => unknown): number {
		let place = this.#places.get(key);
		if (place === undefined) {
			place = this.all.push(encode()) - 1;
			this.#places.set(key, place);
		}
		return place;
	}
}

/** Stands for "none" where a place in a table is written. */
const NONE = -1;

class Encoder {
	readonly texts: Table = new Table();
	readonly labels: Table = new Table();
	readonly dependencies: Table = new Table();

	document(summary: DocumentSummary): unknown[] {
		return [
			this.#text(summary.path),
			this.#text(summary.folder),
			KINDS.indexOf(summary.kind),
			this.#text(summary.title),
			this.#text(summary.feature),
			TIERS.indexOf(summary.status as Tier),
			this.#text(summary.statusText),
			summary.titleLine,
			this.#text(summary.description),
			summary.anchors.map((anchor) => this.#text(anchor)),
			this.#dependencies(summary.dependencies),
			summary.phases.map((phase) => [
				this.#text(phase.name),
				this.#label(phase.label),
				this.#text(phase.title),
				phase.line,
				this.#text(phase.anchor),
				TIERS.indexOf(phase.status as Tier),
				Number(phase.declaresDependencies),
				this.#dependencies(phase.dependencies),
				phase.writes.map(({ path, pattern, directory, action, line }) => [
					this.#text(path),
					Number(pattern) + 2 * Number(directory),
					ACTIONS.indexOf(action),
					line,
				]),
			]),
		];
	}

	#text(text: string | undefined): number {
		return text === undefined ? NONE : this.texts.placeOf(text, () => text);
	}

	#label(label: Label | undefined): number {
		if (label === undefined) return NONE;
		const { start, end, text, parts, roman, last, openEnded, placeholder } = label;
		const flags = Number(openEnded) + 2 * Number(placeholder);
		const encoded = [start, end, this.#text(text), parts, roman ?? NONE, this.#label(last), flags];
		return this.labels.placeOf(JSON.stringify(encoded), () => encoded);
	}

	#dependencies(dependencies: readonly DependencySummary[]): number {
		const encoded = dependencies.map(({ link, title, anchor, word, label }) => [
			this.#text(link),
			this.#text(title),
			this.#text(anchor),
			this.#text(word),
			this.#label(label),
		]);
		return this.dependencies.placeOf(JSON.stringify(encoded), () => encoded);
	}
}

/**
 * Reads what {@link encodeSummaries} made.
 * @throws {TypeError} it is something else
 */
export function decodeSummaries(encoded: readonly unknown[]): DocumentSummary[] {
	const [texts, labels, dependencies, summaries] = list(encoded, 4);
	const decoder = new Decoder(list(texts), list(labels), list(dependencies));
	return list(summaries).map((summary) => decoder.document(summary));
}

class Decoder {
	readonly #texts: readonly string[];
	/** Of a range the last label stands in front of it. */
	readonly #labels: Label[] = [];
	readonly #dependencies: readonly (readonly DependencySummary[])[];

	constructor(texts: readonly unknown[], labels: readonly unknown[], dependencies: readonly unknown[]) {
		for (const text of texts) if (typeof text !== "string") throw new TypeError("no text");
		this.#texts = texts as readonly string[];
		for (const label of labels) this.#labels.push(this.#readLabel(label));
		this.#dependencies = dependencies.map((all) => list(all).map((each) => this.#readDependency(each)));
	}

	document(data: unknown): DocumentSummary {
		const [path, folder, kind, title, feature, status, statusText, titleLine, description, anchors, on, phases] = list(
			data,
			12,
		);
		return {
			path: at(this.#texts, path),
			folder: at(this.#texts, folder),
			kind: at(KINDS, kind),
			title: optional(this.#texts, title),
			feature: optional(this.#texts, feature),
			status: optional(TIERS, status),
			statusText: optional(this.#texts, statusText),
			titleLine: integer(titleLine),
			phases: list(phases).map((phase) => this.#phase(phase)),
			anchors: list(anchors).map((anchor) => at(this.#texts, anchor)),
			description: optional(this.#texts, description),
			dependencies: at(this.#dependencies, on),
		};
	}

	#phase(data: unknown): PhaseSummary {
		const [name, label, title, line, anchor, status, declares, on, writes] = list(data, 9);
		return {
			name: at(this.#texts, name),
			label: at(this.#labels, label),
			title: at(this.#texts, title),
			line: integer(line),
			anchor: optional(this.#texts, anchor),
			status: optional(TIERS, status),
			declaresDependencies: integer(declares) === 1,
			dependencies: at(this.#dependencies, on),
			writes: list(writes).length === 0 ? NO_WRITES : list(writes).map((write) => this.#write(write)),
		};
	}

	#write(data: unknown): WriteSummary {
		const [path, flags, action, line] = list(data, 4);
		return {
			path: at(this.#texts, path),
			pattern: (integer(flags) & 1) === 1,
			directory: (integer(flags) & 2) === 2,
			action: at(ACTIONS, action),
			line: integer(line),
		};
	}

	#readDependency(data: unknown): DependencySummary {
		const [link, title, anchor, word, label] = list(data, 5);
		return {
			link: optional(this.#texts, link),
			title: optional(this.#texts, title),
			anchor: optional(this.#texts, anchor),
			word: optional(this.#texts, word),
			label: optional(this.#labels, label),
		};
	}

	#readLabel(data: unknown): Label {
		const [start, end, text, parts, roman, last, flags] = list(data, 7);
		return {
			start: integer(start),
			end: integer(end),
			text: at(this.#texts, text),
			parts: list(parts).map((part) => {
				// JSON reads `1e999` as infinite, and writes that as null.
				if (!Number.isFinite(part) && typeof part !== "string") throw new TypeError("no part of a label");
				return part as number | string;
			}),
			roman: integer(roman) === NONE ? undefined : integer(roman),
			last: optional(this.#labels, last),
			openEnded: (integer(flags) & 1) === 1,
			placeholder: (integer(flags) & 2) === 2,
		};
	}
}

const NO_WRITES: readonly WriteSummary[] = [];

function list(data: unknown, length?: number): unknown[] {
	if (!Array.isArray(data) || (length !== undefined && data.length !== length)) throw new TypeError("no list");
	return data as unknown[];
}

function integer(data: unknown): number {
	if (!Number.isSafeInteger(data)) throw new TypeError("no integer");
	return data as number;
}

function at<T>(table: readonly T[], place: unknown): T {
	const found = table[integer(place)];
	if (found === undefined) throw new TypeError("no such place");
	return found;
}

function optional<T>(table: readonly T[], place: unknown): T | undefined {
	return place === NONE ? undefined : at(table, place);
}
