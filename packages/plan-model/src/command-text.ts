export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

export type CommandKind = "npm-script" | "make" | "just" | "turbo" | "file" | "other";

/** `code`: a span in prose, a command only if its first word is a known program. `shell`: lines of a shell fence, where everything is. */
export type CommandContext = "code" | "shell";

/** One simple command of a plan. Offsets are UTF-16 indexes into the text that was read. It is never run. */
export interface Command {
	readonly kind: CommandKind;
	/** The words after prompt and environment assignments, unquoted. */
	readonly words: readonly string[];
	readonly program: string;
	/** npm-script */
	readonly manager?: PackageManager;
	/** npm-script: the script's name. */
	readonly script?: string;
	/** npm-script, turbo: the workspaces it is asked of, as written (`--filter`, `--workspace`, `yarn workspace`). */
	readonly workspaceFilter?: readonly string[];
	/** npm-script: the command succeeds without the script (`--if-present`), or runs a program of that name instead (`pnpm vitest`, `yarn tsc`). */
	readonly lenient?: boolean;
	/** make, just, turbo: targets, recipes, tasks; empty means the default one. */
	readonly targets?: readonly string[];
	/** file: the files that are run or tested, as written. */
	readonly files?: readonly string[];
	/** The folder it runs in, relative to where the text starts: `cd x &&`, `--prefix x`, `-C x`; undefined is that place itself. */
	readonly directory?: string;
	/** The folder cannot be known (`cd "$DIR"`, `cd -`). */
	readonly directoryUnknown?: boolean;
	/** What was written depends on a variable, a substitution or a placeholder: say nothing certain about it. */
	readonly variable: boolean;
	readonly start: number;
	readonly end: number;
}

/** All simple commands of a text, in order: lines, `&&`, `||`, `;`, `|`, `&`. Never throws. */
export function readCommands(text: string, context: CommandContext = "code"): Command[] {
	void text;
	void context;
	return [];
}

/** The first command of a code span or of a line; undefined when it is none. Never throws. */
export function readCommand(text: string, context: CommandContext = "code"): Command | undefined {
	return readCommands(text, context)[0];
}
