import { createHash } from "node:crypto";
import { relative, sep } from "node:path";
import { LineIndex } from "@acid-plans/model";
import type { ESLint, Linter } from "eslint";
import { findingKey } from "../check/finding-comparison.js";
import type { Edit, Finding, FindingRange, Position } from "./finding.js";

type RulesMeta = ReturnType<ESLint["getRulesMetaForResults"]>;

/**
 * ESLint's results as findings, in their order.
 *
 * @param root absolute; files are named from it
 * @param rules what the rules say of themselves
 */
export function collectFindings(results: readonly ESLint.LintResult[], root: string, rules: RulesMeta): Finding[] {
	return results.flatMap((result) => {
		if (result.messages.length === 0) return [];
		const text = textOf(result);
		const lines = text.split("\n");
		const places = new Places(text);
		const file = fileName(root, result.filePath);
		/** Of findings that are alike to the last word, each needs a fingerprint of its own. */
		const alike = new Map<string, number>();
		return result.messages.map((message): Finding => {
			const docs = message.ruleId === null ? undefined : rules[message.ruleId]?.docs;
			const key = findingKey(message, lines);
			const before = alike.get(key) ?? 0;
			alike.set(key, before + 1);
			return {
				file,
				rule: message.ruleId,
				severity: message.severity === 2 ? "error" : "warning",
				message: message.message,
				range: places.ofMessage(message),
				fix: message.fix === undefined ? null : places.edit(message.fix),
				suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({
					description: desc,
					edits: [places.edit(fix)],
				})),
				reason: docs?.description ?? null,
				url: docs?.url ?? null,
				fingerprint: createHash("sha256").update(`${file}\0${key}\0${before}`).digest("hex").slice(0, 32),
			};
		});
	});
}

/** The text in which the places of a result's messages are: the mended one, if it was mended. */
export function textOf({ output, source }: ESLint.LintResult): string {
	const text = output ?? source ?? "";
	return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The name of a file as every report spells it. */
export function fileName(root: string, path: string): string {
	return relative(root, path).split(sep).join("/");
}

/** Places of one text, by line and column and by offset. */
class Places {
	readonly #lines: LineIndex;

	constructor(text: string) {
		this.#lines = new LineIndex(text);
	}

	/** A message without a place, as of a file that could not be parsed, stands at the beginning. */
	ofMessage({ line, column, endLine, endColumn }: Linter.LintMessage): FindingRange {
		const start = this.#at(line || 1, column || 1);
		return { start, end: endLine === undefined ? start : this.#at(endLine, endColumn ?? 1) };
	}

	edit({ range: [start, end], text }: { readonly range: readonly [number, number]; readonly text: string }): Edit {
		return { range: { start: this.#of(start), end: this.#of(end) }, text };
	}

	#at(line: number, column: number): Position {
		return { line, column, offset: this.#lines.start(line) + column - 1 };
	}

	#of(offset: number): Position {
		const { line, column } = this.#lines.position(offset);
		return { line, column: column + 1, offset };
	}
}
