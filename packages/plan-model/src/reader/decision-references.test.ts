import { expect, it } from "vitest";
import { missingDecisions } from "./decision-references.js";
import { read } from "../testing/read.js";
import { tracked } from "../testing/tracked.js";

const repository = tracked({ "docs/adr/0004-cache.md": "", "docs/adr/ADR-6-store.md": "", "docs/2030-outlook.md": "" });

it.each([
	["ADR-0004 and ADR 6", []],
	["ADR-0005, then ADR-5", ["ADR-0005", "ADR-5"]],
	["write ADR-0007", []],
	["META-ADR-0005, ADR-0005b, `ADR-0005`", []],
	["[ADR-0005](other.md)", []],
])("%s", (text, expected) => {
	const found = missingDecisions(read(text), "docs/adr/", repository);
	expect(found.map(({ mention, last }) => [mention.text, last])).toEqual(expected.map((name) => [name, 6]));
});
