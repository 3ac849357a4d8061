import { expect, it } from "vitest";
import { FenceSteps } from "./fences.js";

const faults = (...lines: string[]): number => new FenceSteps(lines.join("\n")).faultsFrom(0);

it.each([
	[["```sh", "```"], 0],
	[["```sh"], 1],
	[["```sh", "```js", "```"], 1],
	[["```sh", "~~~js", "```"], 0],
	[["```sh", "````", "```sh", "~~~", "```"], 0],
	[["```sh", "```sh`", "```"], 0],
	[["    ```sh", "   ```sh", "```"], 0],
	// A longer fence holds shorter ones, whatever their order is.
	[["````md", "```", "```", "````"], 0],
	[["````md", "```sh", "```", "````"], 0],
	[["````md", "````", "```sh", "```", "```sh", "```", "```sh", "```"], 0],
	[["`````md", "````sh", "```", "`````", "````", "```"], 1],
	[["```sh", "````js", "````", "```"], 2],
	[["```", "```", "```"], 1],
])("%j has %i faulty blocks", (lines, expected) => {
	expect(faults(...lines)).toBe(expected);
});

it("counts from the first fence at or behind a place", () => {
	const steps = new FenceSteps("```sh\n```\n```\n");
	expect([0, 1, 6, 7, 10, 11, 99].map((offset) => steps.faultsFrom(offset))).toEqual([1, 0, 0, 1, 1, 0, 0]);
});
