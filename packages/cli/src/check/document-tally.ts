import { type DocumentSeen, OBSERVE } from "eslint-config-acid-plans";

/**
 * Counts what was checked. The rules themselves tell of each document that they see, so a document whose rules are
 * off, by config or by a processor, is not counted as checked.
 */
export class DocumentTally {
	/** By file: fixes make a document be read again. */
	readonly #seen = new Map<string, DocumentSeen>();
	readonly #onSeen: (documents: number) => void;

	/** @param onSeen is told how many documents have been seen, whenever it is one more */
	constructor(onSeen: (documents: number) => void = () => {}) {
		this.#onSeen = onSeen;
	}

	/** What goes into `settings["acid-plans"]` of the config. */
	get settings(): object {
		return {
			[OBSERVE]: (document: DocumentSeen) => {
				const before = this.#seen.size;
				this.add(document);
				if (this.#seen.size > before) this.#onSeen(this.#seen.size);
			},
		};
	}

	/** Counts a document that an earlier check has seen as it is. */
	add(document: DocumentSeen): void {
		this.#seen.set(document.file ?? "", document);
	}

	/** What the rules told of a file. */
	of(file: string): DocumentSeen | undefined {
		return this.#seen.get(file);
	}

	/** Documents of any kind. */
	get documents(): number {
		return this.#seen.size;
	}

	/** The documents themselves, sorted by file. */
	get list(): readonly DocumentSeen[] {
		return [...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document);
	}

	get plans(): number {
		return this.#plans().length;
	}

	get phases(): number {
		return this.#plans().reduce((sum, plan) => sum + plan.phases, 0);
	}

	#plans(): DocumentSeen[] {
		return this.list.filter(({ kind }) => kind === "plan" || kind === "archive");
	}
}
