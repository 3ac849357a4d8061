import { spawnSync } from "node:child_process";
import { expect, inject, it } from "vitest";
import { environment } from "../environment.js";
import { entriesOf, packedPackage, publishedNames } from "./packed.js";

/** Runs a program where the packages are installed. It prints JSON. */
function evaluate(type: "module" | "commonjs", program: string): unknown {
	const { stdout, stderr, status } = spawnSync(process.execPath, [`--input-type=${type}`, "--eval", program], {
		cwd: inject("consumer"),
		encoding: "utf8",
		env: environment(),
	});
	expect(stderr).toBe("");
	expect(status).toBe(0);
	return JSON.parse(stdout);
}

const entries = (): string[] => publishedNames.flatMap((name) => entriesOf(packedPackage(name).manifest));

it("`require` gives what `import` gives, without a warning", () => {
	const list = JSON.stringify(entries());
	// Node adds `__esModule` to what it requires, if there is a default export.
	const shape =
		"const shape = (it) => Object.fromEntries(Object.keys(it).filter((key) => key !== '__esModule').sort().map((key) => [key, typeof it[key]]));";
	const required = evaluate(
		"commonjs",
		`${shape} console.log(JSON.stringify(${list}.map((name) => shape(require(name)))))`,
	);
	const imported = evaluate(
		"module",
		`${shape} console.log(JSON.stringify(await Promise.all(${list}.map(async (name) => shape(await import(name))))))`,
	);
	expect(required).toEqual(imported);
	expect(imported).not.toContainEqual({});
});

it("a config in CommonJS has the same plugin as one in ES modules", () => {
	const program = `
		const { default: acidPlans } = require("eslint-config-acid-plans");
		const [config] = acidPlans({ plans: "plans" });
		import("eslint-plugin-acid-plans").then(({ default: plugin }) =>
			console.log(JSON.stringify({ name: config.name, same: config.plugins["acid-plans"] === plugin })));`;
	expect(evaluate("commonjs", program)).toEqual({ name: "acid-plans/plans", same: true });
});
