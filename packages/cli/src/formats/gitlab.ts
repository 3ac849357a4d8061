import type { FormatInput } from "./format.js";
import { jsonText } from "../terminal/json-text.js";

/** A finding as GitLab's Code Quality report has it: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface CodeQualityIssue {
	readonly description: string;
	readonly check_name: string;
	readonly fingerprint: string;
	readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
	readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

/** GitLab's Code Quality report. */
export function format({ findings }: FormatInput): string {
	const issues = findings.map(({ file, rule, severity, message, range, fingerprint }): CodeQualityIssue => ({
		description: message,
		check_name: rule ?? "eslint",
		fingerprint,
		severity: severity === "error" ? "major" : "minor",
		location: { path: file, lines: { begin: range.start.line, end: range.end.line } },
	}));
	return jsonText(issues);
}
