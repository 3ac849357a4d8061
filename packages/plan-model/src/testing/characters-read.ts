import { vi } from "vitest";

/**
 * How many characters regular expressions read while something runs, beginning anew for each match that they look for:
 * what takes the square of a text's length reads the square of its characters. No clock is asked.
 */
export function charactersRead(run: () => unknown): number {
	let read = 0;
	// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object
	const exec = RegExp.prototype.exec;
	const spy = vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, text: string) {
		const from = this.global || this.sticky ? this.lastIndex : 0;
		const match = exec.call(this, text);
		read += (match ? match.index + match[0].length : this.sticky ? from + 1 : text.length) - from;
		return match;
	});
	try {
		run();
	} finally {
		spy.mockRestore();
	}
	return read;
}
