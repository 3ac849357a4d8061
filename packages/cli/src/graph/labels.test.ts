import { describe, expect, it } from "vitest";
import { dotString } from "./dot.js";
import { mermaidLabel } from "./mermaid.js";

describe(mermaidLabel, () => {
	// Each was drawn by Mermaid 11.17 in jsdom, and the text of the label was the title to the letter.
	it.each([
		["Part 1: a (b) {c} | d", '"Part 1: a (b) {c} | d"'],
		['Say "hello"', '"Say #34;hello#34;"'],
		["<script>alert(1)</script>", '"#60;script#62;alert(1)#60;/script#62;"'],
		["35; and #35; and &amp;", '"35#59; and #35;35#59; and #38;amp#59;"'],
		["`code` *bold* __init__ ~~gone~~", '"#96;code#96; #42;bold#42; #95;#95;init#95;#95; #126;#126;gone#126;#126;"'],
		["1. Numbered", '"1#46; Numbered"'],
		["- dash - dash", '"#45; dash - dash"'],
		["[link](https://a.b) www.x.org me@x.org", '"#91;link#93;(https#58;//a.b) www#46;x.org me#64;x.org"'],
		["$$x$$ \\n fa:fa-car", '"#36;#36;x#36;#36; #92;n fa#58;fa-car"'],
		["one\nline\u0007", '"one line␇"'],
	])("writes %j", (title, label) => {
		expect(mermaidLabel(title)).toBe(label);
	});
});

describe(dotString, () => {
	it.each([
		['Say "hello"', '"Say \\"hello\\""'],
		["\\N and \\", '"\\\\N and \\\\"'],
		["<b>", '"<b>"'],
	])("writes %j", (title, text) => {
		expect(dotString(title)).toBe(text);
	});
});
