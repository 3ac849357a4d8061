import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { modelSources } from "./model-sources.js";
import { NearestTestsFirst } from "./nearest-tests-first.js";

const root = join(import.meta.dirname, "../..");
const MODEL = "packages/plan-model/src/{text,workspace,reader,graph,questions}/*.test.ts";
const RULES = "packages/eslint-plugin/src/rules/*/*.test.ts";
/** The examples of every rule's page. */
const PAGES = "packages/eslint-plugin/test/docs.test.ts";

/**
 * The tests that may kill a mutant. Those of a rule stand beside it, and its page is one; the model meets all of its own
 * tests and those of the rules, which ask its questions. Of these Stryker runs the ones that came by the mutant in the
 * first run.
 */
function testsFor(mutated: readonly string[]): string[] {
	const globs = mutated.filter((glob) => !glob.startsWith("!")).map((glob) => glob.replace(/(?::\d.*)?$/, ""));
	if (globs.length === 0 || globs.some((glob) => !glob.includes("packages/eslint-plugin/")))
		return [MODEL, RULES, PAGES];
	const beside = globs.map((glob) => glob.replace(/\.ts$/, ".test.ts"));
	return [...(beside.every((glob) => glob.includes("*") || existsSync(join(root, glob))) ? beside : [RULES]), PAGES];
}

export default defineConfig({
	plugins: [modelSources(join(root, "packages/plan-model/src"))],
	test: {
		root,
		include: testsFor((process.env["MUTATED_FILES"] ?? "").split(",").filter((glob) => glob !== "")),
		testTimeout: 30_000,
		sequence: { sequencer: NearestTestsFirst },
		setupFiles: ["test/mutation/short-properties.ts"],
	},
});
