import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { brokenPlan, goodPlan, index } from "./plan-texts.js";
import { environment } from "../environment.js";
import { TestRepository } from "./repository.js";

/**
 * A config with a rule of its own that stops at a plan with an older finding, when it is linted the second time: in the
 * state of HEAD, for which the check has made files of its own. It then tells its process by a file.
 */
const CONFIG = `import { writeFileSync } from "node:fs";
import acidPlans from "eslint-config-acid-plans";

let times = 0;
const wait = {
	meta: { languages: ["*"] },
	create: () => ({
		root() {
			times++;
			if (process.env.WAIT_FILE === undefined || times < 2) return;
			writeFileSync(process.env.WAIT_FILE, String(process.pid));
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
		},
	}),
};

export default [
	...acidPlans({ plans: "plans" }),
	{ files: ["plans/contact.md"], plugins: { test: { rules: { wait } } }, rules: { "test/wait": "error" } },
];
`;

it.each(["SIGTERM", "SIGINT"] as const)("leaves nothing behind when the check is ended by %s", async (signal) => {
	const repository = TestRepository.create({
		"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
		"plans/search.md": goodPlan("Search"),
		"plans/contact.md": brokenPlan("Contact"),
		"eslint.config.js": CONFIG,
		".gitignore": "node_modules\ntmp\n",
		// The verdict alone: what lint-staged leaves when it is ended is its own matter.
		".husky/pre-commit": "acid-plans check --staged\n",
	});
	repository.commitUnchecked();
	repository.write({ "plans/search.md": goodPlan("Search").replace("ten", "nine") });
	repository.git("add", "plans");
	const before = { head: repository.head, fingerprint: repository.fingerprint };
	const temporary = join(repository.root, "tmp");
	mkdirSync(temporary);
	const waitFile = join(repository.root, ".git/wait");

	const commit = spawn("git", ["commit", "--message=Change"], {
		cwd: repository.root,
		env: { ...environment(), TMPDIR: temporary, WAIT_FILE: waitFile },
		stdio: "ignore",
	});
	const ended = once(commit, "exit");
	while (!existsSync(waitFile) || readFileSync(waitFile, "utf8") === "") await setTimeout(20);
	expect(readdirSync(temporary), "half way").not.toEqual([]);
	process.kill(Number(readFileSync(waitFile, "utf8")), signal);
	const [code] = (await ended) as [number | null];

	expect(code).not.toBe(0);
	expect(readdirSync(temporary)).toEqual([]);
	expect({ head: repository.head, fingerprint: repository.fingerprint }).toEqual(before);
	expect(readdirSync(join(repository.root, ".git")).filter((name) => name.includes("lock"))).toEqual([]);
	repository.landCommit();
});
