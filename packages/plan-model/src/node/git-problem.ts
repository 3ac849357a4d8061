/** Why git could not answer: a cause and what to do about it, in two sentences. Every such text is made in this file. */
export interface GitProblem {
	readonly problem: string;
	/** Of a document: it is a symbolic link, which is not followed on purpose. */
	readonly isLink?: true;
	/** Of a document: its text is at hand, and no parser takes it. */
	readonly isRefused?: true;
}

/** What is known of a failed run of git. */
export interface GitFailure {
	/** The subcommand, for the message. */
	readonly command: string;
	readonly root: string;
	/** Error code of the operating system or of Node (`ENOENT`, `ENOBUFS`, `ETIMEDOUT`). */
	readonly code: string | undefined;
	readonly exitCode: number | null;
	readonly signal: string | null;
	readonly stderr: string;
}

/** What git says, and the step that helps; the first match counts. Git's messages are asked for in English (`LC_ALL=C`). */
const remedies: readonly (readonly [RegExp, (root: string) => string])[] = [
	[/dubious ownership/, (root) => `If you trust it, run \`git config --global --add safe.directory ${root}\`.`],
	[
		/not a git repository/,
		() => "Repair its .git with `git worktree repair` or `git submodule update --init`, or remove it.",
	],
	[/index file|bad signature|bad index/, () => "Restore git's index: delete the index file and run `git reset`."],
	[
		/repository format version|unknown repository extension|repository version/,
		() => "Update git to the version that made this repository.",
	],
	[
		/bad object|unable to read|missing blob|corrupt|loose object/,
		() => "Run `git fsck` and restore the missing objects, for example with `git fetch`.",
	],
	[/must be run in a work tree/, () => "Run the check in a work tree, not in a bare repository."],
	[/unknown option|usage: git/, () => "Update git to 2.31 or later."],
];

/** The sentences for a run of git that failed. */
export function describeGitFailure(failure: GitFailure): GitProblem {
	const { command, root, code, signal, stderr } = failure;
	if (code === "ENOENT")
		return {
			problem: "Git could not be started, since there is no `git` on the PATH. Install git or add it to the PATH.",
		};
	if (code === "EACCES")
		return {
			problem: "Git could not be started, since it may not be executed. Check the permissions of `git` on the PATH.",
		};
	if (code === "ENOBUFS")
		return {
			problem: `\`git ${command}\` answered with more than can be read at once. Exclude generated files from the repository, or set \`repository: false\`.`,
		};
	if (code === "ETIMEDOUT")
		return { problem: `\`git ${command}\` gave no answer in time. Run it in ${root} to see what it waits for.` };
	const said = firstLine(stderr);
	const cause =
		said !== ""
			? said
			: signal !== null
				? `it was ended by ${signal}`
				: code !== undefined
					? code
					: `exit code ${failure.exitCode}`;
	const remedy = remedies.find(([pattern]) => pattern.test(stderr));
	return {
		problem: `\`git ${command}\` failed: ${cause}. ${remedy?.[1](root) ?? `Run it in ${root} to see the whole error.`}`,
	};
}

/** The first line of what git said that is an error; hints and warnings come second. */
function firstLine(stderr: string): string {
	const lines = stderr
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const line = lines.find((each) => /^(fatal|error): /.test(each)) ?? lines[0] ?? "";
	return line
		.replace(/^(fatal|error): /, "")
		.replace(/(?<![.\s])[.\s]+$/, "")
		.slice(0, 300);
}

export const noRepository = (path: string): GitProblem => ({
	problem: `${path} is in no git repository. Run \`git init\`, or set \`repository: false\` and \`base: false\`.`,
});

export const unreadableObject = (path: string): GitProblem => ({
	problem: `Git has no content for ${path}. Run \`git fsck\` and restore the missing object, for example with \`git fetch\`.`,
});

export const unmergedDocument = (path: string): GitProblem => ({
	problem: `${path} has an unresolved merge conflict in git's index. Resolve it and stage the result with \`git add\`.`,
});

export const noCommit = (revision: string): GitProblem => ({
	problem: `The repository has no commit yet, so there is no base revision ${revision}. Make a first commit, or set \`base: false\`.`,
});

export const missingRevision = (revision: string): GitProblem => ({
	problem: `The base revision ${revision} does not exist. Correct \`base\`, or fetch it.`,
});

export const shallowRevision = (revision: string): GitProblem => ({
	problem: `The base revision ${revision} is not in this shallow clone. Fetch it: \`git fetch --unshallow\`, or \`fetch-depth: 0\` in actions/checkout.`,
});

export const wrongRevision = (revision: string): GitProblem => ({
	problem: `${JSON.stringify(revision)} is no revision. Give \`base\` a branch, a tag or a commit.`,
});

export const symbolicLink = (path: string): GitProblem => ({
	problem: `${path} is a symbolic link and is not followed. Put the document itself there.`,
	isLink: true,
});

export const linkOutside = (path: string): GitProblem => ({
	problem: `${path} is a symbolic link that leaves the repository and is not followed. Put the documents into the repository.`,
	isLink: true,
});

export const unreadableFile = (path: string, code: string): GitProblem => ({
	problem: `${path} could not be read (${code}). Check that it is a file and that it may be read.`,
});
