import { join, relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ESLint } from "eslint";
import { withTextsAtHand } from "eslint-config-acid-plans";
import type { CheckOptions } from "./check-options.js";
import { count, tellReport } from "./check-report.js";
import { DocumentTally } from "./document-tally.js";
import { ExitCode } from "../exit-code.js";
import { type EarlierCount, readEarlierCounts, writeEarlierCounts } from "./earlier-counts.js";
import { countFindings, type FindingCounts, separateOlder, withMessages } from "./finding-comparison.js";
import { coveredBy, createPlanLinter, type PlanLinter } from "./plan-linter.js";
import { areRefused } from "../plans/refused-text.js";
import { notCovered } from "../problems.js";
import { ProgressLine } from "./progress-line.js";
import { type Candidates, isSilent, refuseUnmerged, type Snapshot, snapshotTexts } from "./snapshot.js";
import { tellSome } from "./plan-links.js";
import { linksNotFollowed } from "./snapshot-links.js";
import { isRelevant } from "./snapshot-relevance.js";
import { findVisibleFacts, mayConfigureRules, type VisibleFacts } from "./visible-facts.js";
import { templateNotes } from "./template-notes.js";
import { withIndexOf } from "./temporary-index.js";

/**
 * Lints the plans among the candidates, and judges: see `check-snapshot.ts`.
 *
 * @throws {CannotRun}
 */
