/* What is measured. Every contender lints the same plans in the same repository. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const installed = join(root, ".cache/bench-contenders");

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} [version] of the others, for the table
 * @property {boolean} [node]
 * @property {readonly string[]} command
 * @property {readonly number[]} [statuses] default `[0]`
 * @property {boolean} [isBase] the others are ratios of it
 * @property {number} [warmUps] runs before the first that counts (a cache is to be warm)
 * @property {() => void} [before] called before each measured run
 */

/** The one whose growth is measured. */
export const SUMMARIES_KNOWN = "acid-plans, recommended, summaries known";

const ESLINT = "node_modules/eslint/bin/eslint.js";
const CHECK = "node_modules/acid-plans/dist/bin.js";

/** ESLint configs by file name. */
export const CONFIGS = {
	"floor.config.mjs": `const nothing = {
	fileType: "text", lineStart: 1, columnStart: 1, nodeTypeKey: "type", visitorKeys: {}, validateLanguageOptions() {},
	parse: () => ({ ok: true, ast: { type: "root" } }),
	createSourceCode: ({ body }, { ast }) => ({ text: body, ast, getLoc: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }), getRange: () => [0, 0], *traverse() {} }),
};
export default [{ files: ["plans/**/*.md"], plugins: { floor: { languages: { nothing } } }, language: "floor/nothing" }];
`,
	"bare.config.mjs": `import markdown from "@eslint/markdown";
export default [{ files: ["plans/**/*.md"], plugins: { markdown }, language: "markdown/gfm", languageOptions: { frontmatter: "yaml" } }];
`,
	"markdown-recommended.config.mjs": `import markdown from "@eslint/markdown";
export default [{ files: ["plans/**/*.md"], plugins: { markdown }, language: "markdown/gfm", languageOptions: { frontmatter: "yaml" }, rules: markdown.configs.recommended[0].rules }];
`,
	"no-rules.config.mjs": `import plugin from "eslint-plugin-acid-plans";
export default [{ files: ["plans/**/*.md"], plugins: { "acid-plans": plugin }, language: "acid-plans/plan" }];
`,
	"eslint.config.mjs": `import acidPlans from "eslint-config-acid-plans";
export default [...acidPlans()];
`,
	"strict.config.mjs": `import acidPlans from "eslint-config-acid-plans";
export default [...acidPlans({ preset: "strict" })];
`,
	// GFM tables and front matter, as the others have them; MD013 would only say that lines are long.
	".markdownlint-cli2.jsonc": `{ "config": { "default": true, "MD013": false } }\n`,
	".remarkrc.json": `${JSON.stringify({
		plugins: ["remark-gfm", "remark-frontmatter", "remark-preset-lint-recommended"].map((name) =>
			join(installed, "node_modules", name, "index.js"),
		),
	})}\n`,
	".rumdl.toml": `[global]\ndisable = ["MD013"]\n`,
};

/** @param {string} config @param {string[]} more @returns {string[]} */
const eslint = (config, ...more) => [ESLINT, "--config", config, ...more, "plans/"];

/**
 * Installs the contenders that are no packages of this repository, once.
 *
 * @returns {Record<string, string>} their versions
 */
export function installContenders() {
	const wanted = readFileSync(join(import.meta.dirname, "contenders/package.json"), "utf8");
	const stamp = join(installed, "package.json");
	const complete = join(installed, "node_modules/remark-cli/package.json");
	if (!existsSync(complete) || readFileSync(stamp, "utf8") !== wanted) {
		mkdirSync(installed, { recursive: true });
		cpSync(join(import.meta.dirname, "contenders/package.json"), stamp);
		const { status, stderr } = spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], {
			cwd: installed,
			encoding: "utf8",
			shell: process.platform === "win32",
		});
		if (status !== 0) throw new Error(`The contenders could not be installed:\n${stderr}`);
	}
	return /** @type {{ dependencies: Record<string, string> }} */ (JSON.parse(wanted)).dependencies;
}

/**
 * Gives a repository the packages that its configs name.
 *
 * @param {string} work
 */
