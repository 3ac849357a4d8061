import { createTwoFilesPatch } from "diff";
import { jsonText } from "../terminal/json-text.js";
import { printableLines } from "../terminal/printable.js";
import type { NextCommand } from "./dependencies.js";
import type { Advice, Draft, FileChange } from "./draft.js";
import type { TemplateProposal } from "./plan-shapes.js";

/** All that `init` has to say. */
export interface InitReport {
	readonly draft: Draft;
	readonly proposal: TemplateProposal;
	readonly next: readonly NextCommand[];
	readonly isDryRun: boolean;
}

/** For programs; `version` goes up when a field changes its meaning or goes. */
export function reportAsJson({ draft, proposal, next, isDryRun }: InitReport): string {
	const changes = draft.changes.map((change) => ({
		path: change.path,
		action: change.kind,
		reasons: change.reasons,
		diff: patch(change),
	}));
	return jsonText({
		version: 1,
		dryRun: isDryRun,
		template: proposal,
		changes,
		advice: draft.advice,
		present: draft.present,
		next,
	});
}

/** For people. */
export function reportAsText({ draft, proposal, next, isDryRun }: InitReport): string {
	const { changes, advice, present } = draft;
	const parts = [`Template "${proposal.template}": ${proposal.reason}`];
	if (present.length > 0) parts.push(`There already:\n${present.map((each) => `  ${each}`).join("\n")}`);
	if (changes.length === 0) parts.push("Nothing to write: every file that init makes is there.");
	else if (isDryRun) parts.push(...changes.map(patch));
	else parts.push(`Written:\n${changes.map(describe).join("\n")}`);
	if (advice.length > 0) parts.push(...advice.map(describeAdvice));
	if (next.length > 0) parts.push(`${isDryRun ? "After that" : "Next"}, run:\n${next.map(describeCommand).join("\n")}`);
	if (isDryRun && changes.length > 0) parts.push("Nothing was written; leave `--dry-run` out to write it.");
	return `${printableLines(parts.join("\n\n"))}\n`;
}

function patch({ kind, path, before, after }: FileChange): string {
	return createTwoFilesPatch(kind === "create" ? "/dev/null" : `a/${path}`, `b/${path}`, before, after, "", "", {
		context: 2,
	})
		.replace(/^=+\n/, "")
		.trimEnd();
}

function describe({ kind, path, reasons }: FileChange): string {
	return `  ${kind === "create" ? "new" : "added to"} ${path}: ${[...new Set(reasons)].join("; ")}`;
}

function describeAdvice({ path, reason, text }: Advice): string {
	const lines = text.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
	return `Add to ${path} yourself. ${reason}.\n\n${lines.join("\n")}`;
}

function describeCommand({ command, args, reason }: NextCommand): string {
	return `  ${[command, ...args].join(" ")}  (${reason})`;
}
