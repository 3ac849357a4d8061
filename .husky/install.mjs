// `prepare` runs after every install: also where there are no development dependencies, no repository, or no one who commits.
import { existsSync } from "node:fs";

if (process.env.CI === undefined && existsSync(".git")) {
	try {
		const { default: husky } = await import("husky");
		const problem = husky();
		if (problem !== "") console.error(`husky: ${problem}`);
	} catch (error) {
		if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
	}
}
