import { readFileSync } from "node:fs";
import { join } from "node:path";
import { count } from "../check/check-report.js";
import type { Diagnosis } from "./diagnosis.js";

/** ESLint's default place, in the folder from which it is run. */
const FILE = "eslint-suppressions.json";

/** A comment that switches rules off, as ESLint's Markdown languages read it. */
const COMMENT = /<!--\s*eslint-disable(?:-next-line|-line)?(?=[\s-])/g;

/**
 * What is known to be wrong and tolerated.
 *
 * @param cwd where ESLint is run
 * @param alias the name of our plugin in the config
 * @param texts of the documents that are checked
 */
export function suppressionDiagnoses(cwd: string, alias: string, texts: Iterable<string>): Diagnosis[] {
	return [bulkSuppressions(cwd, alias), disableComments(texts)];
}

function bulkSuppressions(cwd: string, alias: string): Diagnosis {
	const id = "bulk-suppressions";
	const area = "suppressions";
	let text: string;
	try {
		text = readFileSync(join(cwd, FILE), "utf8");
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOENT") return { id, area, state: "ok", message: `No ${FILE}` };
		return {
			id,
			area,
			state: "off",
			message: `${FILE} cannot be read (${code ?? "unknown"})`,
			remedy: "Check its permissions.",
		};
	}
	const counts = countSuppressions(text, alias);
	if (counts === undefined) {
		const remedy = "Restore it from git, or make it anew with `npx eslint --suppress-all`.";
		return { id, area, state: "off", message: `${FILE} is not what ESLint writes`, remedy };
	}
	const total = [...counts.values()].reduce((sum, each) => sum + each.findings, 0);
	const files = new Set([...counts.values()].flatMap((each) => [...each.files]));
	if (total === 0) return { id, area, state: "ok", message: `${FILE} suppresses no findings of acid-plans` };
	const byRule = [...counts]
		.sort(([, a], [, b]) => b.findings - a.findings)
		.map(([rule, each]) => `${rule} ${each.findings}`);
	return {
		id,
		area,
		state: "note",
		message: `${FILE} suppresses ${count(total, "finding")} in ${count(files.size, "file")}: ${byRule.join(", ")}`,
		remedy: "Mend them plan by plan, then run `npx eslint --prune-suppressions`.",
	};
}

function countSuppressions(
	text: string,
	alias: string,
): Map<string, { findings: number; readonly files: Set<string> }> | undefined {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
	const counts = new Map<string, { findings: number; files: Set<string> }>();
	for (const [file, rules] of Object.entries(parsed as Record<string, unknown>)) {
		if (typeof rules !== "object" || rules === null) return undefined;
		for (const [id, entry] of Object.entries(rules as Record<string, { count?: unknown } | null>)) {
			if (!id.startsWith(`${alias}/`)) continue;
			const known = counts.get(id.slice(alias.length + 1)) ?? { findings: 0, files: new Set<string>() };
			known.findings += typeof entry?.count === "number" ? entry.count : 0;
			known.files.add(file);
			counts.set(id.slice(alias.length + 1), known);
		}
	}
	return counts;
}

function disableComments(texts: Iterable<string>): Diagnosis {
	let comments = 0;
	let files = 0;
	for (const text of texts) {
		const found = text.match(COMMENT)?.length ?? 0;
		comments += found;
		if (found > 0) files++;
	}
	const id = "disable-comments";
	return comments === 0
		? { id, area: "suppressions", state: "ok", message: "No disable comments in plans" }
		: {
				id,
				area: "suppressions",
				state: "note",
				message: `${count(comments, "disable comment")} in ${count(files, "file")}`,
			};
}
