import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Cell, matrixPage } from "../matrix/matrix-page.mjs";

/* docs/matrix.md as `pnpm matrix` made it last: that takes minutes, so CI runs it once a week; this reads what it left. */

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/matrix.md"), "utf8");

/** The cells of the table; one that is not green has a problem. */
function cellsOf(text: string): Cell[] {
	const rows = [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));
	const named = (name: string): string[] =>
		(rows.find((row) => row.some((cell) => cell.startsWith(name))) ?? [])
			.filter((cell) => cell.startsWith(name))
			.map((cell) => cell.slice(name.length + 1));
	const [eslints, markdowns] = [named("ESLint"), named("@eslint/markdown")];
	return rows.flatMap(([first = "", ...marks]) => {
		const [, node] = /^Node (\S+)$/.exec(first) ?? [];
		if (node === undefined) return [];
		return marks.map((mark, at) => ({
			node,
			eslint: eslints[at] ?? "",
			markdown: markdowns[at] ?? "",
			problems: mark === "✅" ? [] : [mark],
		}));
	});
}
const cells = cellsOf(page);

it("is what `pnpm matrix` writes, and green", () => {
	expect(cells.length).toBeGreaterThan(10);
	expect(matrixPage(cells)).toBe(page);
	expect(cells.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

it("begins where the ranges of the packages begin, and has each of their major versions", () => {
	const has = (part: "node" | "eslint" | "markdown", range: string): void => {
		const versions = new Set(cells.map((cell) => cell[part]));
		for (const [, lowest = ""] of range.matchAll(/(?:\^|>=)([\d.]+)/g)) {
			const [major = "", minor, patch] = lowest.split(".");
			expect(
				[...versions].some((version) => version.split(".")[0] === major),
				`${part} ${major}`,
			).toBe(true);
			// The oldest of all is tried itself: what came before it is refused at the install.
			if (range.startsWith(`^${lowest}`) || range.startsWith(`>=${lowest}`))
				expect(versions, part).toContain(`${major}.${minor}.${patch}`);
		}
	};
	for (const folder of readdirSync(join(root, "packages"))) {
		const { engines, peerDependencies = {} } = JSON.parse(
			readFileSync(join(root, "packages", folder, "package.json"), "utf8"),
		) as { engines: { node: string }; peerDependencies?: Readonly<Record<string, string>> };
		has("node", engines.node);
		if (peerDependencies["eslint"] !== undefined) has("eslint", peerDependencies["eslint"]);
		if (peerDependencies["@eslint/markdown"] !== undefined) has("markdown", peerDependencies["@eslint/markdown"]);
	}
});
