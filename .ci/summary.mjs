// The last line of a run, `N passed, N failed, N skipped`, from the figures that vitest wrote.
import { existsSync, readFileSync } from "node:fs";

const [file = ""] = process.argv.slice(2);
if (!existsSync(file)) {
	console.log("0 passed, 1 failed, 0 skipped");
	process.exit(1);
}
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
	readFileSync(file, "utf8"),
);
// A file that could not be loaded has no test that failed.
const broken = testResults.filter(
	({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
);
const failed = numFailedTests + broken.length;
console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
