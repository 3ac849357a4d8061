import { execAll } from "../text/exec-all.js";
import { overlapsAny } from "../text/range-overlap.js";
import type { Link, Plan } from "../plan.js";
import type { SourceRange } from "../text/source-range.js";

/** `Write the [guide](guide.md)`: a verb of making, with hardly a word between it and the link. */
const MAKES = /^(?:creat|writ|add|generat|introduc|scaffold|draft|produc)/u;
const TURNS_AWAY = new Set(["see", "to", "in", "from", "per", "like", "as"]);
const MOST_WORDS_BETWEEN = 3;

function endsInMaking(before: string): boolean {
	const words = before.toLowerCase().match(/[\p{L}]+/gu) ?? [];
	for (const word of words.slice(-MOST_WORDS_BETWEEN - 1).reverse()) {
		if (MAKES.test(word)) return true;
		if (TURNS_AWAY.has(word)) return false;
	}
	return false;
}

const COMING =
	/\b(?:to be (?:written|created|added|done)|tbd|todo|coming soon|not yet|planned|future|(?:will|does) not exist|doesn't exist|deleted|removed|missing)\b/giu;

/** Whether an open phase delivers or creates a file, or the line of a link says itself that it is not there. */
export function whatIsYetToCome(plan: Plan): (link: Link, path: string) => boolean {
	const isOpen = plan.kind === "plan" && plan.status?.tier !== "done";
	const phases = isOpen ? plan.allPhases.filter((phase) => phase.status?.tier !== "done") : [];
	const isDelivered = overlapsAny(phases.flatMap((phase) => phase.deliverablesField?.range ?? []));
	const created = new Set(
		phases.flatMap((phase) => phase.paths.flatMap(({ action, path }) => (action === "create" ? [path] : []))),
	);
	const saysSo = linesOfWhatIsComing(plan);
	return (link, path) => {
		const { line } = plan.lines.position(link.range.start);
		if (saysSo(line, link.range)) return true;
		if (!isOpen) return false;
		// A phase may name the path from a package.
		const before = plan.text.slice(Math.max(plan.lines.start(line), link.range.start - 60), link.range.start);
		return endsInMaking(before) || isDelivered(link.range) || ends(path).some((end) => created.has(end));
	};
}

/**
 * Whether a line says of something beside a link in it that it is not there yet. Each line is read once, for it may hold
 * thousands of links.
 */
function linesOfWhatIsComing(plan: Plan): (line: number, link: SourceRange) => boolean {
	/** Where in each line the first such words end and the last ones begin. */
	const lines = new Map<number, { readonly firstEnd: number; readonly lastStart: number }>();
	return (line, { start, end }) => {
		let words = lines.get(line);
		if (!words) {
			const from = plan.lines.start(line);
			const found = execAll(COMING, plan.text.slice(from, plan.lines.start(line + 1)));
			const [first, last] = [found[0], found.at(-1)];
			words = {
				firstEnd: first ? from + first.index + first[0].length : Infinity,
				lastStart: last ? from + last.index : -Infinity,
			};
			lines.set(line, words);
		}
		return words.firstEnd <= start || words.lastStart >= end;
	};
}

/** `a/b/c`, `b/c`, `c` */
function ends(path: string): string[] {
	const parts = path.split("/");
	return parts.map((_, at) => parts.slice(at).join("/"));
}
