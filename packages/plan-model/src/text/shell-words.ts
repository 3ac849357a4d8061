/** Splits shell text into the words of its simple commands. */

export interface Word {
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

/**
 * A shell grammar as far as plans need it: words, quotes, escapes, comments, operators, redirections, here-documents. A published tokenizer
 * (shell-quote) gives no positions and expands variables; a shell's full grammar would be another order of size.
 * Every character is looked at a fixed number of times.
 */
export function* splitShell(source: string): Generator<Part> {
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
		} else if (character === " " || /\s/u.test(character)) at++;
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
