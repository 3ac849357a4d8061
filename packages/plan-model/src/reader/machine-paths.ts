import type { Nodes, Root } from "mdast";
import { readCodeBlocks } from "./code-blocks.js";
import { codeLines, isShellLanguage } from "./fields.js";
import { rangeOf } from "./inline-text.js";
import { relativeLink } from "../text/link-target.js";
import type { Link, MachinePath } from "../plan.js";
import type { Repository } from "../workspace/repository.js";
import type { SourceRange } from "../text/source-range.js";
import { execAll } from "../text/exec-all.js";

/** A path below a person's home folder in a text; offsets are those of the text. */
export interface MachinePathText {
	readonly start: number;
	readonly end: number;
	/** The name of the home folder. */
	readonly user: string;
	/** What follows it, with `/` between the segments. */
	readonly below: string;
	/** `/home/…` alone may as well be a route of a server; the rest of the path says whether it is one. */
	readonly certain: boolean;
}

const NAME = String.raw`[^\s/\\${"`"}'"<>()\[\]{}|,;:*?$&#%=]+`;
const REST = String.raw`(?:[\\/][^\s${"`"}'"<>()\[\]{}|,;]*)?`;
/** Not in the middle of another path, a URL or a variable. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_$}>~.\-/\\:])`;

const HOME_FOLDER = new RegExp(
	`${BEFORE}(?:file:/{0,3})?(?:[A-Za-z]:[\\\\/]{1,2}[Uu]sers[\\\\/]{1,2}|(?:/mnt)?/[a-z]/Users/|/(?:Users|home)/)(${NAME})(${REST})`,
	"gu",
);

/** Folders in which people keep their work. */
const WORK_FOLDERS: ReadonlySet<string> = new Set(
	"documents desktop downloads projects project code dev develop development src source sources repos repo repositories git github gitlab work workspace workspaces sites library onedrive dropbox .config .local .cache .ssh go".split(
		" ",
	),
);
const LONGEST = 1024;

/**
 * Finds paths that exist on one person's machine: below `/Users`, `/home` or `C:\Users`, with or without `file://`.
 *
 * A name that is open (`/Users/<name>`, `/home/$USER`) or a number (`/Users/42`, a route) names no person. Whether the
 * name is one that every machine has (`/home/node`) is for the caller. Linear in the length of the text.
 */
