import { basename, dirname, join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Stryker stops at the first test that fails. That is most often one beside the mutated file, or one that failed for the
 * mutant before; of the others the quickest come first.
 */
export class NearestTestsFirst extends BaseSequencer {
	/** @param files one for each file with tests that are to run */
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		for (const { project } of files) {
			// The first run says which test comes by which mutant: what one file computed is not to be there for the next.
			// For a mutant it may be, and ESLint is loaded once.
			project.config.isolate = (project.getProvidedContext() as { mode?: string }).mode !== "mutant";
		}
		const mutated = this.ctx.config.related ?? [];
		const ranks = new Map(files.map((file) => [file, this.rankOf(file, mutated)]));
		return files.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
	}

	/** Milliseconds, as it were: small is early. */
	private rankOf({ moduleId, project }: TestSpecification, mutated: readonly string[]): number {
		if (mutated.some((path) => join(dirname(path), `${basename(path, ".ts")}.test.ts`) === moduleId)) return -2;
		const key = `${project.name}:${moduleId.slice(this.ctx.config.root.length + 1)}`;
		const last = this.ctx.cache.getFileTestResults(key);
		return last?.failed === true ? -1 : (last?.duration ?? 0);
	}
}
