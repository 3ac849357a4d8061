import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommand, readCommands, type Command } from "./command-text.js";

describe("readCommand", () => {
	it.each<[string, Partial<Command>]>([
		["npm run lint", { kind: "npm-script", manager: "npm", script: "lint" }],
		["npm test -- --watch", { kind: "npm-script", script: "test" }],
		["npm start", { script: "start", lenient: true }],
		["npm run build -w packages/a --workspace=b", { script: "build", workspaceFilter: ["packages/a", "b"] }],
		["npm --prefix web run build --if-present", { script: "build", directory: "web", lenient: true }],
		["pnpm run lint", { manager: "pnpm", script: "lint" }],
		[
			"pnpm --filter @acme/web... type-check",
			{ script: "type-check", workspaceFilter: ["@acme/web..."], mayBeProgram: true },
		],
		["pnpm -r test", { script: "test", everyWorkspace: true }],
		["pnpm -w check:all", { script: "check:all" }],
		["yarn workspace web build", { manager: "yarn", script: "build", workspaceFilter: ["web"] }],
		["yarn workspaces foreach -A run build", { script: "build", everyWorkspace: true }],
		["bun run scripts/seed.ts --all", { kind: "file", files: ["scripts/seed.ts"] }],
		["bun run seed", { kind: "npm-script", manager: "bun", script: "seed" }],
		["bun test src/a.test.ts", { kind: "file", files: ["src/a.test.ts"] }],
		["make -C docs -j 4 html V=1", { kind: "make", targets: ["html"], directory: "docs" }],
		["just test unit", { kind: "just", targets: ["test"] }],
		["npx turbo run build lint --filter=web", { kind: "turbo", targets: ["build", "lint"], workspaceFilter: ["web"] }],
		["pnpm turbo web#build", { kind: "turbo", targets: ["build"] }],
		["node --import tsx scripts/x.js --a b", { kind: "file", files: ["scripts/x.js"] }],
		["uv run pytest tests/a.py::test_b -k c -v", { kind: "file", files: ["tests/a.py"] }],
		[".venv/bin/python -m pytest tests/a.py", { kind: "file", files: ["tests/a.py"] }],
		["sudo -E bash scripts/x.sh", { kind: "file", files: ["scripts/x.sh"] }],
		["CI=1 timeout 30 ./scripts/x.sh --fast", { kind: "file", files: ["./scripts/x.sh"] }],
		["mix test test/a_test.exs:12", { kind: "file", files: ["test/a_test.exs"] }],
		["cd web && npm run build", { script: "build", directory: "web" }],
		["(cd web/../api && npm test)", { script: "test", directory: "api" }],
		['cd "$DIR" && npm test', { script: "test", directoryUnknown: true }],
		["npm run <script>", { script: "<script>", variable: true }],
		["npm run test:*", { script: "test:*", variable: true }],
		["npm run build > out.txt 2>&1", { script: "build", variable: false }],
	])("%s", (text, expected) => {
		expect(readCommand(text)).toMatchObject(expected);
	});

	it.each([
		"npm install",
		"npm ci",
		"npm exec tsc",
		"npm init -y",
		"npm publish",
		"npm run",
		"pnpm add -D x",
		"pnpm dlx x",
		"pnpm exec knip --fix",
		"pnpm vitest",
		"pnpm tsc --noEmit",
		"yarn install --immutable",
		"yarn dlx x",
		"bun install",
		"bun add x",
		"bun x tool",
		"npx @acme/tool ci",
		"turbo prune web",
		"make -f other.mk x",
		"just --list",
		'node -e "console.log(1)"',
		"python -m http.server",
		"git diff a/b.ts",
		"go test ./...",
		"pytest -q",
		"vitest run checkout",
		"./build/test_all --x",
		"cargo test x",
	])("%s is no script, target or file", (text) => {
		expect(readCommand(text)?.kind).toBe("other");
	});

	it.each([
		"make",
		"npm",
		"src/a.ts",
		"foo.bar()",
		"true",
		"make: it",
		"npm → pnpm",
		"a b c",
		"",
		"node = 3",
		"for x in y",
	])("%s is no command", (text) => {
		expect(readCommand(text)).toBeUndefined();
	});
});

