import type { File, LanguageContext, OkParseResult, ParseResult } from "@eslint/core";
import type { Root } from "mdast";
import { MarkdownLanguage } from "./bundle/eslint-markdown.js";
import { FastMarkdownSourceCode } from "./fast-markdown-source-code.js";
import { findTooMuch } from "./document-limits.js";
import { readFrontMatter } from "./front-matter.js";
import {
	defaultLanguageOptions,
	type FastMarkdownLanguageOptions,
	validateOwnLanguageOptions,
	withFingerprint,
} from "./language-options.js";
import { isReadAlike, isShortEnough } from "./native-limits.js";
import { loadNativeParser, type NativeParser } from "./native-parser.js";

export interface FastMarkdownLanguageSetup {
	/**
	 * Stands for everything that the rules read beside the linted file. It becomes part of the key of ESLint's cache; ESLint
	 * asks for it with `--cache` only, once for each configuration object.
	 */
	fingerprint?: () => string;
	/**
	 * Says why a file is not to be read, in sentences; it is then a file that cannot be parsed, of which ESLint runs no rule
	 * and writes no fix.
	 *
	 * @param file as ESLint was given it; absolute but for a text without a file
	 */
	refuse?: (file: string) => string | undefined;
	/** How the native parser is had; replaced in tests of what happens where it is not. */
	nativeParser?: () => NativeParser;
}

/**
 * Who reads a text. `because` says why the native parser does not: an option forces micromark (`option`), it does not read
 * math alike (`math`) or this very text (`text`), or it cannot be loaded here (`unavailable`); then `parser: "native"` fails.
 */
export type ParserChoice =
	| { readonly parser: "native"; readonly because?: undefined }
	| { readonly parser: "micromark"; readonly because: "option" | "math" | "text" }
	| { readonly parser: "micromark" | "native"; readonly because: "unavailable"; readonly message: string };

type Context = LanguageContext<FastMarkdownLanguageOptions>;

/** @eslint/markdown's GFM language with a native parser. Rules for that language run on this one unchanged. */
export class FastMarkdownLanguage extends MarkdownLanguage {
	override defaultLanguageOptions: FastMarkdownLanguageOptions = { ...defaultLanguageOptions };
	readonly #fingerprint: (() => string) | undefined;
	readonly #refuse: ((file: string) => string | undefined) | undefined;
	readonly #loadNativeParser: () => NativeParser;
	#loaded: NativeParser | undefined;

	constructor({ fingerprint, refuse, nativeParser = loadNativeParser }: FastMarkdownLanguageSetup = {}) {
		super({ mode: "gfm" });
		this.#fingerprint = fingerprint;
		this.#refuse = refuse;
		this.#loadNativeParser = nativeParser;
	}

	#nativeParser(): NativeParser {
		return (this.#loaded ??= this.#loadNativeParser());
	}

	/** @throws {Error} naming the option, the wrong value and the right ones. */
	override validateLanguageOptions(options: FastMarkdownLanguageOptions): void {
		super.validateLanguageOptions(options);
		validateOwnLanguageOptions(options);
	}

	normalizeLanguageOptions(options: FastMarkdownLanguageOptions): FastMarkdownLanguageOptions {
		return this.#fingerprint === undefined ? options : withFingerprint(options, this.#fingerprint);
	}

	/** Never throws: what cannot be parsed is a result with errors, which ESLint reports for the file. */
	override parse(file: File, context: Context): ParseResult<Root> {
		// ESLint has taken off the byte order mark.
		const text = file.body as string;
		// Not spread over the defaults: that would ask for the fingerprint.
		const { frontmatter = defaultLanguageOptions.frontmatter, math = defaultLanguageOptions.math } =
			context?.languageOptions ?? {};
		const refusal = this.#refuse?.(file.physicalPath);
		if (refusal !== undefined) return problem(refusal);
		const tooMuch = findTooMuch(text);
		if (tooMuch !== undefined) return { ok: false, errors: [tooMuch] };
		const frontMatter = frontmatter === false ? undefined : readFrontMatter(text, frontmatter);
		const parseWithMicromark = (): ParseResult<Root> =>
			super.parse(file, { languageOptions: { math, frontmatter: frontMatter === undefined ? false : frontmatter } });

		const wanted = parserOption(context?.languageOptions);
		if (this.parserFor(text, context?.languageOptions).parser === "micromark") return parseWithMicromark();
		const native = this.#nativeParser();
		if ("unavailable" in native) return unavailable(native.unavailable);
		try {
			return { ok: true, ast: native.parse(text, { frontMatter, math }) };
		} catch (error) {
			return wanted === "auto" && isShortEnough(text) ? parseWithMicromark() : failed(error);
		}
	}

	/** Which parser reads a text under these options, and why it is not the native one. */
	parserFor(text: string, options: FastMarkdownLanguageOptions | undefined): ParserChoice {
		const wanted = parserOption(options);
		if (wanted === "micromark") return { parser: "micromark", because: "option" };
		if (wanted === "auto") {
			if (options?.math ?? defaultLanguageOptions.math) return { parser: "micromark", because: "math" };
			if (!isReadAlike(text)) return { parser: "micromark", because: "text" };
		}
		const native = this.#nativeParser();
		if (!("unavailable" in native)) return { parser: "native" };
		const { message } = native.unavailable;
		return { parser: wanted === "auto" ? "micromark" : "native", because: "unavailable", message };
	}

	override createSourceCode(file: File, { ast }: OkParseResult<Root>, context: Context): FastMarkdownSourceCode {
		const rootOnly = context?.languageOptions?.traversal === "root";
		return new FastMarkdownSourceCode({ text: file.body as string, ast, rootOnly });
	}
}

/** The option as it counts: a config object for scripts without `files` may have put a module there. */
function parserOption(options: FastMarkdownLanguageOptions | undefined): "auto" | "native" | "micromark" {
	const wanted: unknown = options?.parser;
	return wanted === "native" || wanted === "micromark" ? wanted : "auto";
}

function unavailable({ message }: Error): ParseResult<Root> {
	return problem(
		`The native Markdown parser cannot be loaded here (${message}). ` +
			'Install the optional dependencies of satteri for this platform, or set languageOptions.parser to "auto" or "micromark".',
	);
}

function failed(error: unknown): ParseResult<Root> {
	const reason = error instanceof Error ? error.message : String(error);
	return problem(
		`The native Markdown parser failed (${reason}). Make the document smaller, or set languageOptions.parser to "micromark".`,
	);
}

function problem(message: string): ParseResult<Root> {
	return { ok: false, errors: [{ message, line: 1, column: 1 }] };
}
