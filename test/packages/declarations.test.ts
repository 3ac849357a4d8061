import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, it, onTestFinished } from "vitest";
import { entriesOf, packedPackage, publishedNames } from "./packed.js";
import { typescriptFolder } from "./typescript-folder.js";

const execute = promisify(execFile);

/** A project that imports every entry, and gives the configs to ESLint's own types as the pages say. */
const CONSUMER = `${publishedNames
	.flatMap((name) => entriesOf(packedPackage(name).manifest))
	.map((entry, at) => `import * as entry${at} from "${entry}";\nexport { entry${at} };\n`)
	.join("")}
import { defineConfig } from "eslint/config";
import type { Linter } from "eslint";
import acidPlans from "eslint-config-acid-plans";
import plugin from "eslint-plugin-acid-plans";
export const list: Linter.Config[] = [...acidPlans({ plans: "plans" })];
export const defined: Linter.Config[] = defineConfig([...acidPlans({ preset: "strict", codeBlocks: true })]);
export const byHand: Linter.Config[] = defineConfig([
	{ files: ["plans/**/*.md"], plugins: { "acid-plans": plugin }, language: "acid-plans/plan", extends: [plugin.configs.recommended] },
]);
`;

it.each(["5", "6", "7"] as const)(
	"TypeScript %s compiles the declarations, their libraries included",
	async (major) => {
		const folder = mkdtempSync(join(inject("consumer"), `types-${major}-`));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		writeFileSync(join(folder, "consumer.mts"), CONSUMER);
		writeFileSync(
			join(folder, "tsconfig.json"),
			JSON.stringify({
				compilerOptions: {
					noEmit: true,
					strict: true,
					exactOptionalPropertyTypes: true,
					noUncheckedIndexedAccess: true,
					skipLibCheck: false,
					module: "nodenext",
					target: "es2023",
					lib: ["es2023"],
					types: ["node"],
				},
				files: ["consumer.mts"],
			}),
		);
		const compiler = join(typescriptFolder(major), "bin/tsc");
		const said = await execute(process.execPath, [compiler, "--project", folder]).then(
			() => "",
			({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
		);
		expect(said).toBe("");
	},
);
