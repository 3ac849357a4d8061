import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
	type CodeAction,
	CodeActionKind,
	CodeActionRequest,
	ConfigurationRequest,
	createProtocolConnection,
	type Diagnostic,
	DidChangeTextDocumentNotification,
	DidChangeWatchedFilesNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	DocumentDiagnosticRequest,
	ExecuteCommandRequest,
	ExitNotification,
	ApplyWorkspaceEditRequest,
	InitializedNotification,
	InitializeRequest,
	LogMessageNotification,
	type ProtocolConnection,
	RegistrationRequest,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
	type TextEdit,
	type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";

/** The language server of the ESLint extension for VS Code, which Neovim, Helix, Zed and others run, too. */
const server = createRequire(import.meta.url).resolve("vscode-langservers-extracted/bin/vscode-eslint-language-server");

/** What the extension sends without any settings, in the form of the server's configuration. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
	// The extension tries Markdown by itself (`eslint.probe`): no `eslint.validate` is needed.
	validate: "probe",
	packageManager: "npm",
	useESLintClass: false,
	experimental: { useFlatConfig: false },
	codeActionOnSave: { mode: "all" },
	format: false,
	quiet: false,
	onIgnoredFiles: "off",
	options: {},
	rulesCustomizations: [],
	run: "onType",
	problems: { shortenToSingleLine: false },
	nodePath: null,
	codeAction: {
		disableRuleComment: { enable: true, location: "separateLine", commentStyle: "line" },
		showDocumentation: { enable: true },
	},
};

interface OpenBuffer {
	text: string;
	version: number;
}

/** An editor without a screen: it has buffers, asks the real language server, and applies what that answers. */
export class HeadlessEditor {
	/** What the server told the person at the screen, or wrote into its log. */
	readonly log: string[] = [];
	readonly #root: string;
	readonly #connection: ProtocolConnection;
	readonly #process: ChildProcess;
	readonly #buffers = new Map<string, OpenBuffer>();

	private constructor(root: string, child: ChildProcess, connection: ProtocolConnection) {
		this.#root = root;
		this.#process = child;
		this.#connection = connection;
	}

