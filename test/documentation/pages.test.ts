import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { environment } from "../environment.js";

/*
 * The configs and modules on the pages of `docs/how-to` and `docs/explanation`, as written, under the real ESLint: a block
 * that begins with a comment `// <file>` is that file. A page that shows one file twice shows two ways.
 */

const root = join(import.meta.dirname, "../..");
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");

type Files = Readonly<Record<string, string>>;

function page(path: string): string {
	return readFileSync(join(root, "docs", path), "utf8");
}

/** The JavaScript files of a page; one entry for each way that it shows. */
function filesOf(text: string): Files[] {
	const blocks = [...text.matchAll(/^```js\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = "", code = ""]) => ({
		name,
		code,
	}));
	const configs = blocks.filter(({ name }) => name === "eslint.config.js");
	const modules = Object.fromEntries(
		blocks.filter((block) => !configs.includes(block)).map(({ name, code }) => [name, code]),
	);
	return configs.map(({ name, code }) => ({ ...modules, [name]: code }));
}

/** Lints `plans/` of a repository that has these files; rules and messages by plan. */
function lint(files: Files): string[] {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-page-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	for (const [path, text] of Object.entries({
		"package.json": '{ "type": "module" }\n',
		".gitignore": "node_modules\n",
		...files,
	})) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	for (const args of [
		["init", "--quiet"],
		["add", "--all"],
		["commit", "--quiet", "--message=Start"],
	])
		expect(spawnSync("git", args, { cwd: folder, env: environment() }).status).toBe(0);
	const { stdout, stderr, status } = spawnSync(process.execPath, [eslint, "--format", "json", "plans"], {
		cwd: folder,
		encoding: "utf8",
		env: environment(),
	});
	expect(status, stderr).toBeLessThan(2);
	const results = JSON.parse(stdout) as { messages: { ruleId: string; message: string }[] }[];
	return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const phases = (count: number, more = ""): string =>
	Array.from(
		{ length: count },
		(_, at) => `### Phase ${at + 1}: Store part ${at + 1}\n\n**Objective**: Part ${at + 1} is stored.\n`,
	).join("\n") + more;

const howTo = readdirSync(join(root, "docs/how-to"))
	.filter((name) => filesOf(page(`how-to/${name}`)).length > 0)
	.sort();

describe.each(howTo)("docs/how-to/%s", (name) => {
	it.each(filesOf(page(`how-to/${name}`)).map((files, at) => [at + 1, files] as const))(
		"shows a config that ESLint takes (%i)",
		(_at, files) => {
			// A plan that is broken under every template: silence would mean that the rules are off.
			const found = lint({ ...files, "plans/a.md": `# A\n\n${phases(2, "\n**Depends on**: Phase 9\n")}` });
			expect(found.join("\n")).toContain("Phase 9");
		},
	);
});

it("own-rule.md: the rule reports what it says", () => {
	const [files = {}] = filesOf(page("how-to/own-rule.md"));
	expect(lint({ ...files, "plans/a.md": `# A\n\n${phases(4)}` })).toEqual([
		"team/require-owner: The plan has 4 phases and no owner. Add a line `**Owner**: …` below its title.",
	]);
	expect(lint({ ...files, "plans/a.md": `# A\n\n**Owner**: B\n\n${phases(4)}` })).toEqual([]);
});

it("code-fences.md: both ways lint the code beside the plan", () => {
	const ways = filesOf(page("how-to/code-fences.md"));
	expect(ways).toHaveLength(2);
	const plan = `# A\n\n${phases(2, "\n**Depends on**: Phase 9\n")}\n\`\`\`js\nvar a = 1;\n\`\`\`\n`;
	const [ours = {}, other = {}] = ways;
	expect(lint({ ...ours, "plans/a.md": plan }).join("\n")).toMatch(/no-var/);
	const withRule = {
		"eslint.config.js":
			other["eslint.config.js"]?.replace("];", ', { files: ["**/*.md/*.js"], rules: { "no-var": "error" } }];') ?? "",
	};
	expect(lint({ ...withRule, "plans/a.md": plan }).join("\n")).toMatch(/no-var/);
});

describe("isolation.md", () => {
	const text = page("explanation/isolation.md");
	const config = {
		"eslint.config.js":
			'import acidPlans from "eslint-config-acid-plans";\nexport default acidPlans({ template: "free" });\n',
	};
	/** The two plans of the picture, from its nodes. */
	function plans(more = ""): Files {
		const nodes = [...text.matchAll(/(\w)(\d)\["Phase \d<br>writes ([\w./]+)"\]/g)];
		expect(nodes).toHaveLength(4);
		const planOf = (letter: string, title: string, last: string): string =>
			`# ${title}\n\n${nodes
				.filter(([, plan]) => plan === letter)
				.map(
					([, , number, path]) =>
						`### Phase ${number}: Part ${number}\n\n**Objective**: It is stored.\n\n**Depends on**: ${number === "1" ? "None" : "Phase 1"}${number === "2" ? last : ""}\n\n1. Create \`${path}\`\n`,
				)
				.join("\n")}`;
		return {
			...config,
			"plans/invoices.md": planOf("i", "Invoices", ""),
			"plans/parcels.md": planOf("p", "Parcels", more),
		};
	}

	it("the picture collides, in both plans", () => {
		const found = lint(plans());
		expect(found.filter((finding) => finding.startsWith("acid-plans/no-write-conflicts"))).toHaveLength(2);
	});

	it("its line ends the collision", () => {
		const line = /^\*\*Depends on\*\*: (\[Invoices\].*)$/m.exec(text)?.[1];
		expect(line).toBeDefined();
		expect(lint(plans(`, ${line}`))).toEqual([]);
	});
});

it("plans-written-by-agents.md: the text for instructions names commands that exist", () => {
	const commands = [...page("how-to/plans-written-by-agents.md").matchAll(/`npx acid-plans (\w+)/g)].map(
		([, name]) => name,
	);
	expect(commands.length).toBeGreaterThan(3);
	const help = spawnSync(process.execPath, [join(root, "packages/cli/dist/bin.js"), "--help"], {
		encoding: "utf8",
	}).stdout;
	for (const command of commands) expect(help).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
});
