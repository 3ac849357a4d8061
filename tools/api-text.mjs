/*
 * The public interface of a package as text, so that a change of it shows in review: what each entry of `exports` offers,
 * and the declarations of the same package that these need.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";

// TypeScript 7 has no JavaScript API.
const ts = /** @type {import("typescript")} */ (
	createRequire(new URL("consumer-types/package.json", import.meta.url))("typescript-6")
);

/**
 * @param {string} folder the package, built
 * @returns {string} a page of Markdown
 */
export function apiText(folder) {
	const { name, exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const entries = Object.entries(exports).filter(([, target]) => typeof target === "object");
	const files = entries.map(([, { types }]) => join(folder, types));
	const program = ts.createProgram(files, {
		module: ts.ModuleKind.NodeNext,
		target: ts.ScriptTarget.ES2023,
		types: [],
		noLib: true,
		skipLibCheck: true,
	});
	/** What an entry before has shown is not shown again. @type {Set<import("typescript").Symbol>} */
	const shown = new Set();
	const sections = entries.map(([entry, { types }]) => {
		const source = program.getSourceFile(join(folder, types));
		if (source === undefined) throw new Error(`${types} of ${name} is not built. Run \`pnpm build\`.`);
		const { offered, needed } = declarationsOf(source, program.getTypeChecker(), join(folder, "dist") + sep, shown);
		return [
			`## \`${join(name, entry)}\``,
			fence(offered),
			...(needed.length > 0 ? ["What these need and the entry does not name:", fence(needed)] : []),
		].join("\n\n");
	});
	return `# The interface of ${name}\n\nMade by \`pnpm generate\` from the declarations.\n\n${sections.join("\n\n")}\n`;
}

/** @param {readonly string[]} texts */
function fence(texts) {
	return `\`\`\`ts\n${texts.join("\n")}\n\`\`\``;
}

/**
 * @param {import("typescript").SourceFile} source an entry
 * @param {import("typescript").TypeChecker} checker
 * @param {string} own where the declarations of the package are
 * @param {Set<import("typescript").Symbol>} shown what need not be said again; what is said is added
 * @returns {{ offered: string[], needed: string[] }} declarations as text, in order of their names
 */
function declarationsOf(source, checker, own, shown) {
	const module = checker.getSymbolAtLocation(source);
	const exported = module === undefined ? [] : checker.getExportsOfModule(module);
	/** @type {Set<import("typescript").Symbol>} */
	const seen = new Set(exported.map(target));
	/** @type {{ name: string, texts: string[] }[]} */
	const needed = [];
	const named = new Set(seen);
	for (const symbol of seen) {
		const declarations = declarationsIn(symbol);
		if (!named.has(symbol) && !shown.has(symbol)) needed.push({ name: symbol.name, texts: declarations.map(print) });
		shown.add(symbol);
		// A set that grows while it is walked is walked to its end.
		for (const declaration of declarations) visit(declaration);
	}
	const offered = exported.map((symbol) => {
		const original = target(symbol);
		const texts = declarationsIn(original).map(print);
		const head = texts.length === 0 ? " of another package" : `: ${original.name}`;
		return {
			name: symbol.name,
			texts: texts.length === 0 || original.name !== symbol.name ? [`// ${symbol.name}${head}`, ...texts] : texts,
		};
	});
	const byName = (/** @type {{ name: string }} */ a, /** @type {{ name: string }} */ b) => (a.name < b.name ? -1 : 1);
	return {
		offered: offered.sort(byName).flatMap(({ texts }) => texts),
		needed: needed.sort(byName).flatMap(({ texts }) => texts),
	};

	/** @param {import("typescript").Symbol} symbol */
	function target(symbol) {
		return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
	}

	/** @param {import("typescript").Symbol} symbol */
	function declarationsIn(symbol) {
		return (symbol.declarations ?? []).filter((node) => isOwn(node) && !ts.isSourceFile(node));
	}

	/** @param {import("typescript").Node} node */
	function isOwn(node) {
		return join(node.getSourceFile().fileName).startsWith(own);
	}

	/** Adds what a declaration speaks of to what is looked at.
	 * @param {import("typescript").Node} node */
	function visit(node) {
		if (ts.isIdentifier(node)) {
			const at = checker.getSymbolAtLocation(node);
			const symbol = at === undefined ? undefined : target(at);
			if (symbol !== undefined && declarationsIn(symbol).some(isStatement)) seen.add(symbol);
		}
		ts.forEachChild(node, visit);
	}
}

/** What can stand by itself in a file: no member, parameter or type parameter.
 * @param {import("typescript").Node} node */
function isStatement(node) {
	return (
		ts.isInterfaceDeclaration(node) ||
		ts.isTypeAliasDeclaration(node) ||
		ts.isClassDeclaration(node) ||
		ts.isFunctionDeclaration(node) ||
		ts.isEnumDeclaration(node) ||
		(ts.isVariableDeclaration(node) && ts.isVariableStatement(node.parent.parent))
	);
}

/** A declaration without comments.
 * @param {import("typescript").Declaration} node */
function print(node) {
	const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
	return ts
		.createPrinter({ removeComments: true })
		.printNode(ts.EmitHint.Unspecified, statement, node.getSourceFile())
		.replace(/^export (?:default )?/, "")
		.replace(/^declare /, "");
}
