/** What `acid-plans check` was asked for. */
export interface CheckOptions {
	readonly staged?: boolean;
	/** With `staged`: older findings in documents that the commit does not touch fail, too. */
	readonly all?: boolean;
	readonly fix?: boolean;
	readonly fixOnly?: boolean;
	readonly quiet?: boolean;
	readonly maxWarnings?: number;
}
