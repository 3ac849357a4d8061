import type { Diagnosis } from "./diagnosis.js";
import { HOOKS, type HookName } from "../hook-names.js";
import { type HookManager, type HookState, readHooks, type WorktreeHooks } from "./hook-files.js";

const INSTALL: Readonly<Record<HookManager, string>> = {
	husky: "Run `npx husky`",
	lefthook: "Run `npx lefthook install`",
	"pre-commit": "Run `pre-commit install --hook-type pre-commit --hook-type pre-merge-commit`",
	"simple-git-hooks": "Run `npx simple-git-hooks`",
};

const WHERE: Readonly<Record<HookManager, (hook: HookName) => string>> = {
	husky: (hook) => `to .husky/${hook}`,
	lefthook: (hook) => `to \`${hook}\` in the config of lefthook`,
	"pre-commit": () => "to .pre-commit-config.yaml",
	"simple-git-hooks": (hook) => `to \`simple-git-hooks.${hook}\` in package.json, and run \`npx simple-git-hooks\``,
};

/** Whether a bad plan can land, in this work tree and in those that are linked to it. */
export function hookDiagnoses(root: string): Diagnosis[] {
	const worktrees = readHooks(root);
	if ("problem" in worktrees) return [{ id: "hooks", area: "hooks", state: "off", message: worktrees.problem }];
	const [own, ...others] = worktrees;
	if (own === undefined) return [];
	return [...HOOKS.map((hook) => diagnose(own, hook)), ...others.flatMap(linked)];
}

function diagnose(worktree: WorktreeHooks, hook: HookName): Diagnosis {
	const state = worktree.hooks[hook];
	return {
		id: `hook-${hook}`,
		area: "hooks",
		state: stateOf(state),
		message: `${hook} ${says(state, worktree)}`,
		remedy: remedyFor(worktree, hook),
	};
}

/** A linked work tree is worth a line only where its hooks are not those of the others: husky has to run in each. */
function linked(worktree: WorktreeHooks): Diagnosis[] {
	return HOOKS.filter((hook) => stateOf(worktree.hooks[hook]) === "off").map((hook) => ({
		id: `worktree-hook-${hook}`,
		area: "hooks",
		state: "off",
		message: `Linked work tree ${worktree.root}: ${hook} ${says(worktree.hooks[hook], worktree)}`,
		remedy: remedyFor(worktree, hook)?.replace(/\.?$/, " there."),
	}));
}

function stateOf(state: HookState): Diagnosis["state"] {
	if (state === "checks") return "ok";
	return state === "checks-worktree" ? "note" : "off";
}

function says(state: HookState, { folder }: WorktreeHooks): string {
	switch (state) {
		case "checks":
			return "runs the check";
		case "checks-worktree":
			return "checks the working tree, which is not what is committed";
		case "other":
			return "runs, and does not check plans";
		case "not-executable":
			return `is not executable in ${folder}, so git does not run it`;
		case "missing":
			return `is not installed in ${folder}`;
	}
}

function remedyFor({ hooks, manager, folder }: WorktreeHooks, hook: HookName): string | undefined {
	const add = `Add \`acid-plans check --staged\` ${manager === undefined ? `to ${folder}/${hook}` : WHERE[manager](hook)}`;
	switch (hooks[hook]) {
		case "checks":
			return undefined;
		case "checks-worktree":
			return "Make it `acid-plans check --staged`.";
		case "other":
			return `${add}, or let \`acid-plans init\` do it.`;
		case "not-executable":
			return `Run \`chmod +x ${folder}/${hook}\`.`;
		case "missing":
			// With the other hook there, the tool is installed and knows nothing of this one.
			if (manager === undefined) return "Run `acid-plans init`, which adds it.";
			return HOOKS.some((other) => hooks[other] !== "missing")
				? `${add}, or let \`acid-plans init\` do it.`
				: `${INSTALL[manager]}; if that does not help, \`acid-plans init\` adds the hook.`;
	}
}
