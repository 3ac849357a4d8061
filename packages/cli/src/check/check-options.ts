import type { FormatName } from "../formats/format.js";
import type { TemplateChoice } from "./plan-linter.js";

/** What `acid-plans check` was asked for. */
export interface CheckOptions {
	readonly staged?: boolean;
	/** `A..B` or `A...B`. */
	readonly range?: string;
	/** With `staged` or `range`: older findings in documents that the change does not touch fail, too. */
	readonly all?: boolean;
	readonly fix?: boolean;
	readonly fixDryRun?: boolean;
	readonly fixOnly?: boolean;
	/** What is asked of plans where there is no ESLint config. */
	readonly template?: TemplateChoice;
	readonly quiet?: boolean;
	readonly maxWarnings?: number;
	readonly json?: boolean;
	/** In the order of the command line; none: findings for people on the standard output. */
	readonly outputs: readonly OutputRequest[];
}

/** A format and where it goes. */
export interface OutputRequest {
	readonly format: FormatName;
	/** As given; `undefined`: the standard output. */
	readonly file: string | undefined;
}
