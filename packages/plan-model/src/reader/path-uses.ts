import { appendAll } from "../text/append-all.js";
import { readCommand } from "../text/command-text.js";
import type { InlineRun, InlineText } from "./inline-text.js";
import { flattenItems } from "./items.js";
import { readPathList, readPathText, type PathText } from "../text/path-text.js";
import type { CommandUse, Field, Item, PathAction, PathUse } from "../plan.js";
import type { LocatedText } from "../text/source-range.js";
import type { FieldName, Vocabulary } from "../text/vocabulary.js";

/** What a label of a files field says about the paths behind it. */
const LABEL_ACTIONS: Partial<Record<FieldName, PathAction>> = {
	create: "create",
	modify: "change",
	delete: "delete",
	test: "change",
};

const NOTE_ACTIONS: Record<NonNullable<PathText["note"]>, PathAction> = {
	new: "create",
	modified: "change",
	deleted: "delete",
};

/** Where a text stands decides what a path in it means when no verb says so. */
export interface PathSetting {
	readonly source: PathUse["source"];
	/** The action of a path that no verb governs. */
	readonly fallback: PathAction;
	readonly done: boolean | undefined;
	/** Paths in Testing are read, whatever the verbs say. */
	readonly always?: PathAction | undefined;
}

/**
 * The paths that a text names, with what happens to them: the verb that governs a path decides (`Create`, `adds`,
 * `see`), a note behind it (`(NEW)`) overrules.
 */
export function readPathUses(
	text: InlineText,
	setting: PathSetting,
	vocabulary: Vocabulary,
	folder: string,
): PathUse[] {
	const uses: PathUse[] = [];
	for (const run of text.runs) {
		if (run.kind === "code") {
			const path = readPathText(text.text.slice(run.start, run.end), "code");
			if (path?.certain) uses.push(use(path, run, text, setting, vocabulary));
		}
	}
	for (const link of linksOf(text)) {
		const path = readPathText(link.url, "link");
		if (!path?.certain || path.outside || /\.(?:md|mdx|markdown)$/iu.test(path.path)) continue;
		if (uses.some((known) => known.range.start >= link.range.start && known.range.end <= link.range.end)) continue;
		uses.push({
			...use(path, link.run, text, setting, vocabulary),
			path: joinPath(folder, path.path),
			range: link.range,
		});
	}
	return uses;
}

/** The paths of an explicit files field, in no order: every path counts, written as code, link or plain text. */
export function readFilesField(field: Field, vocabulary: Vocabulary, folder: string): PathUse[] {
	const fallback = (field.name ? LABEL_ACTIONS[field.name] : undefined) ?? "change";
	const uses: PathUse[] = [];
	const visit = (text: InlineText, action: PathAction, done: boolean | undefined, list = text): void => {
		const setting: PathSetting = { source: "files", fallback: action, done, always: action };
		const found = readPathUses(text, setting, vocabulary, folder);
		if (found.length > 0) appendAll(uses, found);
		else {
			for (const path of readPathList(list.text)) {
				if (path.certain) uses.push(listedUse(path, list, setting));
			}
		}
	};
	visit(field.value, fallback, undefined);
	const stack = field.items.map((item) => ({ item, action: fallback }));
	for (let entry = stack.pop(); entry; entry = stack.pop()) {
		if (entry.item.excluded) continue;
		const label = /^\s*([\p{L} ]{2,20})[:：]/u.exec(entry.item.text.text);
		const named = label?.[1] ? vocabulary.field(label[1]) : undefined;
		const action = (named ? LABEL_ACTIONS[named] : undefined) ?? entry.action;
		// `Delete: src/a.ts` is no list of two paths.
		const list = label && named ? entry.item.text.slice(label[0].length) : entry.item.text;
		visit(entry.item.text, action, entry.item.box && !entry.item.box.other ? entry.item.box.checked : undefined, list);
		for (const child of entry.item.children) stack.push({ item: child, action });
	}
	return uses;
}

/** Commands that stand as code spans in a text. */
export function readCommandUses(text: InlineText, source: CommandUse["source"]): CommandUse[] {
	const uses: CommandUse[] = [];
	for (const run of text.runs) {
		if (run.kind !== "code") continue;
		const code = text.text.slice(run.start, run.end);
		if (readCommand(code, "code")) uses.push({ text: code, range: run.range, source, context: "code" });
	}
	return uses;
}

/** Commands in the items of a list; what is struck through or deferred is not to be run. */
export function itemCommands(items: readonly Item[], source: CommandUse["source"]): CommandUse[] {
	return flattenItems(items).flatMap((item) =>
		item.excluded ? [] : item.paragraphs.flatMap((paragraph) => readCommandUses(paragraph, source)),
	);
}

function use(path: PathText, run: InlineRun, text: InlineText, setting: PathSetting, vocabulary: Vocabulary): PathUse {
	const verb = governingVerb(text, run, vocabulary);
	const note = path.note ?? noteBehind(text.text, run.end);
	const action = note ? NOTE_ACTIONS[note] : (setting.always ?? verb?.action ?? setting.fallback);
	return {
		path: path.path,
		pattern: path.pattern,
		directory: path.directory,
		action,
		source: setting.source,
		reason: note ? `(${note})` : (verb?.word ?? ""),
		lines: linesOf(path, (start, end) => text.rangeOf(run.start + start, run.start + end)),
		outside: path.outside,
		done: setting.done,
		range: run.kind === "code" && run.exact ? text.rangeOf(run.start + path.start, run.start + path.end) : run.range,
	};
}

