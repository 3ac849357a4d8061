import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";
import { anchorsOf } from "./anchors.js";

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Targets of relative links outside code. */
function targetsOf(file: string): string[] {
	const text = read(file)
		.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "")
		.replaceAll(/`[^`\n]+`/g, "");
	return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
		.map(([, target = ""]) => target)
		.filter((target) => !/^[a-z]+:/.test(target));
}

const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...markdownBelow("docs")];

function markdownBelow(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".md"))
		.map((name) => join(folder, name));
}

it("every link between the pages leads somewhere", () => {
	const dead = pages.flatMap((page) =>
		targetsOf(page)
			.filter((target) => {
				const [path = "", anchor] = target.split("#");
				const file = path === "" ? page : relative(root, join(root, dirname(page), path));
				if (!existsSync(join(root, file))) return true;
				return anchor !== undefined && file.endsWith(".md") && !anchorsOf(read(file)).has(anchor);
			})
			.map((target) => `${page}: ${target}`),
	);
	expect(dead).toEqual([]);
});

it("every page is reached from the README", () => {
	const reached = new Set<string>();
	const open = ["README.md"];
	for (let page = open.pop(); page !== undefined; page = open.pop()) {
		if (reached.has(page)) continue;
		reached.add(page);
		for (const target of targetsOf(page)) {
			const file = relative(root, join(root, dirname(page), target.split("#")[0] ?? ""));
			if (file.endsWith(".md") && existsSync(join(root, file))) open.push(file);
			// A link to a folder shows what lies in it.
			else if (existsSync(join(root, file)) && statSync(join(root, file)).isDirectory())
				open.push(
					...readdirSync(join(root, file))
						.filter((name) => name.endsWith(".md"))
						.map((name) => join(file, name)),
				);
		}
	}
	expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});
