/** What was looked at, in the order in which it is told. */
export type Area = "versions" | "config" | "plan" | "git" | "hooks" | "suppressions";

/** One thing that was looked at. */
export interface Diagnosis {
	/** Stable, for programs: `eslint-version`, `language` … */
	readonly id: string;
	readonly area: Area;
	/** `off`: plans are checked less than they could be without anybody having asked for that. `note`: it is so on purpose, or only worth knowing. */
	readonly state: "ok" | "off" | "note";
	/** What is. */
	readonly message: string;
	/** How to turn it on. */
	readonly remedy?: string | undefined;
}

/** What `acid-plans doctor --json` prints. Members may be added; a change of one raises the version. */
export interface DoctorReport {
	readonly version: 1;
	/** The document whose config was computed, relative to the working directory. */
	readonly plan: string;
	readonly ok: boolean;
	readonly checks: readonly Diagnosis[];
}
