import { expect, it } from "vitest";
import { isTextRead } from "./texts-read.js";

it.each([
	"package.json",
	"apps/web/package.json",
	"Makefile",
	"justfile",
	"turbo.json",
	"docs/guide.md",
	"a/.gitignore",
])("the text of %s is read", (path) => {
	expect(isTextRead(path)).toBe(true);
});

it.each(["src/page.ts", "docs/page.mdx", "node_modules/a/package.json", "package-lock.json", "gitignore"])(
	"of %s nothing but its path counts",
	(path) => {
		expect(isTextRead(path)).toBe(false);
	},
);
