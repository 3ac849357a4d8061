import { setImmediate } from "node:timers";

/**
 * Says whether something was looked at in the present turn of the event loop. Nothing that another process does in
 * a turn can have been asked about in it: the question comes with an event, and events start turns. A look in one
 * run over many files, named by an object, holds for the whole run.
 */
export class EventLoopTurn {
	#fresh = false;
	#run: object | undefined;
	#asked = new Set<string>();

	/** Whether the last look still holds for who is asking. Who asks twice has changed something in between. */
	isFresh(asking: string | undefined, run: object | undefined): boolean {
		const sameRun = run !== undefined && run === this.#run;
		if (!(this.#fresh || sameRun) || asking === undefined || this.#asked.has(asking)) return false;
		this.#asked.add(asking);
		return true;
	}

	/** It was looked at now. */
	checked(asking: string | undefined, run: object | undefined): void {
		this.#run = run;
		this.#asked = new Set(asking === undefined ? [] : [asking]);
		if (this.#fresh) return;
		this.#fresh = true;
		// Does not keep the process alive.
		setImmediate(() => {
			this.#fresh = false;
		}).unref();
	}
}
