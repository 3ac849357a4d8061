import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "../..");
const MODEL = "packages/plan-model/src/{text,workspace,reader,graph,questions}/*.test.ts";
const RULES = "packages/eslint-plugin/src/rules/**/*.test.ts";
/** Looks at the whole reader. */
const READER = "packages/plan-model/src/reader/read-plan.test.ts";

/**
 * The tests that may kill a mutant: the one beside the file, for the model also that of the whole reader. Every rule's
 * test runs the whole recommended preset, too; the others would be run for each mutant and seldom tell more.
 */
function testsFor(mutated: readonly string[]): string[] {
	if (mutated.length === 0) return [MODEL, RULES];
	return mutated
		.filter((glob) => !glob.startsWith("!"))
		.flatMap((glob) => {
			const beside = glob.replace(/(?::\d.*)?$/, "").replace(/\.ts$/, ".test.ts");
			if (!beside.includes("plan-model")) return [beside];
			return beside.includes("*") || existsSync(join(root, beside)) ? [beside, READER] : [MODEL];
		});
}

export default defineConfig({
	test: {
		root,
		include: testsFor((process.env["MUTATED_FILES"] ?? "").split(",").filter((glob) => glob !== "")),
		testTimeout: 30_000,
		// The same cases for every mutant: what chance finds would make one look killed.
		setupFiles: ["test/fixed-seed.ts"],
		env: { CI: "true" },
	},
});
