/**
 * Keeps what was made for a key as long as it is in use: the few that were asked for last. An editor that goes
 * through many repositories or configs does not fill the memory.
 */
export class Registry<T> {
	readonly #entries = new Map<string, T>();
	readonly #limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** What stands under a key, made anew where there is nothing or where it is no longer valid. */
	get(key: string, make: () => T, isValid: (entry: T) => boolean = () => true): T {
		const known = this.#entries.get(key);
		const entry = known !== undefined && isValid(known) ? known : make();
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		for (const oldest of this.#entries.keys()) {
			if (this.#entries.size <= this.#limit) break;
			this.#entries.delete(oldest);
		}
		return entry;
	}

	/** What stands under a key, or `undefined`. */
	find(key: string): T | undefined {
		return this.#entries.get(key);
	}
}
