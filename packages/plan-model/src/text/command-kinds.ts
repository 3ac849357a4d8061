/** What a command runs: scripts of a package manager, targets, tasks, files. */

import type { Facts, PackageManager } from "./command-text.js";
import {
	FILE_VALUES,
	INSTALLED_PROGRAMS,
	INTERPRETERS,
	list,
	MANAGER_VALUES,
	TEST_RUNNERS,
	TURBO_COMMANDS,
} from "./command-words.js";
import type { Word } from "./shell-words.js";

const MANAGER_COMMANDS: Readonly<Record<PackageManager, ReadonlySet<string>>> = {
	npm: list(`
		access add adduser audit author bin bugs c cache ci cit clean-install completion config create ddp dedupe deprecate diff dist-tag docs doctor edit
		exec explain explore find-dupes fund get help hook i in init innit install install-ci-test install-test isntall it la link list ll ln login logout
		ls org outdated owner pack ping pkg prefix profile prune publish query r rb rebuild remove repo rm root s sbom se search set shrinkwrap star stars
		team token trust un uninstall unlink unpublish unstar up update upgrade v version view whoami x
	`),
	pnpm: list(`
		access add approve-builds audit bin bugs c cache cat-file cat-index ci clean-install config create dedupe deploy dist-tag dlx docs doctor
		edit env exec fetch find-hash fund get help i ignored-builds import info init install install-test it la licenses link list ll ln login logout ls
		nuke outdated owner pack patch patch-commit patch-remove ping pkg prefix prune publish rb rebuild recursive m multi remove repo restart rm root rt runtime s
		search self-update server set setup show star stars store team token un uninstall unlink unpublish unstar up update upgrade v version view whoami why
	`),
	yarn: list(`
		add audit autoclean bin cache check config constraints create dedupe dlx exec explain generate-lock-entry global help import info init install licenses link list
		login logout node npm outdated owner pack patch patch-commit plugin policies publish rebuild remove search self-update set stage stats tag team unlink unplug
		up upgrade upgrade-interactive version versions why
	`),
	bun: list(`
		a add audit build c create discord exec feedback help i info init install link outdated patch patch-commit pm publish remove repl rm unlink
		update upgrade why x
	`),
};

/** Options of interpreters that run no file. */
const NO_FILE = /^(?:-e|-c|-p|-m|--eval|--print|-i|--interactive|--version|-v|-V|--help|-h)$/u;

const SCRIPT_FILE = /\.(?:[cm]?[jt]sx?|py|sh|bash|zsh|fish|rb|pl|php|lua|R|jl|exs?|ps1|bats|feature|vue|svelte)$/u;

/** Built or installed, never tracked. */
const BUILT =
	/(?:^|\/)(?:node_modules|target|dist|build|out|\.build|_build|\.venv[\w.-]*|venv|env|vendor|\.tox|zig-out)\//u;

export function classify(texts: readonly string[], words: readonly Word[]): Facts {
	const [name = ""] = texts;
	const program = /(?:^|\/)\.?v?env[\w.-]*\/bin\/|node_modules\/\.bin\//u.test(name)
		? name.slice(name.lastIndexOf("/") + 1)
		: name.replace(/\.(?:exe|cmd)$/u, "");
	switch (program) {
		case "npm":
		case "pnpm":
		case "yarn":
		case "bun":
			return classifyManager(program, texts, words);
		case "make":
		case "gmake":
			return classifyMake(texts);
		case "just":
			return classifyJust(texts);
		case "turbo":
			return classifyTurbo(texts);
		default:
			return classifyFile(program, texts) ?? { kind: "other" };
	}
}

interface Options {
	readonly positional: readonly string[];
	readonly flags: ReadonlySet<string>;
	readonly filters: readonly string[];
	readonly directory?: string;
}

