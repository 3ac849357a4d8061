import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import acidPlans, { type AcidPlansOptions } from "eslint-config-acid-plans";
import { readSettings } from "eslint-plugin-acid-plans/settings";
import { describe, expect, it } from "vitest";
import { DEFAULT_GLOBS } from "../../packages/plan-model/src/workspace/document-kind.js";
import { allowedKeys } from "./allowed-keys.js";
import { anchorsOf } from "./anchors.js";
import { filesOf, lint, phases } from "./page-files.js";

/*
 * The pages of the packages. The registry shows them, too, without the repository around them.
 */

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const OURS = /^https:\/\/github\.com\/acid-plans\/acid-plans\/(?:blob|tree)\/main\/([^#]*)(?:#(.*))?$/;

interface Manifest {
	readonly name: string;
	readonly exports: Readonly<Record<string, unknown>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
	readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const linksOf = (text: string): string[] =>
	[...text.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = ""]) => target);

/** Whether a link works on the registry's page: it leads out of it to something that is there, or to a heading of it. */
function works(link: string, page: string): boolean {
	if (link.startsWith("#")) return anchorsOf(page).has(link.slice(1));
	const [, path, anchor] = OURS.exec(link) ?? [];
	if (path === undefined) return link.startsWith("https://");
	if (!existsSync(join(root, path))) return false;
	if (anchor === undefined || anchor === "readme") return true;
	return anchorsOf(read(path.endsWith(".md") ? path : `${path}/README.md`)).has(anchor);
}

describe.each(readdirSync(join(root, "packages")))("packages/%s", (folder) => {
	const page = read(`packages/${folder}/README.md`);
	const manifest = JSON.parse(read(`packages/${folder}/package.json`)) as Manifest;

	it("is called like its package, and says how to install it and whom it works beside", () => {
		expect(page.split("\n")[0]).toBe(`# ${manifest.name}`);
		const [npm, pnpm, yarn] = ["npm install", "pnpm add", "yarn add"].map((command) =>
			new RegExp(`^${command} (?:--(?:save-)?dev )?(\\S.*)$`, "m").exec(page)?.[1]?.split(" "),
		);
		const needed = Object.keys(manifest.peerDependencies ?? {}).filter(
			(peer) => manifest.peerDependenciesMeta?.[peer]?.optional !== true,
		);
		expect(npm).toEqual(expect.arrayContaining([manifest.name, ...needed]));
		expect([pnpm, yarn]).toEqual([npm, npm]);
	});

	it("has links that work outside of the repository, one of them to its documentation", () => {
		const links = linksOf(page);
		expect(links.filter((link) => !works(link, page))).toEqual([]);
		expect(links.some((link) => OURS.exec(link)?.[1]?.startsWith("docs/"))).toBe(true);
	});

	it.runIf(filesOf(page).length > 0)("shows a config that ESLint takes", () => {
		const plan = `# A\n\n${phases(2, "\n**Depends on**: Phase 9\n")}\nSee [the store][store].\n`;
		// What only their rules, or only those of @eslint/markdown, find in it.
		const found = folder === "fast-markdown" ? "markdown/no-missing-label-refs" : "acid-plans/valid-dependencies";
		for (const files of filesOf(page)) expect(lint({ ...files, "plans/a.md": plan }).join("\n")).toContain(found);
	});
});

it("the README of the model shows what it gives", () => {
	const [, code = "", expression = "", result = ""] =
		/^```js\n([\s\S]*?)^(plan\.[^;\n]+); \/\/ (.+)\n```$/m.exec(read("packages/plan-model/README.md")) ?? [];
	const { stdout, stderr } = spawnSync(
		process.execPath,
		["--input-type=module", "--eval", `${code}console.log(JSON.stringify(${expression}));`],
		{ cwd: join(root, "packages/plan-model"), encoding: "utf8" },
	);
	expect(stderr).toBe("");
	expect(stdout.trim()).toBe(result);
});

it("the page on stability speaks of every entry", () => {
	const page = read("docs/stability.md");
	const unspoken = readdirSync(join(root, "packages")).flatMap((folder) => {
		const { name, exports } = JSON.parse(read(`packages/${folder}/package.json`)) as Manifest;
		return Object.keys(exports)
			.filter((entry) => entry !== "./package.json")
			.map((entry) => [name, entry.slice(1)] as const)
			.filter(([, path]) => !page.includes(`\`${name}${path}\``) && (path === "" || !page.includes(`\`${path}\``)));
	});
	expect(unspoken).toEqual([]);
});

it("the README of the command line lists the examples that there are", () => {
	const listed = linksOf(read("packages/cli/README.md")).flatMap(
		(link) => /^examples\/([^/]+)$/.exec(OURS.exec(link)?.[1] ?? "")?.[1] ?? [],
	);
	expect(listed.sort()).toEqual(
		readdirSync(join(root, "examples"), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name)
			.sort(),
	);
});

describe("the options of the shared config", () => {
	const page = read("packages/eslint-config/README.md");
	const rowsOf = (text: string): (readonly [string, string])[] =>
		[...text.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, name = "", value = ""]) => [name, value] as const);
	const below = page.indexOf("## Which file is which");
	const options = rowsOf(page.slice(0, below));

	it("are all in its README, and no others", () => {
		const allowed = allowedKeys({ nothing: true });
		expect(options.map(([name]) => name).sort()).toEqual(allowed.sort());
	});

	/** What a config means: its objects with the settings as the rules read them. */
	const meaning = (given: AcidPlansOptions): unknown =>
		acidPlans(given).map((config) => ({
			...config,
			settings: { ...readSettings(config.settings), vocabulary: undefined },
		}));
	const stated = options.flatMap(([name, value]) => {
		const [, code] = /^`([^`]+)`$/.exec(value) ?? [];
		return code === undefined ? [] : [[name, JSON.parse(code) as unknown] as const];
	});

	it.each(stated)("%s: what stands there as the default (%j) means what leaving it out does", (name, value) => {
		expect(meaning({ [name]: value })).toEqual(meaning({}));
	});

	it("are more than a few with a default", () => {
		expect(stated.length).toBeGreaterThan(5);
	});

	it("documents: the globs are those of the model", () => {
		const globs = rowsOf(page.slice(below)).map(
			([name, value]) => [name, [...value.matchAll(/`([^`]+)`/g)].map(([, glob]) => glob)] as const,
		);
		expect(Object.fromEntries(globs)).toEqual({ ...DEFAULT_GLOBS, ignore: [] });
	});
});
