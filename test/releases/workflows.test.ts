import { build } from "esbuild";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";

/*
 * The workflows as GitHub's own language service reads them: keys, expressions, jobs that others need. Nothing here can
 * run them.
 */

const root = join(import.meta.dirname, "../..");
const folder = join(root, ".github/workflows");
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, { readonly "timeout-minutes"?: number; readonly steps: readonly Step[] }>>;
}
const workflows = readdirSync(folder).map((file) => ({ file, workflow: parse(read(file)) as Workflow }));
const steps = workflows.flatMap(({ file, workflow }) =>
	Object.values(workflow.jobs).flatMap((job) => job.steps.map((step) => ({ file, ...step }))),
);

type Validate = typeof import("@actions/languageservice").validate;
let validate: Validate;
const bundled = mkdtempSync(join(tmpdir(), "acid-plans-workflows-"));
afterAll(() => rmSync(bundled, { recursive: true, force: true }));

beforeAll(async () => {
	// The service imports JSON in a way that Node 20 does not know; bundled, there is nothing left to import.
	const outfile = join(bundled, "service.mjs");
	const require = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
	await build({
		stdin: { contents: 'export { validate } from "@actions/languageservice";', resolveDir: root },
		bundle: true,
		format: "esm",
		platform: "node",
		banner: { js: require },
		outfile,
	});
	({ validate } = (await import(pathToFileURL(outfile).href)) as { validate: Validate });
});

async function problemsOf(file: string, text: string): Promise<string[]> {
	const document = TextDocument.create(`file:///.github/workflows/${file}`, "yaml", 1, text);
	return (await validate(document)).map(({ message }) => (typeof message === "string" ? message : message.value));
}

describe.each(workflows)("$file", ({ file, workflow }) => {
	it("is a workflow", async () => {
		expect(await problemsOf(file, read(file))).toEqual([]);
	});

	it("may read by itself; what writes is a job that says so, and no job runs without end", () => {
		expect(workflow.permissions).toEqual({ contents: "read" });
		for (const [name, job] of Object.entries(workflow.jobs)) expect(job["timeout-minutes"], name).toBeGreaterThan(0);
	});
});

it("a mistake would be seen", async () => {
	const mistaken = read("ci.yml").replace("contents: read", "content: read").replace("matrix.node }}", "matrx.node }}");
	expect(await problemsOf("mistaken.yml", mistaken)).toEqual([
		"Unexpected value 'content'",
		"Unrecognized named-value: 'matrx'",
	]);
});

it("every target of `pnpm fuzz` is tried on a schedule, for a time that the job has", () => {
	const { on, jobs } = parse(read("fuzz.yml")) as {
		on: { schedule: unknown[]; workflow_dispatch: { inputs: { seconds: { default: string } } } };
		jobs: { fuzz: { "timeout-minutes": number; strategy: { matrix: { target: string[] } } } };
	};
	expect(on.schedule).toHaveLength(1);
	const targets = readdirSync(join(root, "test/fuzz")).filter((name) => name.endsWith(".fuzz.ts"));
	expect(jobs.fuzz.strategy.matrix.target.map((name) => `${name}.fuzz.ts`)).toEqual(targets.sort());
	for (const target of targets) {
		const properties = [...readFileSync(join(root, "test/fuzz", target), "utf8").matchAll(/\btryOut\(/gu)].length;
		const minutes = (properties * Number(on.workflow_dispatch.inputs.seconds.default)) / 60;
		expect(minutes, target).toBeGreaterThan(0);
		expect(minutes, target).toBeLessThan(jobs.fuzz["timeout-minutes"] / 2);
	}
});

it("every workflow uses the same version of an action", () => {
	const versions = new Map<string, Set<string>>();
	for (const { uses } of steps) {
		if (uses === undefined) continue;
		const [action = "", version = ""] = uses.split("@");
		versions.set(action, new Set([...(versions.get(action) ?? []), version]));
	}
	expect(versions.size).toBeGreaterThan(2);
	for (const [action, used] of versions) expect([...used], action).toHaveLength(1);
});

// It would look for pnpm, which the steps after it fetch.
it("no step that sets up Node looks for a package manager", () => {
	const setUps = steps.filter(({ uses }) => uses?.startsWith("actions/setup-node@") === true);
	expect(setUps.length).toBeGreaterThan(2);
	for (const { file, with: inputs } of setUps) expect(inputs?.["package-manager-cache"], file).toBe(false);
});

it("the commands are scripts of this repository, by the pinned pnpm", () => {
	const { packageManager, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
		packageManager: string;
		scripts: Record<string, string>;
	};
	const commands = steps.flatMap(({ file, run = "", with: inputs = {} }) =>
		[run, ...Object.values(inputs)].flatMap((text) =>
			[...String(text).matchAll(/^npx -y (pnpm@\S+) (?:run )?(\S+)/gm)].map(([, pnpm, script]) => ({
				file,
				pnpm,
				script,
			})),
		),
	);
	expect(commands.length).toBeGreaterThan(3);
	for (const { file, pnpm, script = "" } of commands) {
		expect(pnpm, file).toBe(packageManager);
		expect([...Object.keys(scripts), "install", "exec"], file).toContain(script);
	}
});
