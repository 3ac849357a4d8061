/** What the process ends with; stable from the first release. */
export const ExitCode = {
	clean: 0,
	/** An error in a plan, or more warnings than `--max-warnings`. */
	findings: 1,
	/** Nothing was checked, or not everything; the reason is on the standard error. */
	couldNotRun: 2,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