describe("readCommands in a shell fence", () => {
	const kinds = (text: string): string[] => readCommands(text, "shell").map(({ words }) => words.join(" "));

	it.each<[string, string, string[]]>([
		[
			"comments and chains",
			"npm ci && npm test # all\n# npm run x\nmake a; make b | tee log",
			["npm ci", "npm test", "make a", "make b", "tee log"],
		],
		["a session: only what follows a prompt", "$ npm test\nok 12\n$ make a\nmake[1]: done", ["npm test", "make a"]],
		["continued lines", "pytest \\\n  tests/a.py \\\n  -q", ["pytest tests/a.py -q"]],
		["here-documents", "cat > x <<'EOF'\nnpm run no\nEOF\nnpm run yes", ["cat", "npm run yes"]],
		["quotes", "git commit -m 'npm run a && b' \"c # d\"", ["git commit -m npm run a && b c # d"]],
		["substitutions", "x=$(npm run a) && echo $(npm run b; c) d", ["echo $ d"]],
		["keywords", "if npm run a; then npm run b; fi", ["npm run a", "npm run b"]],
		["an apostrophe", "echo don't\nnpm run a", ["echo don't", "npm run a"]],
		["CRLF", "npm run a\r\nnpm run b\r\n", ["npm run a", "npm run b"]],
	])("%s", (_, text, expected) => {
		expect(kinds(text)).toEqual(expected);
	});

	it("follows cd, as far as it is certain", () => {
		const places = (text: string): (string | undefined)[] =>
			readCommands(text, "shell")
				.filter(({ program }) => program === "npm")
				.map(({ directory, directoryUnknown }) => (directoryUnknown ? "?" : directory));
		expect(places("cd web\nnpm test\ncd ../api\nnpm test\ncd ..\nnpm test")).toEqual(["web", "api", undefined]);
		expect(places("(cd web && npm test)\nnpm test")).toEqual(["web", undefined]);
		expect(places("cd web && npm test\nnpm test")).toEqual(["web", "?"]);
	});
});

it("offsets are those of the words, and nothing throws", () => {
	const piece = fc.constantFrom(
		"npm",
		"run",
		"cd",
		"a/b.py",
		" ",
		"\n",
		"'",
		'"',
		"$(",
		")",
		"(",
		"<<EOF",
		"<x>",
		"\\",
		"#",
		"&&",
		"|",
		";",
		">",
		"$ ",
		"`",
		"\ud83d",
		"é",
		"pytest",
		"--",
		"-C",
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: "binary" }),
				fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
			),
			fc.constantFrom("code" as const, "shell" as const),
			(text, context) => {
				let end = 0;
				for (const command of readCommands(text, context)) {
					expect(command.start).toBeGreaterThanOrEqual(end);
					expect(command.end).toBeGreaterThan(command.start);
					end = command.end;
				}
				expect(end).toBeLessThanOrEqual(text.length);
			},
		),
	);
});

it.each(["\u000b", " \f ", "\u2003\u2028"])("finds no command in blanks that a shell seldom sees: %j", (text) => {
	expect(readCommands(text, "shell")).toEqual([]);
	expect(readCommands(`npm${text}test`, "shell")).toMatchObject([{ words: ["npm", "test"] }]);
});

it("is linear", () => {
	const time = (text: string): number => {
		const start = performance.now();
		readCommands(text, "shell");
		return performance.now() - start;
	};
	for (const hostile of ["$(", "'", '"', "<a", "(", "cat <<E\n", "a \\\n", "npm run ", "$ "])
		expect(time(hostile.repeat(40_000))).toBeLessThan(3000);
});
