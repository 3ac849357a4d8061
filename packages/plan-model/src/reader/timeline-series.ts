import { compareLabels, labelKey } from "../text/phase-label.js";
import type { Phase, Section, Series } from "../plan.js";
import { normaliseName } from "../text/name-matching.js";
import type { RowDraft, TimelineSubject } from "./timeline-rows.js";

/** A series, and the phases of it that a row names. */
export interface Match {
	readonly series: Series | undefined;
	resolve(subject: TimelineSubject): Phase[];
}

interface Score {
	readonly series: Series;
	readonly resolved: number;
	readonly titled: number;
	readonly titlesAgreed: number;
	/** The table stands in the section that holds the series. */
	readonly isAround: boolean;
	/** The rows name exactly the phases of the series. */
	readonly isExact: boolean;
	/** The series repeats the phases of another one, as under Success Criteria. */
	readonly isView: boolean;
}

/** Finds the series that the rows of a timeline speak of. */
export class SeriesMatcher {
	readonly #series: readonly Series[];
	readonly #byLabel = new Map<Series, Map<string, Phase[]>>();

	constructor(series: readonly Series[]) {
		this.#series = series;
		for (const each of series) {
			const labels = new Map<string, Phase[]>();
			for (const phase of each.phases) {
				const key = labelKey(phase.label);
				const same = labels.get(key);
				if (same) same.push(phase);
				else labels.set(key, [phase]);
			}
			this.#byLabel.set(each, labels);
		}
	}

	choose(
		rows: readonly RowDraft[],
		word: string | undefined,
		section: Section | undefined,
		isBare: boolean,
	): Match | undefined {
		const pool = this.#series.filter((series) =>
			word === undefined ? true : series.word === word || series.word === "",
		);
		const scored: Score[] = [];
		for (const series of pool) {
			const score = this.#score(series, rows, section);
			// A bare number may count anything: all of them must be there, or the titles must say so.
			const isCertain =
				isBare && score.titlesAgreed === 0
					? score.resolved === rows.length && word !== undefined
					: score.resolved * 2 >= rows.length;
			if (score.resolved >= 2 && isCertain && score.titlesAgreed * 2 >= score.titled) scored.push(score);
		}
		scored.sort(compareScores);
		const [best, next] = scored;
		if (best) {
			if (next && compareScores(best, next) === 0)
				return word === undefined ? undefined : this.#acrossSeries(rows, word);
			return { series: best.series, resolve: (subject) => this.#phasesOf(subject, best.series) };
		}
		return word === undefined ? undefined : this.#acrossSeries(rows, word);
	}

	/** Tasks of several phases in one table (`1.1`, `1.2`, `2.1`): certain where each label stands once in the document. */
	#acrossSeries(rows: readonly RowDraft[], word: string): Match | undefined {
		const unique = new Map<string, Phase | undefined>();
		for (const series of this.#series) {
			if (series.word !== word) continue;
			for (const phase of series.phases) {
				const key = labelKey(phase.label);
				unique.set(key, unique.has(key) ? undefined : phase);
			}
		}
		const resolve = (subject: TimelineSubject): Phase[] =>
			subject.labels.flatMap((label) => unique.get(labelKey(label)) ?? []);
		let resolved = 0;
		let titled = 0;
		let agreed = 0;
		for (const { subject, title } of rows) {
			const [phase] = subject ? resolve(subject) : [];
			if (!phase) return undefined;
			resolved++;
			const agrees = title && titlesAgree(title.text, phase.title.text);
			if (agrees !== undefined) titled++;
			if (agrees) agreed++;
		}
		return resolved >= 2 && agreed * 2 >= titled ? { series: undefined, resolve } : undefined;
	}

	#score(series: Series, rows: readonly RowDraft[], section: Section | undefined): Score {
		let resolved = 0;
		let titled = 0;
		let titlesAgreed = 0;
		const named = new Set<Phase>();
		for (const { subject, title } of rows) {
			const phases = subject ? this.#phasesOf(subject, series) : [];
			const [phase] = phases;
			if (!phase) continue;
			resolved++;
			for (const each of phases) named.add(each);
			if (!title || phases.length > 1) continue;
			const agrees = titlesAgree(title.text, phase.title.text);
			if (agrees === undefined) continue;
			titled++;
			if (agrees) titlesAgreed++;
		}
		let isAround = false;
		for (let each = section; each && !isAround; each = each.parent) isAround = each === series.parent;
		const parent = series.parent?.name;
		return {
			series,
			resolved,
			titled,
			titlesAgreed,
			isAround,
			isExact: resolved === rows.length && named.size === series.phases.length,
			isView: parent !== undefined && parent !== "breakdown",
		};
	}

	#phasesOf(subject: TimelineSubject, series: Series): Phase[] {
		const labels = this.#byLabel.get(series);
		return subject.labels.flatMap((label) => {
			const whole = labels?.get(labelKey(label));
			if (whole) return whole;
			if (!label.last) return [];
			const { last } = label;
			return series.phases.filter(
				(phase) => (compareLabels(label, phase.label) ?? 1) <= 0 && (compareLabels(phase.label, last) ?? 1) <= 0,
			);
		});
	}

	/** `Phase 1.6` where the series has a Phase 1 and counts in whole numbers; or the label of another series. */
	isElsewhere(subject: TimelineSubject, series: Series | undefined): boolean {
		const [label] = subject.labels;
		if (!label || !series) return false;
		const labels = this.#byLabel.get(series);
		for (let length = label.parts.length - 1; length > 0; length--) {
			if (labels?.has(label.parts.slice(0, length).join("."))) return true;
		}
		return this.#series.some(
			(other) => other !== series && other.word === series.word && this.#phasesOf(subject, other).length > 0,
		);
	}
}

function compareScores(a: Score, b: Score): number {
	return (
		b.titlesAgreed - a.titlesAgreed ||
		Number(a.isView) - Number(b.isView) ||
		Number(b.isExact) - Number(a.isExact) ||
		Number(b.isAround) - Number(a.isAround) ||
		b.resolved - a.resolved
	);
}

const GENERIC = new Set([
	"the",
	"and",
	"of",
	"for",
	"to",
	"a",
	"an",
	"in",
	"with",
	"on",
	"und",
	"der",
	"die",
	"das",
	"de",
	"la",
	"el",
	"y",
	"et",
	"phase",
]);

function titleWords(text: string): string[] {
	return normaliseName(text)
		.split(/[\s/-]+/u)
		.filter((word) => word !== "" && !GENERIC.has(word));
}

/** The two titles share a word, or one is an abbreviation of a word of the other; `undefined` where one has none. */
function titlesAgree(row: string, phase: string): boolean | undefined {
	const a = titleWords(row);
	const b = titleWords(phase);
	if (a.length === 0 || b.length === 0) return undefined;
	return a.some((word) =>
		b.some(
			(other) =>
				word === other || (word.length >= 3 && other.startsWith(word)) || (other.length >= 3 && word.startsWith(other)),
		),
	);
}
