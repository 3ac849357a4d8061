import { basename, dirname, join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What Stryker tells its runners. */
interface StrykerContext {
	readonly mode?: "dry-run" | "mutant";
	readonly mutantActivation?: "static" | "runtime";
}

function testBeside(path: string): string {
	return join(dirname(path), `${basename(path, ".ts")}.test.ts`);
}

/** Of the same name as the mutated file, as a rule's is, or of the reader, which comes by nearly everything. */
function isNear(test: string, mutated: readonly string[]): boolean {
	return (
		mutated.some((path) => basename(test).includes(basename(path, ".ts"))) || /\/reader\/[\w-]+\.test\.ts$/.test(test)
	);
}

/**
 * Stryker stops at the first test that fails. That is most often one beside the mutated file, or one that failed for the
 * mutant before; of the others the quickest come first.
 */
export class NearestTestsFirst extends BaseSequencer {
	/** @param files one for each file with tests that are to run */
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const { mode, mutantActivation } = (files[0]?.project.getProvidedContext() ?? {}) as StrykerContext;
		// The first run says which test comes by which mutant: what one file computed is not to be there for the next.
		// For a mutant it may be, and ESLint is loaded once.
		for (const { project } of files) project.config.isolate = mode !== "mutant";
		const mutated = this.ctx.config.related ?? [];
		// What a module computes when it is loaded comes by no test, and all of them would be run: the nearest have to do.
		const isForAll = mode === "mutant" && mutantActivation === "static";
		const meant = isForAll ? files.filter(({ moduleId }) => isNear(moduleId, mutated)) : files;
		const ranks = new Map(meant.map((file) => [file, this.rankOf(file, mutated)]));
		return meant.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
	}

	/** Milliseconds, as it were: small is early. */
	private rankOf({ moduleId, project }: TestSpecification, mutated: readonly string[]): number {
		if (mutated.some((path) => testBeside(path) === moduleId)) return -2;
		const key = `${project.name}:${moduleId.slice(this.ctx.config.root.length + 1)}`;
		const last = this.ctx.cache.getFileTestResults(key);
		return last?.failed === true ? -1 : (last?.duration ?? 0);
	}
}
