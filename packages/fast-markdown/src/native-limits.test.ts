import { expect, it } from "vitest";
import { hostileDocuments } from "../../../bench/hostile-documents.mjs";
import { isReadAlike } from "./native-limits.js";

/** As long as a text may be that is looked at at all. */
const LENGTH = 49_000;

it.each([
	...Object.entries(hostileDocuments).map(([name, of]): [string, string] => [name, of(LENGTH).slice(0, LENGTH)]),
	// `^` with `m` begins behind a line separator, too: this took ten seconds.
	["quotes and line separators, blanks between them", "> \u2028".repeat(LENGTH / 3)],
	["addresses in one word", "(www.".repeat(LENGTH / 5)],
	["definitions in one line", "[a]:".repeat(LENGTH / 4)],
	["declarations in one line", "<!a".repeat(LENGTH / 3)],
	["no-break spaces behind a fence", `\`\`\`${"\u00a0".repeat(LENGTH)}`],
	["entities in one address", `www.${"&amp;".repeat(LENGTH / 5)}`],
	["rows of marks below each other", "|-\n".repeat(LENGTH / 3)],
	["indents of lines below a row of marks", `|-|\n${" ".repeat(LENGTH / 2)}\n${">".repeat(LENGTH / 2)}`],
	["local parts of mail", `/${"k".repeat(LENGTH)}`],
])("%s take no time that grows with their square", (_name, text) => {
	const start = process.cpuUsage();
	isReadAlike(text);
	const { user } = process.cpuUsage(start);
	expect(user / 1000).toBeLessThan(1_500);
});
