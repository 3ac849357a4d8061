import type { MarkdownLanguageOptions } from "./bundle/eslint-markdown.js";

/** `languageOptions` of the language. */
export interface FastMarkdownLanguageOptions extends MarkdownLanguageOptions {
	/**
	 * Who parses. `"auto"` (default): the native parser, and micromark where that cannot load or is known to read a document
	 * differently. `"native"`: the native parser alone. `"micromark"`: what @eslint/markdown parses with, alone.
	 */
	parser?: "auto" | "native" | "micromark";
	/**
	 * Which nodes rules are called for. `"full"` (default): every node. `"root"`: the root alone, for configurations all of
	 * whose rules ask nothing else; a rule that selects any other node is **not called**, without a word.
	 */
	traversal?: "full" | "root";
}

export const defaultLanguageOptions: Required<
	Pick<FastMarkdownLanguageOptions, "frontmatter" | "math" | "parser" | "traversal">
> = { frontmatter: "yaml", math: false, parser: "auto", traversal: "full" };

const CHOICES = {
	parser: ["auto", "native", "micromark"],
	traversal: ["full", "root"],
} as const;

/**
 * Checks the options that @eslint/markdown's language does not have.
 *
 * @throws {Error} naming the option, the wrong value and the right ones.
 */
export function validateOwnLanguageOptions(options: FastMarkdownLanguageOptions): void {
	for (const [name, choices] of Object.entries(CHOICES)) {
		const value: unknown = options[name];
		if (value === undefined || (choices as readonly unknown[]).includes(value)) continue;
		// A config object for scripts without `files` puts its parser's module here; that is no word to us.
		if (name === "parser" && typeof value === "object") continue;
		const expected = choices.map((choice) => `"${choice}"`).join(", ");
		throw new Error(`Invalid language option value \`${shown(value)}\` for ${name}. Expected one of ${expected}.`);
	}
}

function shown(value: unknown): string {
	return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/**
 * The same options and the fingerprint: ESLint makes the JSON of a configuration part of the key of its cache, so a changed
 * fingerprint lints again. A getter, because ESLint asks for it with `--cache` only; not `toJSON`, which ESLint 9.15 does not
 * call on language options.
 */
export function withFingerprint(
	options: FastMarkdownLanguageOptions,
	fingerprint: () => string,
): FastMarkdownLanguageOptions {
	return Object.defineProperty({ ...options }, "fingerprint", { enumerable: true, get: fingerprint });
}
