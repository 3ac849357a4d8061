import type { Plan } from "../plan.js";
import type { Repository } from "../workspace/repository.js";
import type { LocatedText } from "../text/source-range.js";
import { fileName } from "../text/path-name.js";
import { execAll } from "../text/exec-all.js";

/** `ADR-0042`, `ADR 42`, `ADR #42`; `META-ADR-0042` counts records of its own. */
const MENTION = /(?<![\p{L}\p{N}_-])(?:ADR)[-\s]?#?(\d{1,5})(?![\p{L}\p{N}_])/gu;

/** `0042-title.md`, `ADR-0042.md`, `adr_42_title.md` */
const RECORD = /^(?:adr[-_ ]?)?(\d{1,5})(?![\p{L}\p{N}])/iu;

/** A decision record that a document names and nobody has. */
export interface MissingDecision {
	readonly mention: LocatedText;
	/** The highest number of the records that are there. */
	readonly last: number;
}

/**
 * The decision records that the text of a document names by a number which no record has. A number above all others
 * may be one that is still to be written.
 * @param folder of the records, relative to the root of the repository
 */
export function missingDecisions(plan: Plan, folder: string, repository: Repository): MissingDecision[] {
	const mentions = decisionMentions(plan);
	if (mentions.length === 0) return [];
	const numbers = recordNumbers(folder, repository);
	const last = Math.max(0, ...numbers);
	return mentions.flatMap(({ mention, number }) => (numbers.has(number) || number > last ? [] : [{ mention, last }]));
}

function decisionMentions(plan: Plan): { readonly mention: LocatedText; readonly number: number }[] {
	return plan.proseRanges.flatMap((range) =>
		[...execAll(MENTION, plan.text.slice(range.start, range.end))].flatMap((match) => {
			const start = range.start + match.index;
			const mention = { text: match[0], range: { start, end: start + match[0].length } };
			// The target of a link says which record is meant.
			const isLinked = plan.links.some((link) => link.range.start <= start && start < link.range.end);
			return isLinked ? [] : [{ mention, number: Number(match[1]) }];
		}),
	);
}

function recordNumber(name: string): number | undefined {
	const number = RECORD.exec(name)?.[1];
	return number === undefined ? undefined : Number(number);
}

const known = new WeakMap<Repository, Map<string, ReadonlySet<number>>>();

function recordNumbers(folder: string, repository: Repository): ReadonlySet<number> {
	let folders = known.get(repository);
	if (!folders) known.set(repository, (folders = new Map<string, ReadonlySet<number>>()));
	let numbers = folders.get(folder);
	if (!numbers) {
		const inside = folder === "" ? "" : `${folder.replace(/^\.\/+|(?<!\/)\/+$/gu, "")}/`;
		const names = [...repository.paths].filter((path) => path.startsWith(inside)).map(fileName);
		folders.set(folder, (numbers = new Set(names.flatMap((name) => recordNumber(name) ?? []))));
	}
	return numbers;
}