/** A manager's own options end with the script's name: what follows belongs to the script. */
function readOptions(texts: readonly string[]): Options {
	const positional: string[] = [];
	const flags = new Set<string>();
	const filters: string[] = [];
	let directory: string | undefined;
	for (let at = 1; at < texts.length; at++) {
		const text = texts[at] ?? "";
		if (text === "--") break;
		if (!text.startsWith("-")) {
			positional.push(text);
			continue;
		}
		const equals = text.indexOf("=");
		const option = equals < 0 ? text : text.slice(0, equals);
		flags.add(option);
		// pnpm's `-w` is a switch, npm's takes a name.
		const isSwitch = option === "-w" && texts[0] !== "npm";
		const value =
			equals >= 0 ? text.slice(equals + 1) : MANAGER_VALUES.has(option) && !isSwitch ? texts[++at] : undefined;
		if (value === undefined) continue;
		if (/^(?:-w|--workspace|--filter|-F|--filter-prod)$/u.test(option)) filters.push(value);
		else if (/^(?:--prefix|-C|--dir|--cwd)$/u.test(option)) directory = value;
	}
	return { positional, flags, filters, ...(directory === undefined ? {} : { directory }) };
}

function classifyManager(manager: PackageManager, texts: readonly string[], words: readonly Word[]): Facts {
	const { positional, flags, filters, directory } = readOptions(texts);
	let rest = positional;
	let workspaceFilter = filters;
	let everyWorkspace = ["-r", "--recursive", "-ws", "--workspaces", "--parallel"].some((flag) => flags.has(flag));
	if (manager === "yarn" && rest[0] === "workspace") {
		workspaceFilter = rest.slice(1, 2);
		rest = rest.slice(2);
	} else if (manager === "yarn" && rest[0] === "workspaces") {
		everyWorkspace = true;
		rest = rest.slice(rest[1] === "foreach" ? 2 : 1);
	} else if (manager === "pnpm" && /^(?:recursive|multi|m)$/u.test(rest[0] ?? "")) {
		everyWorkspace = true;
		rest = rest.slice(1);
	}
	const place = directory === undefined ? {} : { directory };
	const [command = "", named] = rest;
	const isRun = /^(?:run|run-script)$/u.test(command) || (manager === "npm" && /^(?:rum|urn)$/u.test(command));
	const script = isRun ? named : scriptOf(manager, command);
	if (script === undefined) {
		if (manager === "bun" && command === "test") return { ...filesOf(rest.slice(1)), ...place };
		if (manager === "yarn" && command === "node")
			return classifyFile("node", rest.slice(0)) ?? { kind: "other", ...place };
		// `pnpm tsc --noEmit`, `yarn turbo run build`: the program decides.
		const at = words.findIndex(({ text }) => text === command);
		if (INSTALLED_PROGRAMS.has(command) && at > 0) return { ...classify(texts.slice(at), words.slice(at)), ...place };
		return { kind: "other", ...place };
	}
	if (manager === "bun" && (script.includes("/") || SCRIPT_FILE.test(script)))
		return { ...filesOf([script]), ...place };
	const lenient =
		flags.has("--if-present") || (manager === "npm" && !isRun && /^(?:start|restart|stop)$/u.test(script));
	return {
		kind: "npm-script",
		manager,
		script,
		...place,
		...(workspaceFilter.length > 0 ? { workspaceFilter } : {}),
		...(everyWorkspace ? { everyWorkspace } : {}),
		...(lenient ? { lenient } : {}),
		...(manager === "npm" || (isRun && manager === "pnpm") || !/^(?!(?:test|start)$)[\w.-]+$/u.test(script)
			? {}
			: { mayBeProgram: true }),
	};
}

/** The script that a manager's command runs without `run`. */
function scriptOf(manager: PackageManager, command: string): string | undefined {
	if (/^(?:t|tst)$/u.test(command) && (manager === "npm" || (manager === "pnpm" && command === "t"))) return "test";
	if (manager === "npm") return /^(?:test|start|stop|restart)$/u.test(command) ? command : undefined;
	if (manager === "bun" && command === "test") return undefined;
	if (command === "" || MANAGER_COMMANDS[manager].has(command) || INSTALLED_PROGRAMS.has(command)) return undefined;
	return command;
}