export function findMachinePaths(text: string): MachinePathText[] {
	if (!/users|home/iu.test(text)) return [];
	const found: MachinePathText[] = [];
	for (const match of execAll(HOME_FOLDER, text)) {
		const [written, user = "", rest = ""] = match;
		if (written.length > LONGEST) continue;
		const trimmed = written.replace(/(?<![.:!?…*_])[.:!?…*_]+$/u, "");
		if (/^[\d.-]+$/u.test(user) || (rest === "" && /[<{[$*]/u.test(text.charAt(match.index + written.length))))
			continue;
		const marks = written.length - trimmed.length;
		const below = rest
			.slice(0, rest.length - marks)
			.replace(/[\\/]+/gu, "/")
			.replace(/^\//u, "");
		const isHome = /^(?:file:\/{0,3})?\/home\//u.test(written);
		found.push({
			start: match.index,
			end: match.index + trimmed.length,
			// `It was /home/ada.`
			user: rest === "" ? user.slice(0, user.length - marks) : user,
			below,
			certain: isHome ? looksLikeWork(below) : rest !== "",
		});
	}
	return found;
}

/** Deep, in a folder that people work in, or a file. */
function looksLikeWork(below: string): boolean {
	const segments = below.split("/").filter((segment) => segment !== "");
	if (segments.length >= 4) return true;
	return (
		segments.some((segment) => WORK_FOLDERS.has(segment.toLowerCase())) ||
		/[^/]\.\w{1,8}(?::\d+(?:-\d+)?)?$/u.test(below)
	);
}

/**
 * The machine paths of a document: in links, code spans, prose and lines of shell fences. Other code blocks hold
 * data and sample output as often as paths that somebody is to use.
 */
export function readMachinePaths(root: Root, source: string, links: readonly Link[]): MachinePath[] {
	if (!/(?:users|home)[\\/]|file:\/\//iu.test(source)) return [];
	const candidates: (MachinePath & { readonly certain: boolean })[] = [];
	// A bare URL is a link and a text, a definition the target of many references: each place is read once.
	const read = new Set<number>();
	const add = (range: SourceRange, place: MachinePath["place"], url?: string): void => {
		if (read.has(range.start)) return;
		read.add(range.start);
		const text = source.slice(range.start, range.end);
		const paths = findMachinePaths(text);
		const [first] = paths;
		const whole = first?.start === 0 && (place === "link" || (place === "code" && isOneWindowsPath(text)));
		if (whole) {
			const below = text
				.slice(text.indexOf(first.user) + first.user.length)
				.replace(/[\\/]+/gu, "/")
				.replace(/^\//u, "");
			candidates.push({ range, text, place, user: first.user, below, certain: first.certain });
		} else if (place === "link" && url !== undefined && /^file:/iu.test(url)) {
			candidates.push({ range, text, place, user: undefined, below: "", certain: true });
		} else {
			for (const { start, end, user, below, certain } of paths) {
				const part = { start: range.start + start, end: range.start + end };
				candidates.push({
					range: part,
					text: text.slice(start, end),
					place,
					user,
					below,
					certain: certain || place === "shell",
				});
			}
		}
	};
	for (const link of links) add(link.urlRange, "link", link.url);
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === "inlineCode") add(innerRange(rangeOf(node), source), "code");
		else if (node.type === "text" || node.type === "yaml") add(rangeOf(node), "prose");
		else if ("children" in node)
			for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Nodes);
	}
	for (const { node } of readCodeBlocks(root)) {
		if (isShellLanguage(node.lang)) for (const line of codeLines(node, source)) add(line.range, "shell");
	}
	// Whoever owns one path that is certain owns the others, too.
	const owners = new Set(candidates.flatMap((path) => (path.certain && path.user !== undefined ? [path.user] : [])));
	return candidates
		.filter((path) => path.certain || (path.user !== undefined && owners.has(path.user)))
		.sort((a, b) => a.range.start - b.range.start);
}

/** A code span without its fence of backticks. */
function innerRange(range: SourceRange, source: string): SourceRange {
	let { start, end } = range;
	while (start < end && source.charCodeAt(start) === 96) start++;
	while (end > start && source.charCodeAt(end - 1) === 96) end--;
	return { start, end };
}

/** A code span that holds one path of Windows and nothing else: such paths have spaces (`OneDrive - Firm`). */
function isOneWindowsPath(text: string): boolean {
	return /^[A-Za-z]:[\\/]/u.test(text) && !/["'|&;<>]|\s-{1,2}\w|\s[A-Za-z]:/u.test(text);
}

/**
 * The path of the repository that a machine path means: its longest end that git tracks, behind the folder of the
 * repository or at least two segments long, since every repository has a `src` of its own.
 *
 * @param from the document, relative to the root: a link starts there, everything else at the root
 * @returns with what stood behind the path (`#L10`, `:10`); `undefined` where git tracks no end of it
 */
export function relativeMachinePath(
	{ below, place }: Pick<MachinePath, "below" | "place">,
	from: string | undefined,
	repository: Pick<Repository, "root" | "hasFile" | "hasDirectory">,
): string | undefined {
	const behind = below.search(/#|:\d/u);
	const rest = behind < 0 ? "" : below.slice(behind);
	const segments = (behind < 0 ? below : below.slice(0, behind)).split("/").filter((segment) => segment !== "");
	const folder = repository.root.split(/[\\/]/u).at(-1);
	for (let first = 0; first < segments.length; first++) {
		if (segments.length - first < 2 && segments[first - 1] !== folder) continue;
		const end = segments.slice(first);
		const path = (place === "link" ? end.map(decode) : end).join("/");
		if (!repository.hasFile(path) && !repository.hasDirectory(path)) continue;
		return (place === "link" ? relativeLink(from ?? "", path) : path) + rest;
	}
	return undefined;
}

/** Percent escapes as git has them; a stray `%` stays what it is. */
function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