	/**
	 * Starts the server on a folder.
	 *
	 * @param settings the contents of `.vscode/settings.json`, with the names as they stand there
	 */
	static async start(
		root: string,
		settings: Readonly<Record<string, unknown>>,
		env: NodeJS.ProcessEnv,
	): Promise<HeadlessEditor> {
		const child = spawn(process.execPath, [server, "--stdio"], { cwd: root, env, stdio: ["pipe", "pipe", "inherit"] });
		const connection = createProtocolConnection(
			new StreamMessageReader(child.stdout),
			new StreamMessageWriter(child.stdin),
		);
		const editor = new HeadlessEditor(root, child, connection);
		const workspaceFolder = { name: basename(root), uri: pathToFileURL(root).href };
		const configuration = { ...configurationOf(settings), workspaceFolder };
		connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => configuration));
		connection.onRequest(RegistrationRequest.type, () => undefined);
		connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
			editor.#apply(edit);
			return { applied: true };
		});
		connection.onNotification(LogMessageNotification.type, ({ message }) => {
			editor.log.push(message);
		});
		// Where the extension would show a message or a mark in the status bar.
		for (const method of ["eslint/noLibrary", "eslint/noConfig", "eslint/probeFailed"])
			connection.onRequest(method, (params: unknown) => {
				editor.log.push(`${method} ${JSON.stringify(params)}`);
				return {};
			});
		connection.listen();
		await connection.sendRequest(InitializeRequest.type, {
			processId: process.pid,
			rootUri: workspaceFolder.uri,
			workspaceFolders: [workspaceFolder],
			capabilities: {
				workspace: {
					configuration: true,
					workspaceFolders: true,
					didChangeConfiguration: { dynamicRegistration: true },
					workspaceEdit: { documentChanges: true },
					applyEdit: true,
				},
				textDocument: {
					diagnostic: {},
					codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix] } } },
				},
			},
		});
		await connection.sendNotification(InitializedNotification.type, {});
		return editor;
	}

	/** Opens a buffer with this text; the file on the disk may have another one, or not be there. */
	async open(path: string, text: string): Promise<void> {
		this.#buffers.set(this.#uri(path), { text, version: 1 });
		await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
			textDocument: { uri: this.#uri(path), languageId: "markdown", version: 1, text },
		});
	}

	/** Types: the buffer has this text now, and nothing is saved. */
	async type(path: string, text: string): Promise<void> {
		const buffer = this.#buffer(this.#uri(path));
		buffer.text = text;
		buffer.version++;
		await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
			textDocument: { uri: this.#uri(path), version: buffer.version },
			contentChanges: [{ text }],
		});
	}

	async close(path: string): Promise<void> {
		this.#buffers.delete(this.#uri(path));
		await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, {
			textDocument: { uri: this.#uri(path) },
		});
	}

	/** What the buffer holds. */
	text(path: string): string {
		return this.#buffer(this.#uri(path)).text;
	}

	/** Asks for the findings of a buffer, as an editor does when it is opened, changed or shown again. */
	async diagnostics(path: string): Promise<Diagnostic[]> {
		const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, {
			textDocument: { uri: this.#uri(path) },
		});
		if (report.kind !== "full") throw new Error(`The server answered with a report of the kind ${report.kind}.`);
		return report.items;
	}

	/** The light bulb on a finding; with `only`, a source action on the document. */
	async actions(path: string, diagnostics: readonly Diagnostic[], only?: CodeActionKind): Promise<CodeAction[]> {
		const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
		const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
			textDocument: { uri: this.#uri(path) },
			range,
			context: { diagnostics: [...diagnostics], ...(only !== undefined && { only: [only] }) },
		});
		return (actions ?? []).filter((action): action is CodeAction => typeof action.command !== "string");
	}

	/** Chooses an action: its edits are applied to the buffer. */
	async choose(action: CodeAction): Promise<void> {
		if (action.edit !== undefined) this.#apply(action.edit);
		if (action.command !== undefined) {
			const { command, arguments: args = [] } = action.command;
			await this.#connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
		}
	}

	/** A file that the extension watches (`eslint.config.js`, `package.json`) has changed. */
	async tellChanged(path: string): Promise<void> {
		await this.#connection.sendNotification(DidChangeWatchedFilesNotification.type, {
			changes: [{ uri: this.#uri(path), type: 2 }],
		});
	}

	/** Ends the server. */
	async stop(): Promise<void> {
		const ended = new Promise((resolve) => this.#process.once("exit", resolve));
		await this.#connection.sendRequest(ShutdownRequest.type);
		await this.#connection.sendNotification(ExitNotification.type);
		await ended;
		this.#connection.dispose();
	}

	#uri(path: string): string {
		return pathToFileURL(join(this.#root, path)).href;
	}

	#buffer(uri: string): OpenBuffer {
		const buffer = this.#buffers.get(uri);
		if (buffer === undefined) throw new Error(`No buffer is open for ${uri}.`);
		return buffer;
	}

	#apply({ documentChanges = [], changes = {} }: WorkspaceEdit): void {
		const edits: [string, readonly TextEdit[]][] = Object.entries(changes);
		for (const change of documentChanges)
			if ("edits" in change) edits.push([change.textDocument.uri, change.edits as TextEdit[]]);
		for (const [uri, list] of edits) {
			const buffer = this.#buffer(uri);
			buffer.text = applyEdits(buffer.text, list);
			buffer.version++;
			void this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
				textDocument: { uri, version: buffer.version },
				contentChanges: [{ text: buffer.text }],
			});
		}
	}
}

/** The places of all edits are those of the text before the first of them. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	const offset = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? 0) + character;
	const sorted = edits.toSorted((a, b) => offset(b.range.start) - offset(a.range.start));
	return sorted.reduce(
		(result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
		text,
	);
}

/** Settings with names like `eslint.codeAction.disableRuleComment` as the object that the server asks for. */
function configurationOf(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const configuration = structuredClone(DEFAULTS) as Record<string, unknown>;
	for (const [name, value] of Object.entries(settings)) {
		if (!name.startsWith("eslint.")) continue;
		const path = name.split(".").slice(1);
		const last = path.pop() ?? "";
		let table = configuration;
		for (const key of path) table = (table[key] ??= {}) as Record<string, unknown>;
		table[last] = value;
	}
	return configuration;
}
