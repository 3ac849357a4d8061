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

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Programs that make a code span a command. Names that are as well words of prose (`test`, `find`, `open`, `time`) are left out. */
const PROGRAMS = list(`
	npm pnpm yarn bun npx pnpx bunx make gmake just turbo node deno tsx ts-node python python2 python3 py pytest bash sh zsh fish ruby perl php go
	cargo rustc rustup uv uvx poetry pipenv pip pip3 pipx pdm hatch rye tox nox conda mamba docker docker-compose podman kubectl helm terraform tofu
	git gh glab curl wget grep rg sed awk cat ls cd mkdir rm cp mv touch chmod jq yq psql mysql sqlite3 redis-cli mix elixir iex rails rake bundle
	gem gradle ./gradlew mvn ./mvnw dotnet swift xcodebuild flutter dart composer tsc eslint prettier vitest jest playwright cypress biome oxlint
	ruff mypy pyright black isort flake8 pylint bandit pre-commit alembic uvicorn gunicorn flask django-admin nx lerna rush vite next astro wrangler
	vercel netlify firebase supabase prisma drizzle-kit aws gcloud az ssh scp rsync tar sudo env source xargs echo ansible-playbook cmake
	ctest ninja bazel bazelisk buck2 zig nix nix-build brew apt apt-get dnf systemctl journalctl rspec phpunit mocha ava c8 nyc hyperfine
	cargo-nextest golangci-lint gofmt rustfmt clippy-driver shellcheck actionlint lefthook husky changeset semgrep trivy
`);

// prettier-ignore
/** What runs another command: the number of its own words that are no options. */
const WRAPPERS: Readonly<Record<string, number>> = {
	sudo: 0, env: 0, time: 0, nohup: 0, command: 0, exec: 0, builtin: 0, "xvfb-run": 0, timeout: 1, gtimeout: 1, nice: 0, caffeinate: 0,
	npx: 0, pnpx: 0, bunx: 0, "cross-env": 0, dotenv: 0, uvx: 0, watch: 0,
};

/** Wrappers of two words. */
const RUNNERS = list(`
	uv:run poetry:run pipenv:run pdm:run rye:run bundle:exec npm:exec npm:x pnpm:exec pnpm:dlx yarn:exec yarn:dlx bun:x dotenvx:run doppler:run op:run
`);

/** Options of wrappers that take a word. */
const WRAPPER_VALUES = list(
	"-u --user -p --package --with --with-editable --extra --group --python -e --env -f --env-file -s -k --signal --kill-after --project --directory -n",
);

const KEYWORDS = list("then do else if elif while until ! { (");
/** Lines of shell syntax that are no command. */
const SYNTAX = list(
	"for case esac fi done } ) select function in ;; [[ [ return break continue local declare readonly set unset shift trap :",
);

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

/** Installed programs that people call through a manager without `exec`. */
const INSTALLED_PROGRAMS = list(`
	tsc vitest jest eslint prettier biome oxlint playwright cypress mocha ava tsx ts-node node turbo nx lerna vite next nuxt nuxi astro remix svelte-kit svelte-check
	vue-tsc webpack rollup esbuild tsup tsdown unbuild swc prisma drizzle-kit drizzle typeorm sequelize knex wrangler vercel netlify firebase supabase storybook
	chromatic changeset husky lint-staged commitlint stylelint markdownlint remark knip depcheck madge syncpack rimraf concurrently nodemon pm2 serve http-server expo eas
	electron electron-builder tauri cap ionic ng nest hardhat lhci size-limit typedoc c8 nyc tailwindcss postcss graphql-codegen openapi-typescript orval convex shadcn
	shadcn-ui create-next-app degit taze ncu npm-check-updates semantic-release release-it playwright-core patch-package msw
`);

/** Options of package managers that take the next word. */
const MANAGER_VALUES = list(`
	-w --workspace --prefix -C --dir --cwd --filter -F --filter-prod --loglevel --reporter --registry --userconfig --cache --include --from --exclude
	--workspace-concurrency -j --jobs --config --env-file --test-pattern --resume-from
`);

