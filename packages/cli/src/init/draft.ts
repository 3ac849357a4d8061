import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { leavesFolder, linkOutside } from "@acid-plans/model/node";
import { isInsertion } from "./insertion.js";
import { unreadableDocuments, unwritablePath } from "../problems.js";

/** A file that is new, or one of the user's that gets something added. */
export interface FileChange {
	readonly kind: "create" | "add";
	/** POSIX, relative to the root. */
	readonly path: string;
	readonly before: string;
	readonly after: string;
	readonly executable: boolean;
	readonly reasons: readonly string[];
}

/** What a person has to add, since a program cannot do so safely. */
export interface Advice {
	readonly path: string;
	readonly reason: string;
	/** What to add, word for word. */
	readonly text: string;
}

/**
 * What `init` wants to do to a repository, collected before anything is written. A file of the user's only ever
 * gains text in one place at a time: an edit that would change or remove a character of it is refused.
 */
export class Draft {
	readonly #root: string;
	readonly #files = new Map<string, { before: string | undefined; after: string; executable: boolean }>();
	readonly #reasons = new Map<string, string[]>();
	readonly advice: Advice[] = [];
	/** What is there already, in words. */
	readonly present: string[] = [];

	constructor(root: string) {
		this.#root = root;
	}

	/** The text of a file as it will be; `undefined`: there is none. */
	text(path: string): string | undefined {
		const drafted = this.#files.get(path);
		if (drafted !== undefined) return drafted.after;
		const file = join(this.#root, path);
		return existsSync(file) ? readFileSync(file, "utf8") : undefined;
	}

	/** Adds a file where there is none. */
	create(path: string, text: string, reason: string, { executable = false }: { executable?: boolean } = {}): void {
		if (this.text(path) !== undefined) throw new Error(`${path} exists, and init overwrites nothing.`);
		this.#files.set(path, { before: undefined, after: text, executable });
		this.#because(path, reason);
	}

	/**
	 * Adds text to a file that exists.
	 *
	 * @returns whether it was taken; not, if the new text does more than add to the old one
	 */
	add(path: string, after: string, reason: string): boolean {
		const text = this.text(path);
		if (text === undefined || leavesFolder(this.#root, join(this.#root, path)) || !isInsertion(text, after))
			return false;
		const drafted = this.#files.get(path);
		if (drafted === undefined) this.#files.set(path, { before: text, after, executable: false });
		else drafted.after = after;
		this.#because(path, reason);
		return true;
	}

	advise(advice: Advice): void {
		this.advice.push(advice);
	}

	#because(path: string, reason: string): void {
		this.#reasons.set(path, [...(this.#reasons.get(path) ?? []), reason]);
	}

	get changes(): FileChange[] {
		return [...this.#files].map(([path, { before, after, executable }]) => ({
			kind: before === undefined ? "create" : "add",
			path,
			before: before ?? "",
			after,
			executable,
			reasons: this.#reasons.get(path) ?? [],
		}));
	}

	/**
	 * Writes it all. What is written stays when a later file cannot be: a second run adds what is still missing.
	 *
	 * @throws {CannotRun} a file cannot be written, came into being in between, or would come to lie outside of the repository
	 */
	write(): void {
		const outside = this.changes.find(({ path }) => leavesFolder(this.#root, join(this.#root, path)));
		if (outside !== undefined) throw unreadableDocuments([linkOutside(outside.path).problem]);
		for (const { kind, path, after, executable } of this.changes) {
			const file = join(this.#root, path);
			try {
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, after, { flag: kind === "create" ? "wx" : "w" });
				if (executable) chmodSync(file, 0o755);
			} catch (error) {
				throw unwritablePath(path, (error as NodeJS.ErrnoException).code ?? "unknown");
			}
		}
	}
}
