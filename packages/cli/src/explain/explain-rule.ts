import { nearestName } from "eslint-config-acid-plans/plans";
import { ExitCode } from "../exit-code.js";
import { noSuchRule } from "../problems.js";
import { jsonText } from "../terminal/json-text.js";
import { type Paint, paintFor } from "../terminal/style.js";
import { alignColumns } from "../terminal/table.js";
import { type ExplainedRule, explainedRules, readRulePage } from "./rule-pages.js";

export interface ExplainOptions {
	readonly json?: boolean;
}

/**
 * `acid-plans explain [rule]`: the page of a rule, or all rules in a line each.
 *
 * @param name with or without `acid-plans/`
 * @throws {CannotRun} there is no such rule
 */
export function explain(name: string | undefined, { json = false }: ExplainOptions): ExitCode {
	const rules = explainedRules();
	if (name === undefined) {
		process.stdout.write(`${json ? print({ version: 1, rules }) : ruleList(rules, paintFor())}\n`);
		return ExitCode.clean;
	}
	const rule = findRule(name, rules);
	const page = readRulePage(rule.id);
	process.stdout.write(`${json ? print({ version: 1, rule, page }) : paintPage(page, paintFor())}\n`);
	return ExitCode.clean;
}

function print(value: unknown): string {
	return jsonText(value).trimEnd();
}

function findRule(name: string, rules: readonly ExplainedRule[]): ExplainedRule {
	const bare = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
	const found = rules.find(({ id }) => id === `acid-plans/${bare}`);
	if (found) return found;
	const names = rules.map(({ id }) => id.slice("acid-plans/".length));
	const nearest = nearestName(bare, names);
	// Somebody who remembers a part of a name is helped by all that have it.
	const containing = names.filter((each) => bare.length > 2 && (each.includes(bare) || wordsMeet(each, bare)));
	throw noSuchRule(name, [...new Set([...(nearest === undefined ? [] : [nearest]), ...containing])].slice(0, 3));
}

/** All words of one are words of the other, in any order. */
function wordsMeet(name: string, written: string): boolean {
	const words = new Set(name.split("-"));
	return written.split(/[-_]/).every((word) => words.has(word));
}

function ruleList(rules: readonly ExplainedRule[], paint: Paint): string {
	const groups = [...new Set(rules.map(({ principle }) => principle))];
	const rows = groups.flatMap((group) => [
		[{ text: group.toUpperCase(), printed: paint("bold", group.toUpperCase()) }],
		...rules
			.filter(({ principle }) => principle === group)
			.map(({ id, preset, description }) => [
				{ text: `  ${id.slice("acid-plans/".length)}` },
				{ text: preset, printed: paint(preset === "recommended" ? "green" : "dim", preset) },
				{ text: description },
			]),
	]);
	return `${alignColumns(rows)}\n\n\`acid-plans explain <rule>\` shows the page of one.`;
}

/** Markdown is made to be read as it is; on a terminal its headings stand out, and examples step back. */
function paintPage(page: string, paint: Paint): string {
	let isCode = false;
	return page
		.split("\n")
		.map((line) => {
			if (line.startsWith("```")) {
				isCode = !isCode;
				return paint("dim", line);
			}
			if (isCode) return paint("cyan", line);
			return line.startsWith("#") ? paint("bold", line) : line;
		})
		.join("\n");
}
