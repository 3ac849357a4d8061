/** @typedef {{ node: string, eslint: string, markdown: string, problems: readonly string[] }} Cell */

/**
 * The page of a run: a row for each Node, a column for each pair of ESLint and \@eslint/markdown.
 *
 * @param {readonly Cell[]} cells
 * @returns {string}
 */
export function matrixPage(cells) {
	const nodes = [...new Set(cells.map(({ node }) => node))];
	const columns = [...new Map(cells.map((cell) => [`${cell.eslint} ${cell.markdown}`, cell])).values()];
	const mark = (/** @type {string} */ node, /** @type {Cell} */ column) => {
		const cell = cells.find(
			(each) => each.node === node && each.eslint === column.eslint && each.markdown === column.markdown,
		);
		return cell?.problems.length === 0 ? "✅" : "❌";
	};
	const row = (/** @type {readonly string[]} */ texts) => `| ${texts.join(" | ")} |`;
	return `# What it was run with

Made by \`pnpm matrix\`. Each mark is the packed packages, installed with these versions, in a repository of its own:

- ESLint finds what is wrong with a bad plan, and nothing in a good one: with the shared config beside the recommended rules
  of @eslint/markdown, with the plugin by hand under \`markdown/gfm\`, and with a config in CommonJS.
- \`acid-plans check\` and \`check --staged\` refuse the bad plan and let the good one in.
- No Node warns of anything.

${row(["", ...columns.map(({ eslint }) => `ESLint ${eslint}`)])}
${row(["---", ...columns.map(() => "---")])}
${row(["", ...columns.map(({ markdown }) => `@eslint/markdown ${markdown}`)])}
${nodes.map((node) => row([`Node ${node}`, ...columns.map((column) => mark(node, column))])).join("\n")}
`;
}
