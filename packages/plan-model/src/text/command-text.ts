import { remember } from "./remember.js";
import { classify, isScriptPath } from "./command-kinds.js";
import { KEYWORDS, PROGRAMS, RUNNERS, SYNTAX, WRAPPER_VALUES, WRAPPERS } from "./command-words.js";
import { splitShell, type Word } from "./shell-words.js";

export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

export type CommandKind = "npm-script" | "make" | "just" | "turbo" | "file" | "other";

/** `code`: a span in prose, a command only if its first word is a known program. `shell`: lines of a shell fence, where everything is. */
export type CommandContext = "code" | "shell";

/** One simple command of a plan. Offsets are UTF-16 indexes into the text that was read. It is never run. */
export interface Command {
	readonly kind: CommandKind;
	/** The words after prompt, environment assignments and wrappers (`sudo`, `npx`, `uv run`), unquoted. */
	readonly words: readonly string[];
	readonly program: string;
	/** npm-script */
	readonly manager?: PackageManager;
	/** npm-script: the script's name. */
	readonly script?: string;
	/** npm-script, turbo: the workspaces it is asked of, as written (`--filter`, `--workspace`, `yarn workspace`). */
	readonly workspaceFilter?: readonly string[];
	/** npm-script: it is asked of every workspace (`-r`, `--workspaces`), so one that has it is enough. */
	readonly everyWorkspace?: boolean;
	/** npm-script: the command may succeed without the script (`--if-present`, `npm start`). */
	readonly lenient?: boolean;
	/** npm-script: without such a script the manager runs an installed program of that name (`pnpm knip`, `yarn knip`). */
	readonly mayBeProgram?: boolean;
	/** make, just, turbo: targets, recipes, tasks; empty means the default one. */
	readonly targets?: readonly string[];
	/** file: the files that are run or tested, as written, without `::test` and `:line`. */
	readonly files?: readonly string[];
	/** The folder it runs in, relative to where the text starts: `cd x &&`, `--prefix x`, `-C x`; undefined is that place itself. */
	readonly directory?: string;
	/** The folder cannot be known (`cd "$DIR"`, `cd -`, `cd /elsewhere`). */
	readonly directoryUnknown?: boolean;
	/** What was written depends on a variable, a substitution, a glob or a placeholder: say nothing certain about it. */
	readonly variable: boolean;
	readonly start: number;
	readonly end: number;
}

/** Longer texts are cut: a plan's fences are below a few kilobytes. */
const LONGEST_TEXT = 256 * 1024;

/**
 * All simple commands of a text, in order: lines, `&&`, `||`, `;`, `|`, `&`. A `cd` holds for what follows it.
 * @returns empty when the text is no command; never throws
 */
export function readCommands(text: string, context: CommandContext = "code"): readonly Command[] {
	return context === "code" ? readCodeSpan(text) : readAnew(text, context);
}

/** A code span is asked for by several rules, and plans name the same commands again and again. */
const LONGEST_REMEMBERED = 120;
const readCodeSpan = remember((text) => readAnew(text, "code"), LONGEST_REMEMBERED);

function readAnew(text: string, context: CommandContext): readonly Command[] {
	const source = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
	const commands: Command[] = [];
	const outer: { readonly place: Place; readonly isChained: boolean; readonly changedOnLine: boolean }[] = [];
	let place: Place = {};
	let end = 0;
	let changedOnLine = false;
	let isChained = false;
	for (const part of splitShell(source)) {
		if (part.opens) outer.push({ place, isChained, changedOnLine });
		if (part.closes)
			({ place, isChained, changedOnLine } = outer.pop() ?? { place: {}, isChained: false, changedOnLine: false });
		const [first] = part.words;
		if (first === undefined) continue;
		if (source.slice(end, first.start).includes("\n")) {
			// After `cd a && x` a shell stays in `a`, but many plans write the next line for the root.
			if (isChained) place = { unknown: true };
			changedOnLine = isChained = false;
		} else if (changedOnLine) isChained = true;
		end = part.words.at(-1)?.end ?? end;
		const command = readSimple(part.words, place, context === "code" && commands.length === 0);
		if (command === undefined) {
			if (context === "code" && commands.length === 0) return [];
			continue;
		}
		commands.push(command);
		if (command.program === "cd" || command.program === "pushd") {
			place = enter(place, command.words[1]);
			changedOnLine = true;
		} else if (command.program === "popd") place = { unknown: true };
	}
	return commands;
}

