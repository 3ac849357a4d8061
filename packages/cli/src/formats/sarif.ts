import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result } from "sarif";
import type { Edit, Finding } from "../report/finding.js";
import type { FormatInput } from "./format.js";
import { jsonText } from "../terminal/json-text.js";

/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, in the part that GitHub's code scanning reads. */
export function format({ findings, version }: FormatInput): string {
	const ids = [...new Set(findings.map(ruleId))].sort();
	const log: Log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "acid-plans",
						semanticVersion: version,
						informationUri: "https://github.com/acid-plans/acid-plans",
						rules: ids.map((id) => describeRule(id, findings)),
					},
				},
				columnKind: "utf16CodeUnits",
				results: findings.map((finding) => describeResult(finding, ids.indexOf(ruleId(finding)))),
			},
		],
	};
	return jsonText(log);
}

function ruleId({ rule }: Finding): string {
	return rule ?? "eslint";
}

function describeRule(id: string, findings: readonly Finding[]): ReportingDescriptor {
	const { reason, url } = findings.find((finding) => ruleId(finding) === id) ?? { reason: null, url: null };
	return {
		id,
		...(reason !== null && { shortDescription: { text: reason } }),
		...(url !== null && { helpUri: url }),
	};
}

function describeResult(finding: Finding, ruleIndex: number): Result {
	const { file, severity, message, range, fix, suggestions, fingerprint } = finding;
	const artifactLocation = { uri: fileUri(file), uriBaseId: "%SRCROOT%" };
	const physicalLocation: PhysicalLocation = {
		artifactLocation,
		region: {
			startLine: range.start.line,
			startColumn: range.start.column,
			endLine: range.end.line,
			endColumn: range.end.column,
		},
	};
	const fixes = [
		...(fix === null ? [] : [{ description: "Apply the fix", edits: [fix] }]),
		...suggestions.map(({ description, edits }) => ({ description, edits })),
	];
	return {
		ruleId: ruleId(finding),
		ruleIndex,
		level: severity,
		message: { text: message },
		locations: [{ physicalLocation }],
		partialFingerprints: { "acidPlans/v1": fingerprint },
		...(fixes.length > 0 && {
			fixes: fixes.map(({ description, edits }) => ({
				description: { text: description },
				artifactChanges: [{ artifactLocation, replacements: edits.map(replacement) }],
			})),
		}),
	};
}

function replacement({ range, text }: Edit): { deletedRegion: Region; insertedContent: { text: string } } {
	const { start, end } = range;
	return {
		deletedRegion: { charOffset: start.offset, charLength: end.offset - start.offset },
		insertedContent: { text },
	};
}

/** A relative reference; each segment encoded, since a name may hold a space, a hash or a percent sign. */
function fileUri(file: string): string {
	return file.split("/").map(encodeURIComponent).join("/");
}
