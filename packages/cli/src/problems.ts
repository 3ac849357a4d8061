/** Why a command cannot do its work: a cause and a next step, in sentences. Every such text is made in this file or by the model. */
export class CannotRun extends Error {
	override readonly name = "CannotRun";
}

export const noSuchPath = (path: string): CannotRun =>
	new CannotRun(`There is no file or folder ${path}. Correct the path; it counts from the current folder.`);

export const unreadablePath = (path: string, code: string): CannotRun =>
	new CannotRun(`${path} could not be read (${code}). Check its permissions.`);

export const noRegularFile = (path: string): CannotRun =>
	new CannotRun(`${path} is neither a file nor a folder. Give a .md file, or the folder that holds your plans.`);

export const unwritablePath = (path: string, code: string): CannotRun =>
	new CannotRun(
		`${path} could not be written (${code}). Check what is there and its permissions, then run this again.`,
	);

export const noRepository = (folder: string): CannotRun =>
	new CannotRun(
		`${folder} is in no git repository, and hooks belong to one. Run \`git init\`, then \`acid-plans init\`.`,
	);

export const brokenManifest = (): CannotRun =>
	new CannotRun("package.json is no JSON object. Correct it, then run `acid-plans init` again.");

export const folderOutside = (folder: string): CannotRun =>
	new CannotRun(`${folder} is no folder of this repository. Give a path from its top.`);

export const needsManifest = (tool: string): CannotRun =>
	new CannotRun(`${tool} needs a package.json. Run \`npm init --yes\` first, or give \`--hooks pre-commit\`.`);

/**
 * @param lines what failed, and what was to be run after it
 * @param how the first one ended, as the rest of a sentence
 */
export const commandFailed = ([line = "", ...others]: readonly string[], how: string): CannotRun =>
	new CannotRun(
		`The files are written, but \`${line}\` ${how}. Run it by hand${others.map((other) => `, then \`${other}\``).join("")}.`,
	);

export const noFolderForPlan = (): CannotRun =>
	new CannotRun("There is no plans folder here. Run `acid-plans init`, which makes one.");

export const severalFolders = (folders: readonly string[]): CannotRun =>
	new CannotRun(`There are several plans folders: ${folders.join(", ")}. Say which with \`--folder\`.`);

export const noSuchFolder = (given: string, folders: readonly string[]): CannotRun =>
	new CannotRun(
		`${given} is no plans folder of this repository. ${folders.length === 0 ? "Run `acid-plans init`" : `Give one of ${folders.join(", ")}`}, or add it to \`plans\` in your ESLint config.`,
	);

export const wordlessTitle = (title: string): CannotRun =>
	new CannotRun(`"${title}" has no letter or digit for a file name. Give a title in words.`);

export const otherKind = (title: string, path: string, kind: string): CannotRun =>
	new CannotRun(`A plan called "${title}" would be ${path}, which the config takes for ${kind}. Give another title.`);

export const planExists = (path: string): CannotRun =>
	new CannotRun(`${path} exists. Give another title, or go on with that plan.`);

export const titleTaken = (title: string, path: string): CannotRun =>
	new CannotRun(`"${title}" is the title of ${path}. Give another one, or go on with that plan.`);

export const noMarkdown = (paths: readonly string[]): CannotRun =>
	new CannotRun(
		`No .md file matches ${paths.join(", ")}. Give the folder that holds your plans, as in \`acid-plans check docs/plans\`.`,
	);

export const noPlansFolder = (): CannotRun =>
	new CannotRun(
		"No plans were found: the config covers no .md file here, and there is no folder `plans`. Give the folder that holds them, as in `acid-plans check docs/plans`.",
	);

export const notCovered = (file: string, config: string | undefined): CannotRun =>
	new CannotRun(
		`No rule of acid-plans is on for ${file}, so nothing was checked. Add \`...acidPlans()\` of eslint-config-acid-plans to ${config ?? "your ESLint config"}; a processor for Markdown must not come after it.`,
	);

export const tooOldEslint = (version: string, place: string): CannotRun =>
	new CannotRun(`ESLint ${version} in ${place} is too old for plans. Update it to 9.15 or later.`);

export const noEslint = (): CannotRun =>
	new CannotRun("ESLint is not installed here. Add it, for example with `npm install --save-dev eslint`.");

