import type { ComputedConfig } from "../plans/plugin-of-config.js";
import type { Diagnosis } from "./diagnosis.js";

/** What @acid-plans/fast-markdown says of who reads a text. */
interface ParserChoice {
	readonly parser: string;
	/** Why it is not the native one: `option`, `math`, `text` or `unavailable`. */
	readonly because?: string;
	readonly message?: string;
}

/** Our language, as the user's copy has it: an older one cannot say who parses. */
interface PlanLanguage {
	parserFor?(text: string, options: unknown): ParserChoice;
}

/** What reads the file, and what of it is not read. */
export function languageDiagnoses(config: ComputedConfig, text: string): Diagnosis[] {
	const name = languageName(config);
	const frontMatter = config.languageOptions?.["frontmatter"];
	const toOurs = 'Set `language: "acid-plans/plan"` for plans, as `acidPlans()` does.';
	if (/\/commonmark$/.test(name)) {
		return [
			language("off", `Language ${name}: tables and task boxes are not read`, toOurs),
			...frontMatterDiagnoses(frontMatter),
		];
	}
	if (/\/gfm$/.test(name)) {
		return [
			language("ok", `Language ${name}`),
			...frontMatterDiagnoses(frontMatter),
			{
				id: "parser",
				area: "plan",
				state: "note",
				message: "Parser micromark, of @eslint/markdown",
				remedy: 'The language "acid-plans/plan" reads the same tree many times faster.',
			},
		];
	}
	const parser = (config.language as PlanLanguage | undefined)?.parserFor?.(text, config.languageOptions);
	if (parser === undefined) {
		return /\/plan$/.test(name)
			? [language("ok", `Language ${name}`)]
			: [language("off", `Language ${name}, which is none of Markdown`, toOurs)];
	}
	return [language("ok", `Language ${name}`), ...frontMatterDiagnoses(frontMatter), parserDiagnosis(parser)];
}

function frontMatterDiagnoses(option: unknown): Diagnosis[] {
	if (option !== undefined && option !== false) return [];
	return [
		{
			id: "front-matter",
			area: "plan",
			state: "off",
			message: "Front matter is not read: it looks like a heading",
			remedy: 'Set `languageOptions: { frontmatter: "yaml" }` for plans.',
		},
	];
}

function parserDiagnosis(choice: ParserChoice): Diagnosis {
	const about = (state: Diagnosis["state"], message: string, remedy?: string): Diagnosis => ({
		id: "parser",
		area: "plan",
		state,
		message,
		remedy,
	});
	if (choice.because === undefined) return about("ok", "Parser satteri, native");
	if (choice.because === "option")
		return about(
			"note",
			'Parser micromark, since the config says parser: "micromark"',
			"Take the option out to have the native one.",
		);
	if (choice.because === "math")
		return about(
			"note",
			"Parser micromark, since math is on, which the native one reads differently",
			"Set `languageOptions: { math: false }` to have the native one.",
		);
	if (choice.because === "text")
		return about(
			"note",
			"Parser micromark for this document: it has characters that the native one reads differently. Others are not affected",
		);
	const cause = `the native one cannot be loaded here (${choice.message?.split("\n")[0] ?? ""})`;
	const remedy =
		"Install the optional dependencies of satteri for this platform: a lock file made elsewhere, or `--omit=optional`, leaves them out.";
	return choice.parser === "micromark"
		? about("off", `Parser micromark, many times slower: ${cause}`, remedy)
		: about("off", `No parser: the config says parser: "native", and ${cause}`, remedy);
}

/** Whose place the processor is in, and whether plan rules are run at all. */
export function processorDiagnosis(config: ComputedConfig, isSeen: boolean, failure: string | undefined): Diagnosis {
	const { processor } = config;
	const meta = typeof processor === "object" ? processor.meta : undefined;
	const name = typeof processor === "string" ? processor : (meta?.name ?? "a processor without a name");
	const id = "processor";
	if (failure !== undefined) {
		return {
			id,
			area: "plan",
			state: "off",
			message: `ESLint cannot lint this plan: ${failure}`,
			remedy: "Correct the config; `npx eslint --debug` with the same file tells more.",
		};
	}
	if (isSeen) {
		const message =
			processor === undefined
				? "The rules see this plan"
				: `The rules see this plan, beside its code blocks (processor ${name})`;
		return { id, area: "plan", state: "ok", message };
	}
	return {
		id,
		area: "plan",
		state: "off",
		message:
			processor === undefined
				? "The rules do not see this plan, though they are on"
				: `The processor ${name} hands out the code blocks alone: the rules do not see the plan`,
		remedy:
			processor === undefined
				? "Take this file out of `documents: { ignore }`, and look for an `eslint-disable` comment at its top."
				: "Set `codeBlocks: true` (or that processor) in `acidPlans()`, and put it behind the config that sets the processor.",
	};
}

/** The config is not at fault. */
export function refusedDiagnosis(failure: string): Diagnosis {
	return {
		id: "processor",
		area: "plan",
		state: "off",
		message: `ESLint cannot lint this plan: ${failure}`,
		remedy: "Mend the plan, or name another one: `acid-plans doctor plans/search.md`.",
	};
}

function language(state: Diagnosis["state"], message: string, remedy?: string): Diagnosis {
	return { id: "language", area: "plan", state, message, remedy };
}

function languageName(config: ComputedConfig): string {
	const json = config.toJSON?.() as { readonly language?: unknown } | undefined;
	return typeof json?.language === "string" ? json.language : (config.language?.constructor.name ?? "@/js");
}
