import { expect, it } from "vitest";
import { titleOfFile } from "./document-head.js";

it.each([
	["plans/012-cache_layer-plan.md", "Cache Layer"],
	["cache.layer.md", "Cache Layer"],
	["plans/My cache.MD", "My Cache MD"],
	["plans/planning-implementations.md", "Planning Implementations"],
	["plans/2026-01-02-implementation-plan.md", undefined],
	["plans/2a.md", "2a"],
])("the title of %s is %s", (path, title) => {
	expect(titleOfFile(path)).toBe(title);
});
