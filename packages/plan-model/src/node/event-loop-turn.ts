/** Who asks, and with which text. */
export interface Asking {
	readonly path: string;
	/** Git's id of the text being linted. */
	readonly contentId: string;
}

/**
 * Whether something was looked at in the present turn of the event loop. Nothing that another process does in
 * a turn can have been asked about in it: the question comes with an event, and events start turns. A look in one
 * run over many files, named by an object, holds for the whole run.
 */
export class EventLoopTurn {
	#fresh = false;
	#run: object | undefined;
	readonly #asked = new Map<string, string>();

	/**
	 * Whether the last look still holds for who is asking. Who asks twice with the same text wants to know what changed
	 * around it; with another text it is the next pass of `--fix`, which writes nothing before all files are linted.
	 */
	isFresh(asking: Asking | undefined, run: object | undefined): boolean {
		if (run !== undefined && run === this.#run) return true;
		if (!this.#fresh || asking === undefined || this.#asked.get(asking.path) === asking.contentId) return false;
		this.#asked.set(asking.path, asking.contentId);
		return true;
	}

	/** It was looked at now. */
	checked(asking: Asking | undefined, run: object | undefined): void {
		this.#run = run;
		this.#asked.clear();
		if (asking !== undefined) this.#asked.set(asking.path, asking.contentId);
		if (this.#fresh) return;
		this.#fresh = true;
		// Does not keep the process alive.
		setImmediate(() => {
			this.#fresh = false;
			this.#asked.clear();
		}).unref();
	}
}
