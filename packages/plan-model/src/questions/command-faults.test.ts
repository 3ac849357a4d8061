import { describe, expect, it } from "vitest";
import { commandFaults } from "./command-faults.js";
import { read } from "../testing/read.js";
import { tracked } from "../testing/tracked.js";

const TEXTS = {
	"package.json": '{"name":"root","scripts":{"build":"","test:unit":""}}',
	"packages/web/package.json": '{"name":"@a/web","scripts":{"e2e":""}}',
	"packages/api/package.json": '{"name":"@a/api"}',
	Makefile: "lint:\n",
	justfile: "deploy:\n",
	"turbo.json": '{"tasks":{"build":{}}}',
	"scripts/Seed.sh": "",
	"tool.c": "",
};

/** What is wrong with the commands of a plan: kind, name, and the text of every place. */
function faults(text: string, repository = tracked(TEXTS)): unknown[] {
	const plan = read(text);
	return commandFaults(plan, repository, (path) => path.startsWith("dist/")).faults.map(({ kind, name, ranges }) => [
		kind,
		name,
		ranges.map(({ start, end }) => plan.text.slice(start, end)).join(" "),
	]);
}

/** A command in a list of checks. */
const check = (command: string): string => `- \`${command}\``;

describe("commandFaults", () => {
	it.each([
		["npm run types", [["unknown", "types", "types"]]],
		["cd web && npm run types -- --watch", [["unknown", "types", "types"]]],
		["npm test", [["unknown", "test", "test"]]],
		["npm t", [["unknown", "test", "npm t"]]],
		["yarn test:all", [["unknown", "test:all", "test:all"]]],
		["pnpm --filter web run build", [["not-in-package", "build", "build"]]],
		["pnpm --filter wep e2e", [["unknown-package", "wep", "wep"]]],
		["npm run e2e -w packages/api", [["not-in-package", "e2e", "e2e"]]],
		["make lint tests", [["unknown", "tests", "tests"]]],
		["just ship", [["unknown", "ship", "ship"]]],
		["turbo run build e2e", [["unknown", "e2e", "e2e"]]],
		["bash scripts/seed.sh", [["other-case", "scripts/seed.sh", "scripts/seed.sh"]]],
	])("finds %s", (command, expected) =>
		expect(faults(`### Phase 1: A\n\n**Testing**:\n${check(command)}`)).toEqual(expected),
	);

	it.each([
		"npm run e2e",
		"pnpm -r run e2e",
		"pnpm --filter './packages/**' run build",
		"pnpm --filter web run e2e",
		"npm run types --if-present",
		"npm run <script>",
		"yarn knip",
		"npm start",
		"make tool",
		"cmake -B out && make -C out all",
		"cd app && npm run types",
		'cd "$DIR" && npm run types',
		"just",
		"node scripts/unwritten.mjs",
	])("says nothing of %s", (command) => expect(faults(check(command))).toEqual([]));

	it("tells a name once, with every place", () => {
		expect(faults(`${check("npm run types")}\n\n\`\`\`bash\nnpm run build\nnpm run types\n\`\`\``)).toEqual([
			["unknown", "types", "types types"],
		]);
	});

	it("reads the lines of a fence as one text", () => {
		expect(faults("```bash\ncat > ci.yml <<EOF\nnpm run types\nEOF\nnpm run \\\n  typo\n```")).toEqual([
			["unknown", "typo", "typo"],
		]);
	});

	it.each([
		["a mention of the name", "Then there is a `types` script."],
		["the definition", '```json\n{ "scripts": { "types": "tsc" } }\n```'],
		["a sentence", "1. Add the npm script types"],
		["a change of the file", "### Phase 1: A\n\n**Files**: `package.json`"],
		["a project of its own", "```sh\nnpx storybook@latest init\n```"],
	])("leaves alone what the plan adds by %s", (_, text) =>
		expect(faults(`${check("npm run types")}\n\n${text}`)).toEqual([]),
	);

	it("says nothing where names may be missing from what it knows", () => {
		expect(faults(check("npm run types"), tracked({ ...TEXTS, "apps/x/package.json": "{" }))).toEqual([]);
		expect(faults(check("make types"), tracked({ Makefile: "include a.mk\n" }))).toEqual([]);
		expect(faults(`${check("make types")}\n${check("npm run types")}`, tracked({}))).toEqual([]);
		const { problem } = commandFaults(
			read(check("npm run types")),
			tracked(TEXTS, { problem: "git failed" }),
			() => false,
		);
		expect(problem).toBe("git failed");
	});

	it("misses files only where a phase is done, and not those that were there once", () => {
		const phase = (status: string, file: string): string => `### Phase 1: A${status}\n\n**Testing**: \`bash ${file}\``;
		expect(faults(phase("", "scripts/check.sh"))).toEqual([]);
		expect(faults(phase(" ✅", "scripts/check.sh"))).toEqual([
			["unknown-file", "scripts/check.sh", "scripts/check.sh"],
		]);
		expect(faults(phase(" ✅", "scripts/check.sh"), tracked(TEXTS, { ever: ["scripts/check.sh"] }))).toEqual([]);
		expect(faults(phase(" ✅", "dist/check.sh"))).toEqual([]);
	});
});
