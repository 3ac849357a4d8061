import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const MODEL = "packages/plan-model/src/*.test.ts";
const RULES = "packages/eslint-plugin/src/rules/**/*.test.ts";

/**
 * The tests that may kill a mutant. A rule's test stands beside it; since every rule's test runs the whole recommended
 * preset too, the others would be run for each mutant and seldom tell more. A question to the model has "its own test",
 * so the model's tests are all there is for the model.
 */
function testsFor(mutated: readonly string[]): string[] {
	if (mutated.length === 0) return [MODEL, RULES];
	return mutated
		.filter((glob) => !glob.startsWith("!"))
		.flatMap((glob) => {
			const path = glob.replace(/:\d.*$/, "");
			return path.includes("plan-model") ? [MODEL] : [path.replace(/\.ts$/, ".test.ts")];
		});
}

export default defineConfig({
	test: {
		root: fileURLToPath(new URL("../..", import.meta.url)),
		include: testsFor((process.env["MUTATED_FILES"] ?? "").split(",").filter((glob) => glob !== "")),
		testTimeout: 30_000,
	},
});
