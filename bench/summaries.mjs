/*
 * node --expose-gc bench/summaries.mjs <repository>
 * What it takes to know the other plans: bytes on disk and in memory a plan, as JSON. The summaries must have been
 * written by an earlier run.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { openPlansWorkspace } from "../packages/eslint-config/dist/plans.js";
import { readSettings } from "../packages/eslint-plugin/dist/settings.js";

const [work = "."] = process.argv.slice(2);
const folder = join(work, "node_modules/.cache/acid-plans");
const files = readdirSync(folder).filter((name) => name.endsWith(".z") && !name.startsWith("findings-"));
const disk = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

// What is loaded and compiled with the first question is no summary.
const settings = readSettings({});
openPlansWorkspace(join(work, "nowhere"), settings).documents.length;
collect();
const before = process.memoryUsage().heapUsed;
const workspace = openPlansWorkspace(work, settings);
const { documents } = workspace;
collect();
const memory = process.memoryUsage().heapUsed - before;
process.stdout.write(JSON.stringify({ disk: disk / documents.length, memory: memory / documents.length }));

function collect() {
	if (!globalThis.gc) throw new Error("Node must be started with --expose-gc.");
	for (let times = 0; times < 3; times += 1) globalThis.gc();
}
