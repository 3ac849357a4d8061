import { setImmediate } from "node:timers";

/**
 * Says whether something was looked at in the present turn of the event loop. Nothing that another process does in
 * a turn can have been asked about in it: the question comes with an event, and events start turns.
 */
export class EventLoopTurn {
	#fresh = false;
	#asked = new Set<string>();

	/** Whether the last look still holds for who is asking. Who asks twice has changed something in between. */
	isFresh(asking: string | undefined): boolean {
		if (!this.#fresh || asking === undefined || this.#asked.has(asking)) return false;
		this.#asked.add(asking);
		return true;
	}

	/** It was looked at now. */
	checked(asking: string | undefined): void {
		this.#asked = new Set(asking === undefined ? [] : [asking]);
		if (this.#fresh) return;
		this.#fresh = true;
		// Does not keep the process alive.
		setImmediate(() => {
			this.#fresh = false;
		}).unref();
	}
}
