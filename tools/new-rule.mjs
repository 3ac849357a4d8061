/*
 * pnpm new:rule <name> [structure|atomic|consistent|isolated|durable|index]
 *
 * Makes the three files of a rule (source, test, page) and takes it into the registry. Asks for what is not given.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline/promises";
import { filesOf, GROUPS, listRules, repository } from "./rule-files.mjs";

/** @param {string} message @returns {never} */
function refuse(message) {
	console.error(message);
	process.exit(2);
}

/** @param {string} question */
async function ask(question) {
	if (!process.stdin.isTTY) refuse("Usage: pnpm new:rule <name> <group>");
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const answer = await terminal.question(question);
	terminal.close();
	return answer.trim();
}

const name = process.argv[2] ?? (await ask("Name of the rule: "));
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
	refuse(`"${name}" is no name for a rule. Write it in lower case with hyphens, as in valid-dependencies.`);
if (listRules().some((rule) => rule.name === name))
	refuse(`There is a rule "${name}" already. Ids are never reused; choose another.`);
const group = process.argv[3] ?? (await ask(`Group (${GROUPS.join(", ")}): `));
if (!GROUPS.includes(group)) refuse(`"${group}" is no group. Choose one of ${GROUPS.join(", ")}.`);

const title = `${group[0]?.toUpperCase()}${group.slice(1)}`;
const { source, test, page } = filesOf(group, name);

const files = {
	[source]: `import { definePlanRule } from "../../define-plan-rule.js";

/** ${title}: a sentence on the principle. */
export default definePlanRule({
	name: "${name}",
	principle: "${group}",
	preset: "recommended",
	summary: "Disallow …",
	messages: {
		wrong: "{{phase}} is wrong. Mend it.",
	},
	check({ plan, report }) {
		for (const phase of plan.phases) report(phase.labelRange, "wrong", { phase: phase.name });
	},
});
`,
	[test]: `import { testRule } from "../../../test/test-rule.js";
import rule from "./${name}.js";

testRule(rule, [
	{ name: "is silent about a plan without phases", text: "# Search Implementation Plan\\n" },
	{
		name: "reports the number of a phase",
		text: "# Search Implementation Plan\\n\\n### Phase 1: Index the documents\\n",
		errors: [{ messageId: "wrong", line: 3, column: 11, endLine: 3, endColumn: 12, message: "Phase 1" }],
	},
]);
`,
	[page]: `What goes wrong without the rule.

What it reports, and where. Why there is a fix, a suggestion or neither.

## Incorrect

\`\`\`markdown
# Search Implementation Plan

### Phase 1: Index the documents
\`\`\`

## Correct

\`\`\`markdown
# Search Implementation Plan
\`\`\`
`,
};

for (const file of Object.keys(files))
	if (existsSync(file)) refuse(`${relative(repository, file)} is there already. Remove it first.`);
for (const [file, text] of Object.entries(files)) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	console.log(relative(repository, file));
}
process.exitCode =
	spawnSync(process.execPath, [join(repository, "tools/generate.mjs")], { stdio: "inherit" }).status ?? 1;
