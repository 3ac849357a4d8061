import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = import.meta.dirname;

/** The first cell of each row of a table. */
function rowsOfThePage(): string[] {
	const page = readFileSync(join(folder, "../../SECURITY.md"), "utf8").split("\n## Limits\n")[1] ?? "";
	const lines = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---"));
	return lines.slice(1).map((line) => line.split(" | ")[0]?.slice(2) ?? "");
}

it("each row of the table of limits in SECURITY.md has its tests beside this one, under its own name", () => {
	const names = readdirSync(folder)
		.filter((file) => file.endsWith("-limits.test.ts"))
		.flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/^describe\((["'])(.*)\1, /gmu)])
		.map(([, , name = ""]) => name);
	expect(names.length).toBeGreaterThan(10);
	expect(names.sort()).toEqual(rowsOfThePage().sort());
});
