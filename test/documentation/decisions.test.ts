import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environment } from "../environment.js";

const root = join(import.meta.dirname, "../..");
const folder = "docs/decisions";
const records = readdirSync(join(root, folder)).filter((name) => name.endsWith(".md"));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const git = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
	cwd: root,
	env: environment(),
	encoding: "utf8",
	maxBuffer: 1024 ** 3,
});
const files = git.stdout.split("\0").filter((file) => file !== "");
/** What a path of this repository can begin with. Plans are no code: `plans/a.md` is an example wherever it stands. */
const topFolders = new Set(
	files
		.filter((file) => file.includes("/"))
		.map((file) => file.split("/")[0])
		.filter((name) => name !== "plans"),
);
/** Everything tracked or new, with its folders. */
const paths = new Set(files.flatMap((file) => file.split("/").map((_, at, parts) => parts.slice(0, at + 1).join("/"))));

/** A file or folder called by one letter (`src/a.ts`, `packages/x/plans`) stands for any. */
const isExample = (path: string): boolean => path.split("/").some((name) => /^[a-zA-Z](?:\.\w+)?$/.test(name));

/** The code spans that name a file or folder of this repository. */
function pathsOf(text: string): string[] {
	const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "");
	return [...prose.matchAll(/`([^`\n]+)`/g)]
		.map(([, span = ""]) => span)
		.filter((span) => /^[\w@.][\w@./-]*$/.test(span) && !isExample(span))
		.filter((span) => (topFolders.has(span.split("/")[0]) ? span.includes("/") : /\w\.(?:ts|mjs|cjs)$/.test(span)));
}

/** Whether a path is there: from the top of the repository or, where it begins with no folder of it, as the end of one. */
function exists(path: string): boolean {
	const bare = path.replace(/\/$/, "");
	if (topFolders.has(bare.split("/")[0])) return paths.has(bare);
	return files.some((file) => file === bare || file.endsWith(`/${bare}`));
}

describe.each(["docs/architecture.md", ...records.map((name) => `${folder}/${name}`)])("%s", (file) => {
	it("names only files and folders that are there", () => {
		expect(pathsOf(read(file)).filter((path) => !exists(path))).toEqual([]);
	});
});

it("looks at the paths of these pages at all", () => {
	expect(pathsOf(read("docs/architecture.md"))).toContain("tools/lint-config/import-directions.js");
	expect(exists("packages/plan-model/src/node/")).toBe(true);
	expect(["packages/none.ts", "tools/none/", "none.ts"].filter(exists)).toEqual([]);
});

describe.each(records)("the record %s", (name) => {
	const text = read(`${folder}/${name}`);

	it("has the form of a record", () => {
		expect(text.split("\n").slice(0, 3)).toEqual([
			expect.stringMatching(new RegExp(`^# ${name.slice(0, 3)}: \\S`)),
			"",
			expect.stringMatching(/^\d{4}-\d\d-\d\d\. Accepted\.$/),
		]);
		const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
		expect(headings.slice(0, 3)).toEqual(["Context", "Decision", "Consequences"]);
	});

	it("says on lines of one form which later records changed it", () => {
		for (const [line] of text.matchAll(/^Changed.*$/gm)) {
			const [, by = "", file = ""] = /^Changed by \[(\d{3})\]\(([\w-]+\.md)\): \S.*\.$/.exec(line) ?? [];
			expect(records, line).toContain(file);
			expect(file.slice(0, 3), line).toBe(by);
			expect(by > name.slice(0, 3), line).toBe(true);
		}
	});
});