/** The first command of a code span or of a line that does more than change the folder; undefined when it is none. Never throws. */
export function readCommand(text: string, context: CommandContext = "code"): Command | undefined {
	const commands = readCommands(text, context);
	return commands.find(({ program }) => program !== "cd") ?? commands[0];
}

/** Where a command runs. */
interface Place {
	readonly directory?: string;
	readonly unknown?: boolean;
}

function enter(place: Place, target: string | undefined): Place {
	if (target === undefined || target === "-" || /[$`*?<>{}…]/u.test(target) || /^[~/\\]|^[A-Za-z]:/u.test(target))
		return { unknown: true };
	if (place.unknown === true) return place;
	const path: string[] = [];
	for (const segment of `${place.directory ?? ""}/${target}`.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment === ".." && path.length > 0 && path.at(-1) !== "..") path.pop();
		else path.push(segment);
	}
	return path.length === 0 ? {} : { directory: path.join("/") };
}

export type Facts = Pick<Command, "kind"> &
	Partial<Omit<Command, "kind" | "words" | "program" | "start" | "end" | "variable">>;

function readSimple(written: readonly Word[], place: Place, isFirstOfSpan: boolean): Command | undefined {
	let words = written;
	while (words.length > 0 && (KEYWORDS.has(words[0]?.text ?? "") || isAssignment(words[0]))) words = words.slice(1);
	const [first] = words;
	const last = words.at(-1);
	if (first === undefined || last === undefined || SYNTAX.has(first.text) || /^\w+=/u.test(first.text))
		return undefined;
	if (isFirstOfSpan && !isCommandSpan(words)) return undefined;
	const inner = unwrap(words);
	const [program] = inner;
	const texts = inner.map(({ text }) => text);
	const facts = program === undefined ? { kind: "other" as const } : classify(texts, inner);
	const { directory, ...rest } = facts;
	const here = directory === undefined ? place : enter(place, directory);
	return {
		...rest,
		words: texts,
		program: texts[0] ?? "",
		...(here.directory === undefined ? {} : { directory: here.directory }),
		...(here.unknown === true ? { directoryUnknown: true } : {}),
		variable: isVariable(rest, inner),
		start: first.start,
		end: last.end,
	};
}

function isAssignment(word: Word | undefined): boolean {
	return word !== undefined && /^[A-Za-z_]\w*\+?=/u.test(word.text);
}

/** A code span is a command if a known program, or a script by its path, has words behind it. */
function isCommandSpan(words: readonly Word[]): boolean {
	const [first, second] = words;
	if (first === undefined || second === undefined || first.quoted) return false;
	if (/^[=:]|^(?:=>|->|→|\+|==|!=|is|are|was|and|or|—|–|-)$/u.test(second.text)) return false;
	if (PROGRAMS.has(first.text) || first.text in WRAPPERS) return true;
	return isScriptPath(first.text);
}

/** Drops `sudo -E`, `timeout 30`, `npx`, `uv run`, `FOO=bar`. */
function unwrap(words: readonly Word[]): readonly Word[] {
	let at = 0;
	for (;;) {
		const name = words[at]?.text ?? "";
		const next = words[at + 1]?.text ?? "";
		const own = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
		const isRunner = RUNNERS.has(`${name}:${next}`);
		if (own === undefined && !isRunner) break;
		let inner = at + (isRunner ? 2 : 1);
		for (; inner < words.length; inner++) {
			const word = words[inner]?.text ?? "";
			if (word === "--") {
				inner++;
				break;
			}
			if (WRAPPER_VALUES.has(word)) inner++;
			else if (!word.startsWith("-") && !isAssignment(words[inner])) break;
		}
		inner += own ?? 0;
		if (inner >= words.length) break;
		at = inner;
	}
	return words.slice(at);
}

/** Whether the words that name what is run are open. */
function isVariable(facts: Omit<Facts, "directory">, words: readonly Word[]): boolean {
	const named = new Set([
		facts.script,
		...(facts.targets ?? []),
		...(facts.files ?? []),
		...(facts.workspaceFilter ?? []),
	]);
	if (facts.kind === "other") return words.some(({ variable }) => variable);
	if (facts.script !== undefined && !/^[\w:.@/+-]+$/u.test(facts.script)) return true;
	return words.some(
		({ text, variable }) =>
			variable && [...named].some((name) => name !== undefined && name !== "" && text.includes(name)),
	);
}
