import type { Command } from "../text/command-text.js";
import type { Plan } from "../plan.js";
import type { CommandTool } from "../workspace/project-commands.js";

const FILE_NAMES: Readonly<Record<CommandTool, RegExp>> = {
	script: /(?:^|\/)package\.json$/u,
	make: /(?:^|\/)(?:GNUm|[Mm])akefile$|\.mk$/u,
	just: /(?:^|\/)\.?justfile$|\.just$/iu,
	turbo: /(?:^|\/)turbo\.jsonc?$/u,
};

const ADDS = /\b(?:add|creat|introduc|defin|register|extend|new|expos|wire|provid)\p{L}*\b/iu;
const NAMED = /\b(?:script|target|task|recipe|command|alias|entry|package\.json|makefile|justfile|turbo\.json)s?\b/iu;

/** What a plan itself adds to the names that its repository lets one run. */
export class AddedNames {
	readonly #plan: Plan;
	readonly #commands: readonly Command[];
	#names: ReadonlySet<string> | undefined;
	#written: readonly string[] | undefined;

	constructor(plan: Plan, commands: readonly Command[]) {
		this.#plan = plan;
		this.#commands = commands;
	}

	/**
	 * The plan changes the file that would define the name, starts a project that has names of its own, writes the
	 * definition out, or says that it adds it.
	 */
	has(tool: CommandTool, name: string): boolean {
		this.#names ??= namesIn(this.#plan.text);
		if (this.#names.has(name)) return true;
		this.#written ??= this.#plan.allPhases.flatMap((phase) =>
			phase.paths.flatMap(({ action, path }) => (action === "read" ? [] : [path])),
		);
		if (this.#written.some((path) => FILE_NAMES[tool].test(path))) return true;
		return tool === "script" && this.#commands.some(startsProject);
	}
}

/** A code span that is nothing but a name, and a key of JSON. */
const ALONE = /(?<=`)[^`\s]{1,100}(?=`)|(?<=["'])[^"'\s]{1,100}(?=["']\s?:)/gu;
const WORD = /[\w@][\w:.@/-]{0,99}/gu;

/** The names that a text may define: read once for all that are asked for. */
function namesIn(text: string): ReadonlySet<string> {
	const names = new Set<string>();
	for (const [name] of text.matchAll(ALONE)) names.add(name);
	for (const line of text.split("\n")) {
		const definition = definedName(line);
		if (definition !== undefined) names.add(definition);
		if (!ADDS.test(line) || !NAMED.test(line)) continue;
		for (const [word] of line.matchAll(WORD)) names.add(word.replace(/(?<![:./-])[:./-]+$/u, ""));
	}
	return names;
}

/** `name:` and `name arg: dep` at the start of a line. */
function definedName(line: string): string | undefined {
	const rest = line.slice(0, 400).trimStart().replace(/^@/u, "");
	const name = /^[\w.-]{1,100}/u.exec(rest)?.[0];
	return name !== undefined && /^[^:=]{0,200}:(?!=)/u.test(rest.slice(name.length)) ? name : undefined;
}

/** Programs whose `init` has nothing to do with a package.json. */
const OTHER_INITS: ReadonlySet<string> = new Set([
	"git",
	"terraform",
	"tofu",
	"cargo",
	"uv",
	"poetry",
	"alembic",
	"go",
	"docker",
	"helm",
	"supabase",
	"firebase",
]);

/** `npm init`, `pnpm create vite`, `npm pkg set scripts.x=y`, `npx storybook init`: they write scripts into a package.json. */
function startsProject({ words }: Command): boolean {
	const [program = "", ...rest] = words.map((word) => word.replace(/(?<=.)@[\w.^~-]+$/u, ""));
	const first = rest.find((word) => !word.startsWith("-"));
	if (/^(?:npm|pnpm|yarn|bun)$/u.test(program)) return /^(?:init|create|pkg)$/u.test(first ?? "");
	return program.startsWith("create-") || (first === "init" && !OTHER_INITS.has(program));
}

/** Whether a character may be part of a name. */
export function isNamePart(character: string | undefined): boolean {
	return character !== undefined && /[\w.-]/u.test(character);
}