/** Programs that run the first file among their words. */
const INTERPRETERS = list(
	"node tsx ts-node ts-node-esm python python2 python3 py bash sh zsh fish ruby perl php lua Rscript julia source . elixir",
);
/** Programs that test or run all files among their words. */
const TEST_RUNNERS = list(
	"pytest vitest jest playwright cypress mocha ava rspec phpunit pest tap bats shellcheck c8 nyc",
);
/** Options of interpreters that run no file. */
const NO_FILE = /^(?:-e|-c|-p|-m|--eval|--print|-i|--interactive|--version|-v|-V|--help|-h)$/u;
/** Options of interpreters and test runners that take the next word. */
const FILE_VALUES = list(`
	-k -m -n -o -p -c -r -W -t -u -g -j -x --require --import --loader --env-file --config --project --reporter --grep --testNamePattern --ignore --deselect --rootdir --cov
	--cov-report --maxfail --durations --tb --browser --shard --workers --outputFile --dir --root --spec --timeout --format --tag --only --exclude --tsconfig --max-workers
`);

const SCRIPT_FILE = /\.(?:[cm]?[jt]sx?|py|sh|bash|zsh|fish|rb|pl|php|lua|R|jl|exs?|ps1|bats|feature|vue|svelte)$/u;

/** Built or installed, never tracked. */
const BUILT =
	/(?:^|\/)(?:node_modules|target|dist|build|out|\.build|_build|\.venv[\w.-]*|venv|env|vendor|\.tox|zig-out)\//u;

/**
 * All simple commands of a text, in order: lines, `&&`, `||`, `;`, `|`, `&`. A `cd` holds for what follows it.
 * @returns empty when the text is no command; never throws
 */
