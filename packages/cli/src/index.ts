export { ExitCode } from "./exit-code.js";
export { main } from "./main.js";
export type {
	CheckedDocument,
	CheckJson,
	CheckReportJson,
	CheckSummary,
	FailureJson,
	FixedFile,
} from "./report/check-json.js";
export type { Edit, Finding, FindingRange, Position, Suggestion } from "./report/finding.js";
