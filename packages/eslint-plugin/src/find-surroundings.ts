import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { DocumentKind } from "@acid-plans/model";
import type { Settings } from "./settings.js";
import type { Surroundings } from "./surroundings.js";

/** What surrounds a file on the disk. */
export function findSurroundings(file: string | undefined, settings: Settings): Surroundings {
	const root = file === undefined ? undefined : rootOf(file);
	const path = file === undefined || root === undefined ? undefined : relative(root, file).split(sep).join("/");
	const notYet = (): never => {
		throw new Error("not wired");
	};
	void settings;
	return { path, kind: path === undefined ? "plan" : kindOf(path), workspace: notYet, repository: notYet, base: notYet };
}

function rootOf(file: string): string | undefined {
	for (let folder = dirname(file); ; folder = dirname(folder)) {
		if (existsSync(join(folder, ".git"))) return folder;
		if (folder === dirname(folder)) return undefined;
	}
}

/** Which document of a plans folder a path is; PLAN-FORMAT, "Documents in a plans folder". */
export function kindOf(path: string): DocumentKind {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (/^(?:README|INDEX)\.md$/i.test(name)) return "index";
	if (/^TEMPLATE\.md$|[-_]template\.md$|^_/i.test(name)) return "template";
	if (/(?:^|\/)(?:_?archived?|done|completed|implemented)\//i.test(path)) return "archive";
	return "plan";
}
