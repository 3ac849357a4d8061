import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { additions, type Plan, type RefusedText, summarizePlan, type TextEdit, titlesAgree } from "@acid-plans/model";
import { decodeText } from "@acid-plans/model/node";
import { readDocumentText } from "eslint-config-acid-plans/plans";
import { ExitCode } from "../exit-code.js";
import { otherKind, planExists, titleTaken, unreadableDocuments, unwritablePath, wordlessTitle } from "../problems.js";
import { jsonText } from "../terminal/json-text.js";
import { printable, withoutCommands } from "../terminal/printable.js";
import { nameFor, readNaming } from "./file-naming.js";
import { fillTemplate } from "./fill-template.js";
import { templateText } from "./own-template.js";
import { findTargetFolder, type TargetFolder } from "./target-folder.js";

/** What the command line was told. */
export interface NewPlanOptions {
	readonly folder?: string;
	readonly description?: string;
	readonly dryRun?: boolean;
	readonly json?: boolean;
}

/**
 * `acid-plans new <title>`: a plan from the folder's template, and its entry in the index.
 *
 * @throws {CannotRun} there is no folder for it, the title names no file, such a plan exists, or template or index cannot be parsed
 */
export async function newPlan(cwd: string, given: string, options: NewPlanOptions): Promise<ExitCode> {
	const title = given.replace(/[\s\p{Cc}]+/gu, " ").trim();
	const target = await findTargetFolder(cwd, options.folder);
	const read = (path: string, kind: Plan["kind"], text = textOf(target, path)): Plan | RefusedText =>
		readDocumentText(text, path, kind, target.settings);

	const plans = target.documents.filter(({ kind }) => kind === "plan" || kind === "archive");
	const path = choosePath(target, title);
	refuseTwin(
		title,
		plans.flatMap((document) => {
			const plan = read(document.path, document.kind);
			return "refused" in plan ? [] : [plan];
		}),
	);
	const template = parsed(templateOf(target, read));
	const text = fillTemplate(template, {
		title,
		number: /^\d+/.exec(basename(path))?.[0],
		ending: endingOf(target),
	});

	const index = target.documents.find(
		(document) => document.kind === "index" && posix.dirname(document.path) === (target.folder || "."),
	);
	const plan = parsed(read(path, "plan", text));
	const summary = {
		...summarizePlan(plan, target.folder),
		...(options.description !== undefined && { description: options.description }),
	};
	const indexText = index && readFileSync(join(target.root, index.path), "utf8");
	const edits =
		index === undefined ? [] : additions(parsed(read(index.path, "index")), [summary], target.settings.vocabulary);

	if (options.dryRun !== true) {
		write(target.root, path, text, "wx");
		if (index !== undefined && indexText !== undefined && edits.length > 0)
			write(target.root, index.path, applyTo(indexText, edits), "w");
	}
	for (const problem of target.notFollowed) process.stderr.write(`${withoutCommands(printable(problem))}\n`);
	tell({ path, index: index?.path, isListed: edits.length > 0, title }, options);
	return ExitCode.clean;
}

/** @throws {CannotRun} the file system refuses */
function write(root: string, path: string, text: string, flag: "w" | "wx"): void {
	const file = join(root, path);
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text, { flag });
	} catch (error) {
		throw unwritablePath(path, (error as NodeJS.ErrnoException).code ?? "unknown");
	}
}

/** @throws {CannotRun} what is needed here is a text that no parser takes */
function parsed(plan: Plan | RefusedText): Plan {
	if ("refused" in plan) throw unreadableDocuments([plan.refused]);
	return plan;
}

function textOf({ root }: TargetFolder, path: string): string {
	return decodeText(readFileSync(join(root, path)));
}

/** @throws {CannotRun} the title gives no name, or one that is taken or means another kind of document */
function choosePath({ folder, documents, kindOf, root }: TargetFolder, title: string): string {
	const here = documents.filter(({ path, kind }) => kind === "plan" && posix.dirname(path) === (folder || "."));
	const name = nameFor(title, readNaming(here.map(({ path }) => basename(path)).sort()), today());
	if (name === undefined) throw wordlessTitle(title);
	const path = posix.join(folder, name);
	if (kindOf(path) !== "plan") {
		throw otherKind(title, path, kindOf(path) ?? "no document");
	}
	const taken = documents.find((document) => document.path.toLowerCase() === path.toLowerCase());
	if (taken !== undefined || existsOnDisk(join(root, path))) throw planExists(taken?.path ?? path);
	return path;
}

function existsOnDisk(file: string): boolean {
	try {
		readFileSync(file);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ENOENT";
	}
}

/** @throws {CannotRun} two plans of one title are one too many */
function refuseTwin(title: string, plans: readonly Plan[]): void {
	const twin = plans.find(({ feature }) => feature !== undefined && titlesAgree(feature, title));
	if (twin !== undefined) throw titleTaken(title, twin.path ?? "another plan");
}

/** The folder's own template: `TEMPLATE.md`, or the only one there is; else that of the config, else ours. */
function templateOf(
	{ documents, settings }: TargetFolder,
	read: (path: string, kind: Plan["kind"], text?: string) => Plan | RefusedText,
): Plan | RefusedText {
	const templates = documents.filter(({ kind }) => kind === "template").map(({ path }) => path);
	const named = templates.find((path) => basename(path).toLowerCase() === "template.md");
	const path = named ?? (templates.length === 1 ? templates[0] : undefined);
	return path === undefined ? read("template.md", "template", templateText(settings)) : read(path, "template");
}

function endingOf({ settings: { template } }: TargetFolder): string | undefined {
	return template.kind === "free" ? undefined : (template.title ?? "");
}

function applyTo(text: string, edits: readonly TextEdit[]): string {
	// The model knows the text without a byte order mark.
	const mark = text.startsWith("\uFEFF") ? 1 : 0;
	return [...edits]
		.sort((a, b) => b.range.start - a.range.start)
		.reduce(
			(result, { range, text: by }) => result.slice(0, range.start + mark) + by + result.slice(range.end + mark),
			text,
		);
}

interface Made {
	readonly path: string;
	readonly index: string | undefined;
	readonly isListed: boolean;
	readonly title: string;
}

function tell({ path, index, isListed, title }: Made, { dryRun = false, json = false }: NewPlanOptions): void {
	if (json) {
		const made = { version: 1, dryRun, plan: path, index: index ?? null, listed: isListed };
		process.stdout.write(jsonText(made));
		return;
	}
	const lines = [
		`${dryRun ? "Would write" : "Wrote"} ${path}. Fill in what stands in brackets; \`acid-plans check\` lists what is left.`,
	];
	if (index !== undefined)
		lines.push(
			isListed
				? `${dryRun ? "Would list" : "Listed"} it in ${index}.`
				: `${index} has no group where it certainly belongs. Add \`- [${title}](${posix.relative(posix.dirname(index), path)})\` to it where it fits.`,
		);
	process.stdout.write(`${withoutCommands(lines.map(printable).join("\n"))}\n`);
}

function today(): string {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
