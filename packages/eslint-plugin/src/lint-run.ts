import { realpathSync } from "node:fs";

/**
 * The seam through which others say that they lint many files in one run: the same object under this key in
 * `settings["acid-plans"]` stands for one look at the plans folders. Without it the disk is looked at in every turn of
 * the event loop, of which a run over a thousand files has dozens. A symbol, since it is no option that a config file
 * spells.
 */
export const RUN: unique symbol = Symbol.for("acid-plans.run");

/** ESLint's own command line and its workers live for one run; the file they start with tells them from an editor. */
const ENTRY = /[\\/]eslint[\\/](?:bin[\\/]eslint|lib[\\/]eslint[\\/]worker)\.js$/;

let known: { readonly run: object | undefined } | undefined;

/** The run that this process is, if it is no more than one. */
export function runOfProcess(): object | undefined {
	known ??= { run: isEslintCommandLine(process.argv[1]) ? {} : undefined };
	return known.run;
}

/** @param entry the file that Node was started with, perhaps by a link in `node_modules/.bin` */
export function isEslintCommandLine(entry: string | undefined): boolean {
	if (entry === undefined) return false;
	try {
		return ENTRY.test(realpathSync(entry));
	} catch {
		// Started without a file (`node --eval`).
		return false;
	}
}