export function readCommands(text: string, context: CommandContext = "code"): Command[] {
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

interface Word {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Holds `$x`, `$(…)`, a glob or a placeholder. */
	readonly variable: boolean;
	readonly quoted: boolean;
}

interface Part {
	readonly words: readonly Word[];
	readonly opens?: boolean;
	readonly closes?: boolean;
}

/** Where a command runs. */
interface Place {
	readonly directory?: string;
	readonly unknown?: boolean;
}

/**
 * A shell grammar as far as plans need it: words, quotes, escapes, comments, operators, redirections, here-documents. A published tokenizer
 * (shell-quote) gives no positions and expands variables; a shell's full grammar would be another order of size.
 * Every character is looked at a fixed number of times.
 */
function* splitShell(source: string): Generator<Part> {
	const isSession = /^[ \t]*\$ \S/mu.test(source);
	let words: Word[] = [];
	let at = 0;
	let isLineStart = true;
	let heredocs: { readonly end: string; readonly indented: boolean }[] = [];
	let skipsWord = false;
	let unclosed = 0;

	const skipLine = (): void => {
		const newline = source.indexOf("\n", at);
		at = newline < 0 ? source.length : newline;
	};

	while (at < source.length) {
		if (isLineStart) {
			isLineStart = false;
			const prompt = readPrompt(source, at);
			if (prompt > 0) at += prompt;
			// In a session only the lines with a prompt are commands; the rest is what they printed.
			else if (isSession && words.length === 0) skipLine();
			continue;
		}
		const character = source[at] ?? "";
		if (character === "\n") {
			at++;
			if (words.length > 0) yield { words };
			words = [];
			skipsWord = false;
			isLineStart = true;
			for (const heredoc of heredocs) {
				if (unclosed >= UNCLOSED_LIMIT) break;
				const after = afterHeredoc(source, at, heredoc);
				if (after === undefined) unclosed++;
				else at = after;
			}
			heredocs = [];
		} else if (character === " " || character === "\t" || character === "\r" || character === "\u00a0") at++;
		else if (character === "\\" && /^\\\r?\n/u.test(source.slice(at, at + 3))) {
			at += source[at + 1] === "\r" ? 3 : 2;
			const indent = /^[ \t]*> /u.exec(source.slice(at, at + 16));
			if (isSession && indent !== null) at += indent[0].length;
		} else if (character === "#") skipLine();
		else if (character === "(" || character === ")") {
			if (words.length > 0) yield { words };
			words = [];
			yield { words, opens: character === "(", closes: character === ")" };
			at++;
		} else if (character === ";" || character === "|" || (character === "&" && source[at + 1] !== ">")) {
			if (words.length > 0) yield { words };
			words = [];
			skipsWord = false;
			while (/[;|&]/u.test(source[at] ?? "")) at++;
		} else {
			const redirection = isPlaceholder(source, at)
				? null
				: /^(?:&>>?|\d?(?:<<<|<<-?|>>|>&|<&|>\||<>|<|>))/u.exec(source.slice(at, at + 5));
			if (redirection !== null) {
				at += redirection[0].length;
				const heredoc = /^\d?<<(-?)$/u.exec(redirection[0]);
				if (heredoc === null) {
					skipsWord = true;
					continue;
				}
				while (source[at] === " ") at++;
				const delimiter = readWord(source, at);
				at = Math.max(delimiter.end, at + 1);
				if (delimiter.text !== "") heredocs.push({ end: delimiter.text, indented: heredoc[1] === "-" });
				continue;
			}
			const word = readWord(source, at);
			at = Math.max(word.end, at + 1);
			if (skipsWord) skipsWord = false;
			else words.push(word);
		}
	}
	if (words.length > 0) yield { words };
}

/** `$ `, `% `, `❯ `, `(venv) $ `, `user@host:~$ `, `PS C:\x> ` at the start of a line. */
function readPrompt(source: string, at: number): number {
	const match =
		/^[ \t]*(?:(?:\([\w.-]{1,40}\) ?)?(?:[\w.-]{1,40}@[\w.-]{1,40}:[^\s$#]{0,80})?[$❯➜›] |% |(?:PS )?[A-Z]:\\[^>\n]{0,80}> ?)/u.exec(
			source.slice(at, at + 240),
		);
	return match?.[0].length ?? 0;
}

/** Here-documents without an end that are searched for: each costs the length of the text. */
const UNCLOSED_LIMIT = 8;

/** Where the line after a here-document's last starts; undefined when it has none. */
function afterHeredoc(
	source: string,
	from: number,
	{ end, indented }: { readonly end: string; readonly indented: boolean },
): number | undefined {
	for (let at = from; at < source.length;) {
		const newline = source.indexOf("\n", at);
		const next = newline < 0 ? source.length : newline + 1;
		const line = source.slice(at, newline < 0 ? next : newline).replace(/\r$/u, "");
		if ((indented ? line.replace(/^\t+/u, "") : line) === end) return next;
		at = next;
	}
	return undefined;
}

/** `<name>` of a usage line is a word, `< file` a redirection. */
function isPlaceholder(source: string, at: number): boolean {
	return source[at] === "<" && /^<[\p{L}_][^<>\n|&;]{0,60}>/u.test(source.slice(at, at + 64));
}

function readWord(source: string, from: number): Word {
	let text = "";
	let at = from;
	let variable = false;
	let quoted = false;
	while (at < source.length) {
		const character = source[at] ?? "";
		if (/[\s;|&()]/u.test(character)) {
			if (character !== "(" || text === "" || !text.endsWith("$")) break;
			// `$(…)`: what it gives cannot be known.
			at = afterSubstitution(source, at);
			variable = true;
			continue;
		}
		if (isPlaceholder(source, at)) {
			const end = source.indexOf(">", at) + 1;
			text += source.slice(at, end);
			at = end;
			variable = true;
		} else if (character === ">" || character === "<") break;
		else if (character === "\\") {
			text += source[at + 1] ?? "";
			at += 2;
		} else if (character === "'" || character === '"') {
			const end = closingQuote(source, at);
			// An apostrophe of prose has no partner on its line.
			if (end < 0) {
				text += character;
				at++;
				variable = true;
				continue;
			}
			const inner = source.slice(at + 1, end);
			if (character === '"' && /[$`]/u.test(inner)) variable = true;
			text += inner;
			quoted = true;
			at = end + 1;
		} else {
			if (/[$`*?[\]{}…]/u.test(character)) variable = true;
			text += character;
			at++;
		}
	}
	return { text, start: from, end: Math.min(at, source.length), variable, quoted };
}

/** Quotes may span lines only in what they pass on (`-e "…"`); a limit keeps the search linear. */
function closingQuote(source: string, at: number): number {
	const quote = source[at];
	const limit = Math.min(source.length, at + 4096);
	for (let end = at + 1; end < limit; end++) {
		if (source[end] === "\\" && quote === '"') end++;
		else if (source[end] === quote) return end;
	}
	return -1;
}

function afterSubstitution(source: string, open: number): number {
	const limit = Math.min(source.length, open + 4096);
	let depth = 0;
	for (let at = open; at < limit; at++) {
		if (source[at] === "(") depth++;
		else if (source[at] === ")" && --depth === 0) return at + 1;
		else if (source[at] === "\n") return at;
	}
	return limit;
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

type Facts = Pick<Command, "kind"> &
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

function classify(texts: readonly string[], words: readonly Word[]): Facts {
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

const TURBO_COMMANDS = list(
	"bin boundaries completion daemon generate gen telemetry scan config ls devtools docs info link login logout prune query unlink help watch",
);

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
function isScriptPath(program: string): boolean {
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
			const file = text.replace(/::.*$|:\d+(?::\d+)?$/u, "");
			if (SCRIPT_FILE.test(file) && !BUILT.test(file)) files.push(file);
		}
	}
	return files.length > 0 ? { kind: "file", files } : { kind: "other" };
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