function classifyMake(texts: readonly string[]): Facts {
	const targets: string[] = [];
	let directory: string | undefined;
	for (let at = 1; at < texts.length; at++) {
		const text = texts[at] ?? "";
		// Another makefile than the one that is known.
		if (/^(?:-f|--file|--makefile|-I)/u.test(text)) return { kind: "other" };
		if (text === "-C" || text === "--directory") directory = texts[++at];
		else if (text.startsWith("--directory=")) directory = text.slice("--directory=".length);
		else if (/^-(?:j|l|o|W)$/u.test(text) && /^[\d.]+$/u.test(texts[at + 1] ?? "")) at++;
		else if (!text.startsWith("-") && !/^\w[\w.-]*[?:+]?=/u.test(text)) targets.push(text);
	}
	return { kind: "make", targets, ...(directory === undefined ? {} : { directory }) };
}

/** Words after the recipe may be its arguments or further recipes; only the first is certain. */
function classifyJust(texts: readonly string[]): Facts {
	let directory: string | undefined;
	for (let at = 1; at < texts.length; at++) {
		const text = texts[at] ?? "";
		if (
			/^(?:-f|--justfile|-l|--list|--summary|--choose|--evaluate|--dump|--fmt|-g|--global-justfile|--init|-c|--command|--version|--help)(?:=|$)/u.test(
				text,
			)
		)
			return { kind: "other" };
		if (text === "-d" || text === "--working-directory") directory = texts[++at];
		else if (text === "--set") at += 2;
		else if (!text.startsWith("-") && !/^\w+=/u.test(text))
			return { kind: "just", targets: [text], ...(directory === undefined ? {} : { directory }) };
	}
	return { kind: "just", targets: [] };
}

function classifyTurbo(texts: readonly string[]): Facts {
	const { positional, filters, directory } = readOptions(texts);
	const tasks = positional[0] === "run" ? positional.slice(1) : positional;
	if (tasks.length === 0 || (positional[0] !== "run" && TURBO_COMMANDS.has(tasks[0] ?? ""))) return { kind: "other" };
	return {
		kind: "turbo",
		// `web#build` is the task of one workspace.
		targets: tasks.map((task) => task.slice(task.indexOf("#") + 1)),
		...(filters.length > 0 ? { workspaceFilter: filters } : {}),
		...(directory === undefined ? {} : { directory }),
	};
}

function classifyFile(program: string, texts: readonly string[]): Facts | undefined {
	if (INTERPRETERS.has(program)) {
		const isTest = texts[1] === "--test";
		for (let at = 1; at < texts.length; at++) {
			const text = texts[at] ?? "";
			const module = texts[at + 1];
			if (text === "-m" && /^python|^py$/u.test(program) && module !== undefined)
				return classifyFile(module, texts.slice(at + 1));
			if (NO_FILE.test(text)) return undefined;
			if (FILE_VALUES.has(text)) at++;
			else if (!text.startsWith("-")) return isTest ? filesOf(texts.slice(at)) : filesOf([text]);
		}
		return undefined;
	}
	if (
		program === "deno" ||
		program === "mix" ||
		program === "flutter" ||
		program === "dart" ||
		program === "rails" ||
		program === "php-cs-fixer"
	) {
		return /^(?:run|test)$/u.test(texts[1] ?? "") ? filesOf(texts.slice(2)) : undefined;
	}
	if (TEST_RUNNERS.has(program)) return filesOf(texts.slice(1));
	return isScriptPath(program) && !BUILT.test(program) ? { kind: "file", files: [program] } : undefined;
}

/** `./run`, `scripts/x.sh`, `.codex/tool`, `bin/x` */
export function isScriptPath(program: string): boolean {
	if (!/^[\w.-]+(?:\/[\w.+-]+)+$/u.test(program)) return false;
	return (
		program.startsWith(".") || SCRIPT_FILE.test(program) || /^(?:[\w.-]+\/)*(?:bin|scripts)\/[\w.-]+$/u.test(program)
	);
}

/** The words that are script files for certain: a test runner's other words may be filters. */
function filesOf(texts: readonly string[]): Facts {
	const files: string[] = [];
	for (let at = 0; at < texts.length; at++) {
		const text = texts[at] ?? "";
		if (text === "--") continue;
		if (FILE_VALUES.has(text)) at++;
		else if (!text.startsWith("-")) {
			const file = text.replace(/::[^]*|:\d+(?::\d+)?$/u, "");
			if (SCRIPT_FILE.test(file) && !BUILT.test(file)) files.push(file);
		}
	}
	return files.length > 0 ? { kind: "file", files } : { kind: "other" };
}
