import { expect, it } from "vitest";
import { linkedRecords, usualRecords } from "./decision-records.js";
import { read } from "../testing/read.js";

const linked = (link: string, folder?: string): number =>
	linkedRecords(read(`# A\n\n${link}\n`), usualRecords(folder)).length;

it.each([
	["[a](../docs/adr/0001-a.md)"],
	["[a](../decisions/1.md#why)"],
	["[a](https://example.com/team/repo/blob/main/docs/decisions/1.md)"],
	["[a][b]\n\n[b]: ../adr/1.md"],
])("%s links a record", (link) => {
	expect(linked(link)).toBeGreaterThan(0);
});

it.each([
	["[a](../docs/adr/README.md)"],
	["[a](../docs/guide.md)"],
	["![a](../adr/1.png)"],
	["[a](#adr)"],
	["[a](mailto:adr@example.com)"],
	["`docs/adr/1.md`"],
])("%s links none", (link) => {
	expect(linked(link)).toBe(0);
});

it("looks where the config says", () => {
	expect(linked("[a](../choices/1.md)", "choices/")).toBe(1);
	expect(linked("[a](../adr/1.md)", "choices")).toBe(0);
});
