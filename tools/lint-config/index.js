import js from "@eslint/js";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import { importDirections } from "./import-directions.js";

const SOURCES = ["**/*.ts"];
const SCRIPTS = ["**/*.js", "**/*.mjs"];
/** Where a text of a stranger meets a regular expression. */
const SHIPPED = ["packages/*/src/**/*.ts"];

/**
 * The config for the code of this repository. It is kept in this package since typescript-eslint needs TypeScript 6,
 * and everything else is built with TypeScript 7.
 *
 * @param {{ root: string }} options `root`: the top folder of the repository
 * @returns {import("eslint").Linter.Config[]}
 */
export default function lintConfig({ root }) {
	return [
		{
			name: "lint/ignored",
			ignores: ["**/dist/**", "**/fixtures/**", "**/.turbo/**", "**/coverage/**", "**/bundle/*.d.ts"],
		},
		{
			name: "lint/all",
			files: [...SOURCES, ...SCRIPTS],
			...js.configs.recommended,
			linterOptions: { reportUnusedDisableDirectives: "error" },
		},
		{
			name: "lint/scripts",
			files: SCRIPTS,
			languageOptions: {
				globals: Object.fromEntries(
					["console", "process", "Buffer", "URL", "performance", "setTimeout", "structuredClone"].map((name) => [
						name,
						"readonly",
					]),
				),
			},
		},
		...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: SOURCES })),
		{
			name: "lint/types",
			files: SOURCES,
			languageOptions: {
				parserOptions: { project: ["packages/*/tsconfig.json", "tsconfig.test.json"], tsconfigRootDir: root },
			},
			rules: {
				"@typescript-eslint/consistent-type-imports": [
					"error",
					{ fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
				],
				"@typescript-eslint/no-non-null-assertion": "error",
				// The two compilers do not agree on which are needed.
				"@typescript-eslint/no-unnecessary-type-assertion": "off",
				"@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
				// A variable that only takes a value out of the way (`_`).
				"@typescript-eslint/no-unused-vars": [
					"error",
					{ argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
				],
				eqeqeq: ["error", "always"],
			},
		},
		{
			name: "lint/tests",
			files: ["**/*.test.ts", "packages/*/test/**/*.ts", "test/**/*.ts"],
			rules: {
				// A test says what it expects; when it is not so, it may fail at the next line.
				"@typescript-eslint/no-non-null-assertion": "off",
				"@typescript-eslint/require-await": "off",
				"@typescript-eslint/unbound-method": "off",
				"@typescript-eslint/no-unsafe-assignment": "off",
				"@typescript-eslint/no-unsafe-call": "off",
				"@typescript-eslint/no-unsafe-member-access": "off",
				"@typescript-eslint/no-unsafe-return": "off",
				"@typescript-eslint/no-unsafe-argument": "off",
				"@typescript-eslint/no-unused-expressions": "off",
			},
		},
		{
			name: "lint/regular-expressions",
			files: SHIPPED,
			plugins: { regexp },
			rules: {
				// Plans come from strangers: no expression may take more than linear time.
				"regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
				"regexp/no-empty-alternative": "error",
				"regexp/no-contradiction-with-assertion": "error",
				// The vocabulary is made of marks, and some expressions look for control characters on purpose.
				"no-misleading-character-class": "off",
				"no-control-regex": "off",
			},
		},
		{
			name: "lint/regular-expressions-on-documents",
			files: SHIPPED,
			ignores: ["**/*.test.ts"],
			// What is only possible, such as each `\s+$`, is asked of recheck: `tools/check-regular-expressions.mjs`.
			rules: { "regexp/no-super-linear-move": ["error", { report: "certain" }] },
		},
		{ ...eslintPlugin.configs.recommended, name: "lint/rules", files: ["packages/eslint-plugin/src/rules/*/*.ts"] },
		...importDirections,
	];
}