export function linkPackages(work) {
	for (const name of PACKAGES) {
		const link = join(work, "node_modules", name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(join(root, "node_modules", name), link, "junction");
	}
}

const PACKAGES = ["eslint", "@eslint/markdown", "eslint-config-acid-plans", "eslint-plugin-acid-plans", "acid-plans"];

/**
 * Takes away what runs of acid-plans keep for later ones.
 *
 * @param {string} work
 */
function forgetSummaries(work) {
	rmSync(join(work, "node_modules/.cache"), { recursive: true, force: true });
}

/**
 * @param {string} work the repository with the plans
 * @param {Record<string, string>} versions
 * @returns {Contender[]}
 */
export function listContenders(work, versions) {
	const other = join(installed, "node_modules");
	return [
		{
			name: "ESLint's floor: a language that parses nothing",
			node: true,
			command: eslint("floor.config.mjs"),
		},
		{
			name: "bare ESLint + @eslint/markdown, no rules",
			node: true,
			isBase: true,
			command: eslint("bare.config.mjs"),
		},
		{
			name: "ESLint + @eslint/markdown, its recommended rules",
			node: true,
			statuses: [0, 1],
			command: eslint("markdown-recommended.config.mjs"),
		},
		{
			name: `markdownlint-cli2 ${versions["markdownlint-cli2"]}`,
			node: true,
			statuses: [0, 1],
			command: [join(other, "markdownlint-cli2/markdownlint-cli2-bin.mjs"), "plans/**/*.md"],
		},
		{
			// It ends with 1 when it could not read its config, too; the preset only warns.
			name: `remark-cli ${versions["remark-cli"]}, recommended preset`,
			node: true,
			command: [join(other, "remark-cli/cli.js"), "plans", "--quiet", "--no-stdout", "--rc-path", ".remarkrc.json"],
		},
		{
			name: `rumdl ${versions["rumdl"]}, no cache`,
			statuses: [0, 1],
			command: [join(other, ".bin/rumdl"), "check", "--no-cache", "--silent", "plans"],
		},
		{ name: "acid-plans, no rules", node: true, command: eslint("no-rules.config.mjs") },
		{
			name: "acid-plans, recommended, nothing remembered",
			node: true,
			command: eslint("eslint.config.mjs"),
			before: () => forgetSummaries(work),
		},
		{ name: SUMMARIES_KNOWN, node: true, command: eslint("eslint.config.mjs") },
		{
			name: "acid-plans, recommended, ESLint's --concurrency auto",
			node: true,
			command: eslint("eslint.config.mjs", "--concurrency", "auto"),
		},
		{ name: "acid-plans, strict", node: true, statuses: [0, 1], command: eslint("strict.config.mjs") },
		{
			// Not at ESLint's default place: a run without --cache deletes what is there.
			name: "acid-plans, recommended, ESLint's --cache warm",
			node: true,
			warmUps: 1,
			command: eslint("eslint.config.mjs", "--cache", "--cache-location", ".bench-eslintcache"),
		},
		{ name: "acid-plans check", node: true, command: [CHECK, "check", "plans"] },
	];
}

/**
 * One plan in the folder.
 *
 * @param {string} work
 * @param {string} plan path of a plan in it
 * @returns {Contender[]}
 */
export function listOnePlanContenders(work, plan) {
	/** @param {string} config */
	const one = (config) => [ESLINT, "--config", config, plan];
	return [
		{ name: "ESLint's floor", node: true, command: one("floor.config.mjs") },
		{ name: "bare ESLint + @eslint/markdown, no rules", node: true, isBase: true, command: one("bare.config.mjs") },
		{ name: "acid-plans, no rules", node: true, command: one("no-rules.config.mjs") },
		{
			name: "acid-plans, recommended, first run",
			node: true,
			command: one("eslint.config.mjs"),
			before: () => forgetSummaries(work),
		},
		{ name: "acid-plans, recommended, later runs", node: true, warmUps: 1, command: one("eslint.config.mjs") },
		{
			name: "acid-plans check --staged, first run",
			node: true,
			command: [CHECK, "check", "--staged"],
			before: () => forgetSummaries(work),
		},
		{
			name: "acid-plans check --staged, later runs, a change that concerns no other plan",
			node: true,
			warmUps: 1,
			command: [CHECK, "check", "--staged"],
		},
	];
}

/**
 * The same with a change that other plans are concerned with.
 *
 * @returns {Contender}
 */
export function checkOfStatusChange() {
	return {
		name: "acid-plans check --staged, later runs, a status that changed",
		node: true,
		statuses: [0, 1],
		warmUps: 1,
		command: [CHECK, "check", "--staged"],
	};
}
