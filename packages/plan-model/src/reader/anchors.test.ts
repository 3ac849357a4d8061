import { describe, expect, it } from "vitest";
import { hasAnchor, readAnchors } from "./anchors.js";
import { parseMarkdown } from "../testing/parse.js";

const anchors = (text: string): string[] => readAnchors(parseMarkdown(text), text);

describe("readAnchors", () => {
	it.each([
		["# Store & `Index` (draft) ✅", ["store--index-draft-"]],
		["## Phase 1\n\n## Phase 1", ["phase-1", "phase-1-1"]],
		["> ## Quoted\n\n- ### Listed", ["quoted", "listed"]],
		["## Step {#step-2}", ["step-step-2", "step-2"]],
		["## Step {#a} by step\n\n## {#b}step", ["step-a-by-step", "bstep"]],
		["<a name=\"one\"></a> and <span id=two>x</span>\n\n<h2 id='three'>Three</h2>", ["one", "two", "three"]],
		["```md\n# In code\n```\n\n<!-- a name -->", []],
	])("of %j", (text, expected) => expect(anchors(text)).toEqual(expected));
});

describe("hasAnchor", () => {
	it.each([
		["phase-1", true],
		["Phase-1", false],
		["%C3%BCber", true],
		["", true],
		["top", true],
		["L10-L20", true],
		["L", false],
		["user-content-phase-1", true],
		["⚙-setup", true],
		["100%", false],
	])("%s: %s", (fragment, expected) =>
		expect(hasAnchor(["phase-1", "über", "\uFE0F-setup", "⚙\uFE0F-setup"], fragment)).toBe(expected),
	);
});
