/*
 * Mutation tests of the rules and of the reader, on demand: `pnpm mutation --mutate <glob>` for one file, `pnpm
 * mutation` for all of them in a night. Decision record 010 says why and how.
 */
const asked = process.argv.slice(2).flatMap((argument, at, all) => {
	if (argument === "--mutate" || argument === "-m") return all[at + 1] ?? [];
	return argument.startsWith("--mutate=") ? argument.slice("--mutate=".length) : [];
});
// The runners are processes of their own: their Vitest config sees what is mutated in the environment only.
process.env["MUTATED_FILES"] ??= asked.join(",");

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
	plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/rule-metadata.mjs", "./test/mutation/sample.mjs"],
	ignorers: ["rule-metadata", "sample"],
	testRunner: "vitest",
	vitest: { configFile: "test/mutation/vitest.config.ts" },
	mutate: [
		"packages/eslint-plugin/src/rules/*/*.ts",
		"packages/plan-model/src/{text,workspace,reader,graph,questions}/*.ts",
		"!packages/*/src/**/*.test.ts",
	],
	coverageAnalysis: "perTest",
	// A mutant in a regular expression or a loop that runs away is stopped; the slowest property takes a few seconds.
	timeoutMS: 10_000,
	// Two cores are enough for everybody.
	concurrency: 2,
	ignorePatterns: ["bench", "test/corpus", "**/.turbo", "**/*.tsbuildinfo"],
	tempDirName: ".cache/stryker",
	reporters: ["clear-text", "progress-append-only", "html", "json"],
	htmlReporter: { fileName: ".cache/mutation.html" },
	jsonReporter: { fileName: process.env["MUTATION_REPORT"] ?? ".cache/mutation.json" },
	clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
	allowConsoleColors: false,
	thresholds: { high: 95, low: 85, break: null },
	warnings: { slow: false },
};
