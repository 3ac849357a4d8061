import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { apiText } from "../../tools/api-text.mjs";

/** The interface of a package that has these declarations. */
function textOf(declarations: Readonly<Record<string, string>>, exports: object): string {
	const folder = mkdtempSync(join(tmpdir(), "acid-plans-api-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [file, text] of Object.entries({
		"package.json": JSON.stringify({ name: "sample", type: "module", exports }),
		...declarations,
	})) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return apiText(folder);
}

/** The declarations of each block of a page. */
function blocksOf(page: string): string[] {
	return [...page.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map(([, text = ""]) => text);
}

it("shows what an entry offers and what that needs, without comments and in order of names", () => {
	const page = textOf(
		{
			"dist/index.d.ts": `export { second } from "./parts.js";
				/** A comment. */
				export declare function first(kind: Kind): void;
				import type { Kind } from "./parts.js";
				export default second;
				import { second } from "./parts.js";`,
			"dist/parts.d.ts": `export type Kind = "a" | Deep; interface Deep { readonly depth: number }
				export declare const second: Kind; export interface Unused { readonly no: true }`,
		},
		{ ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
	);
	expect(blocksOf(page)).toEqual([
		"// default: second\nconst second: Kind;\nfunction first(kind: Kind): void;\nconst second: Kind;",
		'interface Deep {\n    readonly depth: number;\n}\ntype Kind = "a" | Deep;',
	]);
});

it("shows once what two entries need", () => {
	const page = textOf(
		{
			"dist/index.d.ts": `import type { Kind } from "./kind.js"; export declare const one: Kind;`,
			"dist/two.d.ts": `import type { Kind } from "./kind.js"; export declare const two: Kind;`,
			"dist/kind.d.ts": `export type Kind = "a";`,
		},
		{ ".": { types: "./dist/index.d.ts" }, "./two": { types: "./dist/two.d.ts" } },
	);
	expect(blocksOf(page)).toEqual(["const one: Kind;", 'type Kind = "a";', "const two: Kind;"]);
	expect(page).toContain("## `sample/two`");
});

it("says what is not built", () => {
	expect(() => textOf({}, { ".": { types: "./dist/index.d.ts" } })).toThrow(
		/index\.d\.ts of sample is not built\. Run/,
	);
});