export const unmergedIndex = (paths: readonly string[]): CannotRun =>
	new CannotRun(
		`${paths.join(", ")} ${paths.length === 1 ? "has" : "have"} an unresolved merge conflict in git's index. Resolve it and stage the result with \`git add\`.`,
	);

export const noRange = (range: string): CannotRun =>
	new CannotRun(
		`${JSON.stringify(range)} is no range. Give two revisions, as in \`--range origin/main...HEAD\` or \`--range v1.0..v1.1\`.`,
	);

export const shallowRange = (revision: string): CannotRun =>
	new CannotRun(
		`The revision ${revision} of \`--range\` is not in this shallow clone. Fetch it: \`git fetch --unshallow\`, or \`fetch-depth: 0\` in actions/checkout.`,
	);

export const unknownRevision = (revision: string): CannotRun =>
	new CannotRun(
		`${JSON.stringify(revision)} of \`--range\` is no commit of this repository. Correct it, or fetch it with \`git fetch\`.`,
	);

export const noMergeBase = (from: string, to: string, isShallow: boolean): CannotRun =>
	new CannotRun(
		isShallow
			? `The commit at which ${to} left ${from} is not in this shallow clone. Fetch it: \`git fetch --unshallow\`, or \`fetch-depth: 0\` in actions/checkout.`
			: `${from} and ${to} have no commit in common. Compare them as they are, with two dots: \`--range ${from}..${to}\`.`,
	);

export const outputOverPlan = (file: string): CannotRun =>
	new CannotRun(`${file} of \`--output\` is one of the documents that were checked. Give the report another name.`);

export const unwritableOutput = (file: string, code: string): CannotRun =>
	new CannotRun(
		`${file} of \`--output\` could not be written (${code}). Give a file in a folder that can be written to.`,
	);

export const unreadableConfig = (file: string, error: unknown): CannotRun =>
	new CannotRun(`The ESLint config ${file} cannot be used: ${cause(error)} Correct it, then run the check again.`);

export const templateBesideConfig = (config: string): CannotRun =>
	new CannotRun(
		`\`--template\` is for repositories without an ESLint config, and ${config} is one. Leave it out, and write \`template\` into \`acidPlans()\` there.`,
	);

export const noPlansCovered = (config: string | undefined): CannotRun =>
	new CannotRun(
		`No plans were found: no rule of acid-plans is on for any .md file that was given. Give the folder that holds your plans, or add \`...acidPlans()\` of eslint-config-acid-plans to ${config ?? "your ESLint config"}; \`acid-plans doctor\` tells what is off.`,
	);

export const noPlan = (path: string): CannotRun =>
	new CannotRun(`${path} is no .md file. Give one plan, as in \`acid-plans doctor plans/search.md\`.`);

export const wrongSettings = (message: string): CannotRun =>
	new CannotRun(`The ESLint config cannot be used: ${message}`);

/** @param problems of the model: sentences with a cause and a next step */
export const unreadableDocuments = (problems: readonly string[]): CannotRun => new CannotRun(problems.join(" "));

export const noIndex = (folders: readonly string[]): CannotRun =>
	new CannotRun(
		`${folders.join(", ")} ${folders.length === 1 ? "has" : "have"} no index. \`acid-plans index --create\` writes one as README.md.`,
	);

export const createsNothing = (): CannotRun =>
	new CannotRun("`--check` writes nothing, so it cannot create an index. Give one of `--check` and `--create`.");

export const noSuchRule = (name: string, nearest: readonly string[]): CannotRun =>
	new CannotRun(
		`There is no rule "${name}". ${nearest.length === 0 ? "" : `Did you mean ${nearest.map((each) => `"${each}"`).join(" or ")}? `}\`acid-plans explain\` lists all rules.`,
	);

/** The sentence for an error that nobody foresaw, most of them from ESLint: without its stack. */
export function describeFailure(error: unknown): string {
	return `The check stopped: ${cause(error)} If the config is right, \`npx eslint --debug\` with the same file tells more.`;
}

/** What an error says, on one line and as a sentence. ESLint adds where it was; that is kept, the stack is not. */
function cause(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	const lines = text.split("\n").map((line) => line.trim());
	const sentence = lines
		.filter((line) => line !== "")
		.slice(0, 6)
		.join(" ");
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
