import { ExitCode } from "../exit-code.js";
import { openPlans } from "../plans/open-plans.js";
import { tellUnread } from "../plans/tell-unread.js";
import { jsonText } from "../terminal/json-text.js";
import { withoutCommands } from "../terminal/printable.js";
import { paintFor } from "../terminal/style.js";
import { statusReport } from "./status-report.js";
import { statusTable } from "./status-table.js";

export interface StatusOptions {
	readonly all?: boolean;
	readonly json?: boolean;
}

/**
 * `acid-plans status [paths]`: how far plans are, as a table or as JSON.
 *
 * @throws {CannotRun}
 */
export async function showStatus(cwd: string, paths: readonly string[], options: StatusOptions): Promise<ExitCode> {
	const report = statusReport(await openPlans(cwd, paths), options.all === true);
	process.stdout.write(
		options.json === true ? jsonText(report) : `${withoutCommands(statusTable(report, paintFor()))}\n`,
	);
	tellUnread(report.unread);
	return ExitCode.clean;
}
