import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		// Two cores are enough for everybody; git and ESLint start processes of their own.
		projects: [
			{
				test: {
					name: "packages",
					setupFiles: ["test/fixed-seed.ts"],
					include: [
						"packages/*/{src,test}/**/*.test.ts",
						"tools/**/*.test.ts",
						"test/{agents,corpus,documentation,editor,examples,fuzz,releases,security,situations}/**/*.test.ts",
					],
					// Some start git, ESLint or a fresh Node.
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: "packed",
					include: ["test/{hooks,packages,tutorial}/**/*.test.ts"],
					globalSetup: ["test/hooks/packed-packages.ts"],
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
