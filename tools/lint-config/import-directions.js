/**
 * Who may import whom: cli → eslint-config → eslint-plugin → plan-model; eslint-plugin → fast-markdown; cli → plan-model.
 * Nothing points back. TypeScript's references and strict dependencies say the same; this says it in the editor.
 */

/** Packages of this repository by folder, with what each may import of the others. */
const ALLOWED = {
	"plan-model": [],
	"fast-markdown": [],
	"eslint-plugin": ["@acid-plans/model", "@acid-plans/fast-markdown"],
	"eslint-config": ["eslint-plugin-acid-plans"],
	cli: ["@acid-plans/model", "eslint-config-acid-plans"],
};
const NAMES = [
	"@acid-plans/model",
	"@acid-plans/fast-markdown",
	"eslint-plugin-acid-plans",
	"eslint-config-acid-plans",
	"acid-plans",
];

/** Syntax trees of Markdown: the reader of the model and the language look at them, nobody else. */
const TREES = {
	regex: "^(?:mdast|unist|micromark|remark|satteri)(?:$|[-/])",
	message:
		"Only the reader of the model looks at the syntax tree. Ask the model; if it has no answer, add the question there.",
};

const TESTS = ["**/*.test.ts"];

/** @param {readonly string[]} names */
function packages(names) {
	return {
		regex: `^(?:${names.join("|")})(?:$|/)`,
		message:
			"Imports point one way: cli, eslint-config, eslint-plugin, plan-model. Move what both need to the lower package.",
	};
}

/**
 * @param {string} folder
 * @param {object[]} patterns
 */
function restrict(folder, patterns) {
	const forbidden = NAMES.filter((name) => !ALLOWED[folder].includes(name));
	return { "no-restricted-imports": ["error", { patterns: [packages(forbidden), ...patterns] }] };
}

/** ESLint itself is for the packages that are made for it; the model knows no linter. */
const NO_ESLINT = {
	regex: "^(?:eslint|@eslint/.*)$",
	message: "The model knows no linter: it must be of use to other programs.",
};

const NO_DISK = {
	regex: "^node:(?!module$)",
	message: "Disk and git stand behind an interface: they belong into src/node.",
};

/** The folders of the model, each of which may import those before it; `plan.ts` holds types that all may name. */
const MODEL_LAYERS = ["text", "workspace", "reader", "graph", "questions"];

/** @param {readonly string[]} layers */
function higherLayers(layers) {
	return {
		regex: `^\\.\\./(?:${[...layers, "node"].join("|")})/`,
		message: `Imports of the model point one way: ${[...MODEL_LAYERS].reverse().join(", ")}; src/node imports them all.`,
	};
}

/** @type {import("eslint").Linter.Config[]} */
export const importDirections = [
	{
		name: "lint/imports-of-model",
		files: ["packages/plan-model/src/**/*.ts"],
		rules: restrict("plan-model", [NO_ESLINT]),
	},
	...MODEL_LAYERS.map((layer, at) => ({
		name: `lint/imports-of-model-${layer}`,
		files: [`packages/plan-model/src/${layer}/*.ts`],
		ignores: TESTS,
		rules: restrict("plan-model", [NO_ESLINT, NO_DISK, higherLayers(MODEL_LAYERS.slice(at + 1))]),
	})),
	{
		name: "lint/imports-of-language",
		files: ["packages/fast-markdown/src/**/*.ts"],
		rules: restrict("fast-markdown", []),
	},
	{
		name: "lint/imports-of-plugin",
		files: ["packages/eslint-plugin/src/**/*.ts"],
		ignores: TESTS,
		rules: restrict("eslint-plugin", [TREES]),
	},
	{
		name: "lint/imports-of-rules",
		files: ["packages/eslint-plugin/src/rules/*/*.ts"],
		ignores: TESTS,
		rules: restrict("eslint-plugin", [
			TREES,
			{
				regex:
					"^(?!@acid-plans/model$|\\.\\./\\.\\./(?:define-plan-rule|generated-files|line-list|nearest-name|nearest-plan|template|settings|rule-messages)\\.js$|\\./)",
				message:
					"A rule asks the model and nothing else. Import `define-plan-rule` and types or pure functions of @acid-plans/model.",
			},
		]),
	},
	{
		name: "lint/imports-of-config",
		files: ["packages/eslint-config/src/**/*.ts"],
		ignores: TESTS,
		rules: restrict("eslint-config", [TREES]),
	},
	{ name: "lint/imports-of-cli", files: ["packages/cli/src/**/*.ts"], ignores: TESTS, rules: restrict("cli", [TREES]) },
];
