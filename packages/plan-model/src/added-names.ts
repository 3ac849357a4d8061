import type { Command } from "./command-text.js";
import type { Plan } from "./plan.js";
import type { CommandTool } from "./project-commands.js";

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
	#lines: readonly string[] | undefined;
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
		const { text } = this.#plan;
		if (text.includes(`\`${name}\``) || text.includes(`"${name}":`) || text.includes(`'${name}':`)) return true;
		this.#written ??= this.#plan.allPhases.flatMap((phase) =>
			phase.paths.flatMap(({ action, path }) => (action === "read" ? [] : [path])),
		);
		if (this.#written.some((path) => FILE_NAMES[tool].test(path))) return true;
		if (tool === "script" && this.#commands.some(startsProject)) return true;
		this.#lines ??= text.split("\n");
		return this.#lines.some(
			(line) =>
				line.includes(name) &&
				hasWord(line, name) &&
				(isDefinition(line, name) || (ADDS.test(line) && NAMED.test(line))),
		);
	}
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

/** `name:` and `name arg: dep` at the start of a line. */
function isDefinition(line: string, name: string): boolean {
	const rest = line.trimStart().replace(/^@/u, "");
	return rest.startsWith(name) && /^[^:=]{0,200}:(?!=)/u.test(rest.slice(name.length));
}

function hasWord(line: string, word: string): boolean {
	for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
		if (!isNamePart(line[at - 1]) && !isNamePart(line[at + word.length])) return true;
	}
	return false;
}

/** Whether a character may be part of a name. */
export function isNamePart(character: string | undefined): boolean {
	return character !== undefined && /[\w.-]/u.test(character);
}