export async function judgeSnapshot(
	cwd: string,
	snapshot: Snapshot,
	candidates: Candidates,
	options: CheckOptions,
): Promise<ExitCode> {
	const { location, source, words } = snapshot;
	const { markdown, unmerged } = candidates;
	const judgesAll = options.all === true;
	const progress = new ProgressLine();
	const absolute = (path: string): string => join(location.root, path);
	// Warnings have to be counted where their number decides.
	const quiet = options.quiet === true && options.maxWarnings === undefined;
	const linter = await createPlanLinter({
		cwd,
		files: candidates.all.map(absolute),
		snapshot: "index",
		against: snapshot.base,
		quiet,
		progress,
		template: options.template,
	});
	const covered = new Set(
		(await coveredBy(linter, candidates.all.map(absolute))).map((file) => posix(relative(location.root, file))),
	);
	refuseUnmerged(unmerged.filter((path) => covered.has(path)));
	const documents = markdown.filter((path) => covered.has(path));
	const links = await linksNotFollowed(snapshot, linter, candidates.links, documents);
	const linkNotes = tellSome(links.map(({ problem }) => problem));
	const hasNewLink = links.some(({ isChanged }) => isChanged);
	if (covered.size === 0 && links.length === 0) {
		const plan = candidates.all.find((path) => /(?:^|\/)plans\//.test(path));
		if (plan !== undefined && linter.configFile !== undefined) throw notCovered(plan, relative(cwd, linter.configFile));
		return tellNothing(cwd, snapshot, options, linter);
	}
	if (!judgesAll && !hasNewLink && !isRelevant(snapshot, covered, documents))
		return tellNothing(cwd, snapshot, options, linter);

	const facts = judgesAll ? undefined : await findVisibleFacts(snapshot, linter, covered, documents, absolute, quiet);
	const settled = settledDocuments(snapshot, documents, facts);
	for (const [path, { seen }] of settled) if (seen !== undefined) linter.tally.add({ file: absolute(path), ...seen });
	const texts = snapshotTexts(
		snapshot,
		documents.filter((path) => !settled.has(path)),
	);
	progress.total = texts.size;
	const results = await lintTexts(linter, texts, absolute);
	if (documents.length > 0 && linter.tally.documents === 0 && !(await areRefused([...results.values()]))) {
		throw notCovered(documents[0] ?? "plans", linter.configFile && relative(cwd, linter.configFile));
	}
	const verdict = judgesAll
		? { failing: [...results.values()], older: [] }
		: await judge(snapshot, linter, texts, results);
	progress.clear();
	if (facts !== undefined) {
		const counts = countUntouched(snapshot, linter, texts, results, absolute);
		// The commit may be given up: what holds only with it is not kept, and what held without it may hold no more.
		if (!facts.isInKey) writeEarlierCounts(location, facts.key, new Map());
		// Where every document was settled, all of it is kept already.
		else if (counts.size > 0) writeEarlierCounts(location, facts.key, new Map([...settled, ...counts]));
	}
	const olderCounts = [
		...verdict.older.map(({ messages }) => messages.length),
		...[...settled.values()].map(({ findings }) => findings).filter((findings) => findings > 0),
	];
	const older = olderCounts.reduce((sum, findings) => sum + findings, 0);
	return tellReport(
		linter.eslint,
		{
			cwd,
			source,
			results: [...verdict.failing, ...[...settled.keys()].map((path) => emptyResult(absolute(path)))].sort((a, b) =>
				a.filePath < b.filePath ? -1 : 1,
			),
			tally: linter.tally,
			place: words.place,
			older,
			notes: [
				...linkNotes,
				...(older === 0 ? [] : [describeOlder(older, olderCounts.length, snapshot)]),
				...templateNotes(linter, verdict.failing, options),
			],
		},
		options,
	);
}

/** Nothing that plans are concerned with has changed. Whoever reads reports gets an empty one; a hook says nothing. */
export async function tellNothing(
	cwd: string,
	snapshot: Snapshot,
	options: CheckOptions,
	linter?: PlanLinter,
): Promise<ExitCode> {
	if (isSilent(snapshot, options)) return ExitCode.clean;
	const { source, words } = snapshot;
	const { eslint } =
		linter ?? (await createPlanLinter({ cwd, files: [], snapshot: "index", template: options.template }));
	const notes = [`Nothing that plans are concerned with changed in ${words.change}.`];
	return tellReport(
		eslint,
		{ cwd, source, results: [], tally: new DocumentTally(), place: words.place, notes },
		options,
	);
}

/** Documents of which it is known what would be found in them: the changes neither touch nor concern them. */
function settledDocuments(
	{ changes, listing, location }: Snapshot,
	documents: readonly string[],
	facts: VisibleFacts | undefined,
): ReadonlyMap<string, EarlierCount> {
	const settled = new Map<string, EarlierCount>();
	if (facts?.isUnaltered !== true) return settled;
	const touched = new Set(changes.map(({ path }) => path));
	const known = readEarlierCounts(location, facts.key);
	for (const path of documents) {
		const count = known.get(path);
		if (count !== undefined && !touched.has(path) && listing.files.get(path) === count.blob) settled.set(path, count);
	}
	return settled;
}

/**
 * Counts what a later check need not look for again. Of a document that the changes touch, rules about history say something
 * that they will not say at the next commit.
 */
function countUntouched(
	{ changes, listing }: Snapshot,
	{ tally }: PlanLinter,
	texts: ReadonlyMap<string, string>,
	results: Results,
	absolute: (path: string) => string,
): ReadonlyMap<string, EarlierCount> {
	const touched = new Set(changes.map(({ path }) => path));
	const counts = new Map<string, EarlierCount>();
	for (const [path, { messages }] of results) {
		const blob = listing.files.get(path);
		const seen = tally.of(absolute(path));
		if (blob === undefined || touched.has(path) || mayConfigureRules(texts.get(path) ?? "")) continue;
		counts.set(path, {
			blob,
			seen: seen && { kind: seen.kind, phases: seen.phases },
			findings: messages.length,
		});
	}
	return counts;
}

/** ESLint's result of a file in which nothing is to be told: reports list every file that was checked. */
function emptyResult(filePath: string): ESLint.LintResult {
	return {
		filePath,
		messages: [],
		suppressedMessages: [],
		errorCount: 0,
		fatalErrorCount: 0,
		warningCount: 0,
		fixableErrorCount: 0,
		fixableWarningCount: 0,
		usedDeprecatedRules: [],
	};
}

type Results = ReadonlyMap<string, ESLint.LintResult>;

async function lintTexts(
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	absolute: (path: string) => string,
): Promise<Results> {
	const results = new Map<string, ESLint.LintResult>();
	for (const [path, text] of texts) {
		// A signal is heard between two turns of the event loop, and ESLint alone may not end one.
		await setImmediate();
		// Git holds a text there; what the disk has under that name may be a link.
		const [result] = await withTextsAtHand(() => linter.eslint.lintText(text, { filePath: absolute(path) }));
		if (result !== undefined) results.set(path, result);
	}
	return results;
}

/** Splits the findings into those that fail the commit and the older ones in documents that it does not touch. */
async function judge(
	snapshot: Snapshot,
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	results: Results,
): Promise<{ readonly failing: ESLint.LintResult[]; readonly older: ESLint.LintResult[] }> {
	const touched = new Set(snapshot.changes.map(({ path }) => path));
	const failing: ESLint.LintResult[] = [];
	const older: ESLint.LintResult[] = [];
	const untouched = [...results].filter(([path, { messages }]) => !touched.has(path) && messages.length > 0);
	const before =
		untouched.length === 0
			? new Map<string, FindingCounts>()
			: await findingsBefore(
					snapshot,
					linter,
					texts,
					untouched.map(([path]) => path),
				);
	for (const [path, result] of results) {
		if (touched.has(path)) failing.push(result);
		else {
			const separated = separateOlder(
				result.messages,
				texts.get(path) ?? "",
				before.get(path) ?? new Map<string, number>(),
			);
			failing.push(withMessages(result, separated.newer));
			if (separated.older.length > 0) older.push(withMessages(result, separated.older));
		}
	}
	return { failing, older };
}

/** The same check over what was there before; the text of an untouched document is the same there. */
async function findingsBefore(
	{ location, before }: Snapshot,
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	paths: readonly string[],
): Promise<ReadonlyMap<string, FindingCounts>> {
	const own = new Map(paths.map((path) => [path, texts.get(path) ?? ""]));
	const results = await withIndexOf(location, before, () =>
		lintTexts(linter, own, (path) => join(location.root, path)),
	);
	return new Map([...results].map(([path, { messages }]) => [path, countFindings(messages, own.get(path) ?? "")]));
}

function describeOlder(findings: number, files: number, { words }: Snapshot): string {
	return `${count(findings, "older finding")} in ${count(files, "file")} that ${words.change} does not touch; \`acid-plans check\` shows them.`;
}

/** As git writes a path; a backslash is a letter of a name where it parts no folders. */
function posix(path: string): string {
	return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
