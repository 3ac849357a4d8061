import { type DocumentSeen, OBSERVE } from "eslint-config-acid-plans";

/**
 * Counts what was checked. The rules themselves tell of each document that they see, so a document whose rules are
 * off, by config or by a processor, is not counted as checked.
 */
export class DocumentTally {
	/** By file: fixes make a document be read again. */
	readonly #seen = new Map<string, DocumentSeen>();

	/** What goes into `settings["acid-plans"]` of the config. */
	get settings(): object {
		return { [OBSERVE]: (document: DocumentSeen) => this.#seen.set(document.file ?? "", document) };
	}

	/** Documents of any kind. */
	get documents(): number {
		return this.#seen.size;
	}

	get plans(): number {
		return this.#plans().length;
	}

	get phases(): number {
		return this.#plans().reduce((sum, plan) => sum + plan.phases, 0);
	}

	#plans(): DocumentSeen[] {
		return [...this.#seen.values()].filter(({ kind }) => kind === "plan" || kind === "archive");
	}
}
