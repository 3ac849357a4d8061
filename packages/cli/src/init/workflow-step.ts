import { createRequire } from "node:module";
import { resolveCommand } from "package-manager-detector/commands";
import { stringify } from "yaml";
import type { Draft } from "./draft.js";
import { localCommand } from "./local-command.js";
import type { Manifest, Survey } from "./survey.js";

const PATH = ".github/workflows/plans.yml";

/** The check for what hooks do not see: `--no-verify`, rebase, cherry-pick, and edits in the browser. */
export function addWorkflow(draft: Draft, survey: Survey): void {
	const text = draft.text(PATH);
	if (text === undefined) draft.create(PATH, workflow(survey), "the check for commits that passed by the hooks");
	else if (text.includes("acid-plans")) draft.present.push(`${PATH} runs acid-plans`);
	else draft.advise({ path: PATH, reason: "There is another workflow of this name", text: workflow(survey) });
}

function workflow({ agent, manifest }: Survey): string {
	const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
	const frozen = resolveCommand(agent, "frozen", []);
	const steps: object[] = [
		// All of the history: rules compare a plan with what it was.
		{ uses: "actions/checkout@v5", with: { "fetch-depth": 0 } },
		...(manifest !== undefined && agent.startsWith("pnpm") ? [pnpmSetup(manifest)] : []),
		...(manifest !== undefined && agent === "bun" ? [{ uses: "oven-sh/setup-bun@v2" }] : []),
		{ uses: "actions/setup-node@v5", with: { "node-version": 22 } },
		...(manifest === undefined || frozen === null
			? [{ run: `npx --yes acid-plans@${version} check` }]
			: [{ run: [frozen.command, ...frozen.args].join(" ") }, { run: localCommand({ agent }, "acid-plans check") }]),
	];
	return stringify({
		name: "Plans",
		on: ["push", "pull_request"],
		permissions: { contents: "read" },
		jobs: { plans: { "runs-on": "ubuntu-latest", steps } },
	});
}

/** The action takes the version from package.json, and fails where that says none. */
function pnpmSetup({ packageManager }: Manifest): object {
	return { uses: "pnpm/action-setup@v4", ...(packageManager === undefined && { with: { version: "latest" } }) };
}
