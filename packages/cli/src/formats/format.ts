import type { ESLint } from "eslint";
import type { Finding } from "../report/finding.js";

/** The formats there are, each in a file of its name. */
export const FORMAT_NAMES = ["stylish", "frame", "json", "github", "sarif", "gitlab", "markdown"] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** What a format writes down. */
export interface FormatInput {
	readonly eslint: ESLint;
	/** ESLint's own results, for ESLint's own formats. */
	readonly results: readonly ESLint.LintResult[];
	/** The same, one by one. */
	readonly findings: readonly Finding[];
	/** The text in which the findings of a file have their places. */
	readonly textOf: (file: string) => string;
	/** What was checked, and what came of it: the last line on a screen. */
	readonly summary: string;
	/** Sentences that stand in front of it. */
	readonly notes: readonly string[];
	/** The version of this package. */
	readonly version: string;
	/** The target is a terminal that shows colours. */
	readonly colour: boolean;
}

/** @returns the text as it is to be written, its last line ended; empty where there is nothing to say */
export type Format = (input: FormatInput) => string | Promise<string>;

/** Formats for programs: nothing else may stand beside one of them. */
export const MACHINE_FORMATS: ReadonlySet<FormatName> = new Set(["json", "sarif", "gitlab"]);

const LOADERS: Readonly<Record<FormatName, () => Promise<{ readonly format: Format }>>> = {
	stylish: () => import("./stylish.js"),
	frame: () => import("./frame.js"),
	json: () => import("./json.js"),
	github: () => import("./github.js"),
	sarif: () => import("./sarif.js"),
	gitlab: () => import("./gitlab.js"),
	markdown: () => import("./markdown.js"),
};

/** Loads a format when it is asked for: a hook uses one of them. */
export async function loadFormat(name: FormatName): Promise<Format> {
	const { format } = await LOADERS[name]();
	return format;
}
