/*
 * node tools/check-regular-expressions.mjs [--write] [--root <folder>]
 * Asks recheck about every regular expression of what we ship. One that may take more than linear time fails, unless
 * `regular-expressions/bounded.mjs` says why its text cannot be long. Answers take seconds each, and minutes in all:
 * `regular-expressions/safe.txt` keeps the good ones, so that only what is new is asked for. `--write` renews it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { runInNewContext } from "node:vm";
import { BOUNDED } from "./regular-expressions/bounded.mjs";

// The implementation in JavaScript: neither Java nor a binary.
process.env.RECHECK_BACKEND = "pure";
const require = createRequire(import.meta.url);
// TypeScript 7 has no parser for JavaScript to call; the package with our lint config has TypeScript 6.
const ts = createRequire(join(import.meta.dirname, "lint-config/package.json"))("typescript");
const { values } = parseArgs({
	options: {
		write: { type: "boolean", default: false },
		root: { type: "string", default: join(import.meta.dirname, "..") },
	},
});
const ownRoot = join(import.meta.dirname, "..");
const SAFE = join(import.meta.dirname, "regular-expressions/safe.txt");
const HEAD = `# Found linear by recheck ${require("recheck/package.json").version}; made by \`node tools/check-regular-expressions.mjs --write\`.`;
const TEXTS = new Set([
	ts.SyntaxKind.StringLiteral,
	ts.SyntaxKind.NoSubstitutionTemplateLiteral,
	ts.SyntaxKind.TemplateExpression,
	ts.SyntaxKind.TaggedTemplateExpression,
	ts.SyntaxKind.RegularExpressionLiteral,
]);

/** Every expression of a source with its line: literals, and what is put together from constants of the file. */
function expressionsOf(file) {
	const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
	const found = [];
	let constants = "";
	const note = (node, expression) => {
		found.push({ expression, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
	};
	const visit = (node) => {
		if (ts.isRegularExpressionLiteral(node)) note(node, node.text);
		else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
			note(node, String(evaluate(`${constants}${node.getText()}`, file)));
		} else if (ts.isVariableDeclaration(node) && node.parent.parent.parent === source) {
			const { initializer } = node;
			if (initializer && TEXTS.has(initializer.kind)) {
				constants += `const ${node.name.getText()} = ${initializer.getText()};\n`;
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** What is put together from a text that only a run knows cannot be judged, and nobody should write it. */
function evaluate(code, file) {
	try {
		return runInNewContext(code);
	} catch (error) {
		throw new Error(`${file} makes a regular expression of more than its own constants: ${error.message}.`, {
			cause: error,
		});
	}
}

/** Expression → the places where it stands. */
function allExpressions(root) {
	const places = new Map();
	for (const name of readdirSync(join(root, "packages"))) {
		const folder = join(root, "packages", name, "src");
		if (!existsSync(folder)) continue;
		for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
			if (!entry.endsWith(".ts") || entry.endsWith(".test.ts") || entry.endsWith(".d.ts")) continue;
			const file = relative(root, join(folder, entry)).split(sep).join("/");
			for (const { expression, line } of expressionsOf(join(root, file))) {
				places.set(expression, [...(places.get(expression) ?? []), { file, line }]);
			}
		}
	}
	return places;
}

function knownSafe() {
	const [head, ...lines] = existsSync(SAFE) ? readFileSync(SAFE, "utf8").trimEnd().split("\n") : [];
	return new Set(head === HEAD ? lines : []);
}

async function ask(expression) {
	const { checkSync } = await import("recheck");
	const end = expression.lastIndexOf("/");
	return checkSync(expression.slice(1, end), expression.slice(end + 1), { timeout: 30_000, attackTimeout: 1_000 });
}

const places = allExpressions(values.root);
const known = knownSafe();
const safe = new Set();
const isBounded = (expression, { file }) =>
	BOUNDED.some((entry) => entry.file === file && String(entry.expression) === expression);
let failures = 0;
for (const [expression, where] of places) {
	if (known.has(expression)) {
		safe.add(expression);
		continue;
	}
	const open = where.filter((place) => !isBounded(expression, place));
	if (open.length === 0) continue;
	const { status, complexity, attack } = await ask(expression);
	if (status === "safe") {
		safe.add(expression);
		continue;
	}
	failures++;
	for (const { file, line } of open) console.log(`${file}:${line}: ${status} ${complexity?.summary ?? ""}`);
	console.log(`\t${expression}${attack ? `\n\t${attack.pattern}` : ""}`);
}
if (values.root === ownRoot) {
	for (const { file, expression } of BOUNDED) {
		if (places.get(String(expression))?.some((place) => place.file === file)) continue;
		failures++;
		console.log(`${file}: no longer has ${expression}. Take it out of tools/regular-expressions/bounded.mjs.`);
	}
	const fresh = [...safe].filter((expression) => !known.has(expression)).length;
	if (values.write) writeFileSync(SAFE, `${[HEAD, ...[...safe].sort()].join("\n")}\n`);
	else if (fresh > 0) console.log(`${fresh} new ones are safe: --write spares the next run the question.`);
}
if (failures > 0) {
	console.log(
		`${failures} of ${places.size} regular expressions may take more than linear time, or are listed in vain. Write them so that nothing is tried twice ((?<!x)x+$ for x+$), or show in tools/regular-expressions/bounded.mjs why the text is short.`,
	);
} else console.log(`${places.size} regular expressions: ${safe.size} safe, ${places.size - safe.size} on short texts.`);
process.exitCode = failures > 0 ? 1 : 0;
