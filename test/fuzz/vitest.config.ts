import { join } from "node:path";
import { defineConfig } from "vitest/config";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 30);

export default defineConfig({
	test: {
		root: join(import.meta.dirname, "../.."),
		include: ["test/fuzz/*.fuzz.ts"],
		// Time for the tries, and for making a failing input small.
		testTimeout: (seconds + 120) * 1000,
	},
});
