import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";
import { relativeLink, resolveLinkTarget } from "./link-target.js";

describe("resolveLinkTarget", () => {
	it.each([
		["plans/README.md", "a.md", "plans/a.md"],
		["plans/README.md", "./deep/../a.md#phase-1", "plans/a.md"],
		["plans/README.md", "a%20plan.md?plain=1", "plans/a plan.md"],
		["plans/README.md", "100%.md", "plans/100%.md"],
		["plans/README.md", "../docs/", "docs"],
		["plans/README.md", "..", ""],
		["plans/README.md", "/docs/a.md", "docs/a.md"],
		["plans/README.md", "../../etc/passwd", undefined],
		["plans/README.md", "%2e%2e/%2e%2e/etc", undefined],
		["plans/README.md", "#phase-1", undefined],
		["plans/README.md", "https://example.org/a.md", undefined],
		["plans/README.md", "//example.org/a.md", undefined],
		["plans/README.md", "file:///etc/passwd", undefined],
		["plans/README.md", "nul%00.md", undefined],
	])("%s: %s", (from, url, target) => expect(resolveLinkTarget(from, url)).toBe(target));

	it("takes a path that is no URL as it is", () =>
		expect(resolveLinkTarget("plans/README.md", "a%20?.md", false)).toBe("plans/a%20?.md"));
});

describe(relativeLink, () => {
	it.each([" (b.md", "b).md", "a(b).md", "a b.md", "ä#?%20.md", "`*_[<a>]\\.md", "🟡.md", "a*b.md"])(
		"leads from a link in Markdown to %j",
		(name) => {
			const link = relativeLink("plans/README.md", `plans/${name}`);
			expect(read(`[a](${link})\n`).links.map(({ url }) => resolveLinkTarget("plans/README.md", url))).toEqual([
				`plans/${name}`,
			]);
		},
	);

	it("hides a star, which would make a pattern of the link, so that an index did not read it as an entry", () => {
		expect(relativeLink("plans/README.md", "plans/a*b.md")).toBe("a%2Ab.md");
	});
});
