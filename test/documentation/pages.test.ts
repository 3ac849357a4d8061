import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allowedKeys } from "./allowed-keys.js";
import { type Files, filesOf, lint, phases } from "./page-files.js";

/*
 * The configs and modules on the pages of `docs/how-to` and `docs/explanation`, as written, under the real ESLint: a block
 * that begins with a comment `// <file>` is that file. A page that shows one file twice shows two ways.
 */

const root = join(import.meta.dirname, "../..");

function page(path: string): string {
	return readFileSync(join(root, "docs", path), "utf8");
}

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

it("own-template.md: its table has every key of a template", () => {
	const keys = [...page("how-to/own-template.md").matchAll(/^\| `(\w+)` \| \w/gm)].map(([, key]) => key);
	expect(keys).toEqual(allowedKeys({ template: { sections: [], fields: [], nothing: true } }));
});

describe("another-language.md", () => {
	const text = page("how-to/another-language.md");
	const example = join(root, "examples/translated");
	const withoutComments = (code = ""): string => code.replaceAll(/^\s*\/\/.*\n/gm, "").trim();

	it("shows the config and a phase of the example", () => {
		const [config = {}] = filesOf(text);
		expect(withoutComments(config["eslint.config.js"])).toBe(
			withoutComments(readFileSync(join(example, "eslint.config.js"), "utf8")),
		);
		const [, phase = "none"] = /^```markdown\n([\s\S]*?)^```$/m.exec(text) ?? [];
		expect(readFileSync(join(example, "plans/mahnwesen.md"), "utf8")).toContain(phase);
	});

	it("names words that are known, and words that its table teaches", () => {
		const known = page("reference/words.md").toLowerCase();
		const [, named = ""] = /need no setting: ([^.]*)\./.exec(text) ?? [];
		const words = [...named.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word.toLowerCase());
		expect(words.length).toBeGreaterThan(2);
		expect(words.filter((word) => !known.includes(word))).toEqual([]);

		const rows = [...text.matchAll(/^\| `(\w+)` \| .* \| `([{[].*[}\]])` \|$/gm)];
		expect(rows.map(([, key]) => key)).toEqual(allowedKeys({ vocabulary: { nothing: [] } }));
		const vocabulary = rows.map(([, key, value]) => `${key}: ${value}`).join(", ");
		const found = lint({
			"eslint.config.js": `import acidPlans from "eslint-config-acid-plans";\nexport default acidPlans({ template: "free", vocabulary: { ${vocabulary} } });\n`,
			"plans/a.md":
				"# A\n\n## Stappen\n\n### Stap 1: B\n\n**Status**: Afgerond\n\n### Stap 2: C\n\n**Status**: Afgerondt\n\n**Bouwt voort op**: Stap 9\n",
		});
		expect(text).toContain("`Etappe` is told as a misspelt `Étape`");
		const unknown = lint({
			"eslint.config.js":
				'import acidPlans from "eslint-config-acid-plans";\nexport default acidPlans({ template: "free" });\n',
			"plans/a.md": "# A\n\n### Etappe 1: B\n\n### Etappe 2: C\n",
		});
		expect(unknown.join("\n")).toMatch(/"Etappe 1" .* misspelt\. Write "Étape 1/);
		expect(found.filter((finding) => /Stap 9|Afgerondt.*✅ Afgerond"/.test(finding))).toHaveLength(2);
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