function listedUse(path: PathText, text: InlineText, setting: PathSetting): PathUse {
	return {
		path: path.path,
		pattern: path.pattern,
		directory: path.directory,
		action: path.note ? NOTE_ACTIONS[path.note] : setting.fallback,
		source: setting.source,
		reason: path.note ? `(${path.note})` : "",
		lines: linesOf(path, (start, end) => text.rangeOf(start, end)),
		outside: path.outside,
		done: setting.done,
		range: text.rangeOf(path.start, path.end),
	};
}

function linesOf(path: PathText, place: (start: number, end: number) => LocatedText["range"]): LocatedText | undefined {
	return path.lines ? { text: path.lines.text, range: place(path.lines.start, path.lines.end) } : undefined;
}

function noteBehind(text: string, end: number): PathText["note"] {
	const match = /^\s*[([](new|create[d]?|modif(?:y|ied)|update[d]?|delete[d]?|removed?)(?: file)?[)\]]/iu.exec(
		text.slice(end, end + 24),
	);
	const word = match?.[1]?.toLowerCase();
	if (word === undefined) return undefined;
	if (word.startsWith("new") || word.startsWith("create")) return "new";
	return word.startsWith("delete") || word.startsWith("remove") ? "deleted" : "modified";
}

/** Words that may stand between `Add` and the path it adds without changing what is added. */
const ARTICLES = new Set([
	"a",
	"an",
	"the",
	"new",
	"file",
	"files",
	"module",
	"component",
	"test",
	"tests",
	"script",
	"folder",
	"directory",
]);

/** The verb closest before the path; without one, the first verb behind it (`src/a.ts: add the flag`). */
function governingVerb(
	text: InlineText,
	run: InlineRun,
	vocabulary: Vocabulary,
): { readonly word: string; readonly action: PathAction } | undefined {
	const before = wordsOf(text.withoutCode.slice(Math.max(0, run.start - 200), run.start));
	for (let at = before.length - 1; at >= 0; at--) {
		const word = before[at];
		if (word === undefined) continue;
		if (vocabulary.isReadVerb(word)) return { word, action: "read" };
		if (!vocabulary.isWriteVerb(word)) continue;
		if (isForbidden(before, at)) return { word, action: "read" };
		const between = before.slice(at + 1);
		// "Build the release with `scripts/build.sh`": what stands behind "with" is the tool; "replace `a` with `b`" has none.
		const instrument = between.lastIndexOf("with");
		if (instrument > 0 && between.slice(instrument + 1).every((each) => ARTICLES.has(each)))
			return { word: "with", action: "read" };
		const isDirect = between.every((each) => ARTICLES.has(each));
		return { word, action: writeAction(word, isDirect) };
	}
	const colon = /^\s*[:：—–-]\s*/u.exec(text.text.slice(run.end));
	if (!colon) return undefined;
	const [first] = wordsOf(text.withoutCode.slice(run.end + colon[0].length, run.end + colon[0].length + 40));
	if (first === undefined) return undefined;
	if (vocabulary.isReadVerb(first)) return { word: first, action: "read" };
	return vocabulary.isWriteVerb(first) ? { word: first, action: writeAction(first, false) } : undefined;
}

const AUXILIARIES = new Set(["do", "does", "must", "should", "shall", "may", "will", "can", "to"]);

/** `Do not change x`, `must never delete x`; but `If not, create x`. */
function isForbidden(words: readonly string[], verb: number): boolean {
	const [not, auxiliary = ""] = [words[verb - 1], words[verb - 2]];
	return not === "never" || (not === "not" && AUXILIARIES.has(auxiliary)) || (not === "t" && auxiliary === "don");
}

/** `Create x` creates x; `Add y to x` changes it. */
function writeAction(verb: string, isDirect: boolean): PathAction {
	if (/^(?:delet|remov|drop)/u.test(verb)) return isDirect ? "delete" : "change";
	if (/^(?:creat|scaffold|generat|introduc)/u.test(verb)) return isDirect ? "create" : "change";
	if (/^add/u.test(verb) && isDirect) return "create";
	return "change";
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
}

function linksOf(
	text: InlineText,
): { readonly url: string; readonly range: LocatedText["range"]; readonly run: InlineRun }[] {
	const links: { url: string; range: LocatedText["range"]; run: InlineRun }[] = [];
	for (const run of text.runs) {
		if (run.link && links.at(-1)?.range !== run.link.range) links.push({ ...run.link, run });
	}
	return links;
}

/** A link is relative to the document; everything else in the model is relative to the root of the repository. */
export function joinPath(folder: string, path: string): string {
	const segments = folder === "" ? [] : folder.split("/");
	for (const segment of path.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
		else segments.push(segment);
	}
	return segments.join("/");
}
