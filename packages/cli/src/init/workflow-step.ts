import { createRequire } from "node:module";
import { resolveCommand } from "package-manager-detector/commands";
import { stringify } from "yaml";
import type { Draft } from "./draft.js";
import { localCommand } from "./local-command.js";
import type { Manifest, Survey } from "./survey.js";

const PATH = ".github/workflows/plans.yml";
/** The verdict of the hooks over a branch; lines are marked in the pull request, and its page has a table. */
const CHECK =
	'acid-plans check --range "origin/$GITHUB_BASE_REF...HEAD" --format github --format markdown --output "$GITHUB_STEP_SUMMARY"';

/**
 * The check for what hooks do not see: `--no-verify`, rebase, cherry-pick, and edits in the browser.
 *
 * @param template to be given on the command line, where no config says it
 */
export function addWorkflow(draft: Draft, survey: Survey, template: string | undefined): void {
	const text = draft.text(PATH);
	const wanted = workflow(survey, template === undefined ? CHECK : `${CHECK} --template ${template}`);
	if (text === undefined) draft.create(PATH, wanted, "the check for commits that passed by the hooks");
	else if (text.includes("acid-plans")) draft.present.push(`${PATH} runs acid-plans`);
	else draft.advise({ path: PATH, reason: "There is another workflow of this name", text: wanted });
}

function workflow({ agent, manifest }: Survey, check: string): string {
	const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
	const frozen = resolveCommand(agent, "frozen", []);
	const steps: object[] = [
		// All of the history: what the branch left has to be there.
		{ uses: "actions/checkout@v5", with: { "fetch-depth": 0, "persist-credentials": false } },
		...(manifest !== undefined && agent.startsWith("pnpm") ? [pnpmSetup(manifest)] : []),
		...(manifest !== undefined && agent === "bun" ? [{ uses: "oven-sh/setup-bun@v2" }] : []),
		{ uses: "actions/setup-node@v5", with: { "node-version": 24 } },
		...(manifest === undefined || frozen === null
			? [{ run: `npx --yes ${check.replace("acid-plans", `acid-plans@${version}`)}` }]
			: [{ run: [frozen.command, ...frozen.args].join(" ") }, { run: localCommand({ agent }, check) }]),
	];
	return stringify(
		{
			name: "Plans",
			on: "pull_request",
			permissions: { contents: "read" },
			jobs: { plans: { "runs-on": "ubuntu-latest", steps } },
		},
		{ lineWidth: 0 },
	);
}

/** The action takes the version from package.json, and fails where that says none. */
function pnpmSetup({ packageManager }: Manifest): object {
	return { uses: "pnpm/action-setup@v4", ...(packageManager === undefined && { with: { version: "latest" } }) };
}
