/*
 * node tools/check-regular-expressions.mjs [package …]
 * Asks recheck about every regular expression literal of what we ship, and prints those that it says take more than
 * linear time. On demand: it takes minutes. eslint-plugin-regexp looks at the same literals with every `pnpm lint`, but
 * neither sees all that the other sees.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

// The implementation in JavaScript: neither Java nor a binary.
process.env.RECHECK_BACKEND = "pure";
const { checkSync } = await import("recheck");
// TypeScript 7 has no parser for JavaScript to call; the package with our lint config has TypeScript 6.
const ts = createRequire(join(import.meta.dirname, "lint-config/package.json"))("typescript");
const root = join(import.meta.dirname, "..");
const names = process.argv.slice(2);

/** Every literal of a source with its line. */
function literals(file) {
	const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
	const found = [];
	const visit = (node) => {
		if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
			const end = node.text.lastIndexOf("/");
			const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
			found.push({ pattern: node.text.slice(1, end), flags: node.text.slice(end + 1), line });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

let vulnerable = 0;
let unknown = 0;
let count = 0;
for (const name of readdirSync(join(root, "packages"))) {
	if (names.length > 0 && !names.includes(name)) continue;
	const folder = join(root, "packages", name, "src");
	for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
		if (!entry.endsWith(".ts") || entry.endsWith(".test.ts") || entry.endsWith(".d.ts")) continue;
		const file = join(folder, entry);
		for (const { pattern, flags, line } of literals(file)) {
			count++;
			const { status, complexity, attack } = checkSync(pattern, flags, { timeout: 10_000, attackTimeout: 1_000 });
			if (status === "safe") continue;
			if (status === "unknown") unknown++;
			else vulnerable++;
			console.log(`${status} ${complexity?.summary ?? ""} ${relative(root, file)}:${line}\n\t/${pattern}/${flags}`);
			if (attack) console.log(`\t${attack.pattern}`);
		}
	}
}
console.log(`${count} literals: ${vulnerable} vulnerable, ${unknown} unknown`);
process.exitCode = vulnerable > 0 ? 1 : 0;
