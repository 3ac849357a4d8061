import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const GOOD = `# Parcels

## ACID Breakdown

### Phase 1: Store

**Objective**: The place of a parcel is stored.

**Depends on**: None

### Phase 2: Show

**Objective**: The place of a parcel is shown.

**Depends on**: Phase 1
`;
const BAD = GOOD.replace("**Depends on**: Phase 1", "**Depends on**: Phase 9");
const FINDING = "acid-plans/valid-dependencies";
const INDEX = `# Plans

## Planned Plans

- [Parcels](parcels.md) - The place of a parcel
`;

/** The way that the commands are tried with, too; the others are ESLint's. */
const SHARED = "the shared config";
const WAYS = {
	[SHARED]: {
		"eslint.config.mjs": `import acidPlans from "eslint-config-acid-plans";
import markdown from "@eslint/markdown";
export default [
	{ files: ["**/*.md"], plugins: { markdown }, language: "markdown/gfm", rules: markdown.configs.recommended[0].rules },
	...acidPlans({ template: "free" }),
];
`,
	},
	"the plugin under markdown/gfm": {
		"eslint.config.mjs": `import plugin from "eslint-plugin-acid-plans";
import markdown from "@eslint/markdown";
export default [
	{
		files: ["plans/**/*.md"],
		plugins: { markdown, "acid-plans": plugin },
		language: "markdown/gfm",
		languageOptions: { frontmatter: "yaml" },
		settings: { "acid-plans": { template: "free" } },
		rules: { "${FINDING}": "error" },
	},
];
`,
	},
	"a config in CommonJS": {
		"eslint.config.cjs": `const { default: acidPlans } = require("eslint-config-acid-plans");
module.exports = acidPlans({ template: "free" });
`,
	},
};

/**
 * Lints a good and a bad repository in every way of configuration, and has what is staged judged.
 *
 * @param {{ node: string, modules: string, work: string }} setup `node`: the program; `modules`: what is installed;
 *   `work`: where the repositories are made
 * @returns {string[]} what was not as it has to be
 */
export function tryRepository({ node, modules, work }) {
	return Object.entries(WAYS).flatMap(([way, files]) => {
		const root = mkdtempSync(join(work, "repository-"));
		try {
			/** @type {(command: string, ...args: string[]) => { status: number | null, screen: string }} */
			const run = (command, ...args) => {
				const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
				return { status, screen: `${stdout}${stderr}` };
			};
			const eslint = () => run(node, join(modules, "eslint/bin/eslint.js"), "--no-color", "plans");
			const check = (/** @type {string[]} */ ...args) =>
				run(node, join(modules, "acid-plans/dist/bin.js"), "check", ...args);
			/** @type {string[]} */
			const problems = [];
			/** @type {(what: string, outcome: { status: number | null, screen: string }, isGood: boolean) => void} */
			const judge = (what, { status, screen }, isGood) => {
				const isRight = isGood ? status === 0 : status === 1 && screen.includes(FINDING);
				if (!isRight || /Warning:/.test(screen))
					problems.push(`${way}, ${what} of a ${isGood ? "good" : "bad"} plan ended with ${status}: ${screen}`);
			};
			write(root, { ...files, "package.json": "{}\n", ".gitignore": "node_modules\n", "plans/README.md": INDEX });
			symlinkSync(modules, join(root, "node_modules"));
			run("git", "init", "--quiet");
			for (const isGood of [false, true]) {
				write(root, { "plans/parcels.md": isGood ? GOOD : BAD });
				run("git", "add", "--all");
				judge("eslint", eslint(), isGood);
				if (way !== SHARED) continue;
				judge("check", check("plans"), isGood);
				judge("check --staged", check("--staged"), isGood);
			}
			return problems;
		} finally {
			rmSync(root, { recursive: true, force: true });
		}
	});
}

/**
 * @param {string} root
 * @param {Readonly<Record<string, string>>} files
 */
function write(root, files) {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}
