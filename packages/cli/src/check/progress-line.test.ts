import { expect, it } from "vitest";
import { ProgressLine } from "./progress-line.js";

function watch(isTTY: boolean, times: readonly number[]): string[] {
	const written: string[] = [];
	const clock = [0, ...times].values();
	const line = new ProgressLine({ isTTY, write: (text: string) => written.push(text) }, () => clock.next().value ?? 0);
	line.total = 200;
	times.forEach((_, index) => line.tell(index + 1));
	line.clear();
	return written;
}

it("says how far long work has come, and goes", () => {
	expect(watch(true, [100, 800, 850, 1000])).toEqual([
		"\rChecking plans: 2 of 200",
		"\rChecking plans: 4 of 200",
		`\r${" ".repeat(24)}\r`,
	]);
});

it("says nothing of work that is done", () => {
	const written: string[] = [];
	const clock = [0, 5000].values();
	const line = new ProgressLine(
		{ isTTY: true, write: (text: string) => written.push(text) },
		() => clock.next().value ?? 0,
	);
	line.total = 1;
	line.tell(1);
	line.clear();
	expect(written).toEqual([]);
});

it("says nothing of short work", () => {
	expect(watch(true, [100, 600])).toEqual([]);
});

it("says nothing where nobody looks", () => {
	expect(watch(false, [1000, 2000])).toEqual([]);
});
