import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { index } from "./plan-texts.js";
import { TestRepository } from "./repository.js";

/*
 * docs/how-to/adopt-on-existing-plans.md, command by command as it is written, in a repository with old plans. What is
 * installed is the packed packages; everything else the guide does itself.
 */

const guide = readFileSync(join(import.meta.dirname, "../../docs/how-to/adopt-on-existing-plans.md"), "utf8");

/** The commands of one fenced block, and what the page says that they end with. */
interface Step {
	readonly commands: readonly (readonly string[])[];
	/** Of the last command; those before it succeed. */
	readonly exit: number;
	/** Stands on the screen after one of the commands. */
	readonly shows: string | undefined;
}

/** What stands under a heading. */
function stepsOf(number: number): Step[] {
	const section = guide.split(/^## /m).find((each) => each.startsWith(`${number}. `)) ?? "";
	return [...section.matchAll(/(?:<!-- exit: (\d) -->\n)?```sh\n([^`]*)```\n(?:\n```text\n([^`]*)```)?/g)].map(
		([, exit = "0", lines = "", shows]) => ({
			commands: lines.trim().split("\n").map(words),
			exit: Number(exit),
			shows: shows?.trim(),
		}),
	);
}

/** The words of a command, quoted ones whole. */
function words(line: string): string[] {
	return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

function follow(repository: TestRepository, number: number): void {
	const steps = stepsOf(number);
	expect(steps, `section ${number} has commands`).not.toEqual([]);
	for (const { commands, exit, shows } of steps) {
		let all = "";
		for (const [at, [command = "", ...args]] of commands.entries()) {
			const { code, screen } = repository.run(command, ...args);
			all += screen;
			expect(code, `${command} ${args.join(" ")}\n${screen}`).toBe(at === commands.length - 1 ? exit : 0);
		}
		if (shows !== undefined) expect(all).toContain(shows);
	}
}

const OLD = `# Cache

## Phase 1: Build

**Status**: Complted

- [x] Write it

## Phase 3: Use it ✅

- [ ] Change the pages
`;

// Fifteen processes of npx, and as many of ESLint.
it("the guide to adoption holds, command by command", () => {
	const repository = TestRepository.createPlain({
		"package.json": '{\n\t"name": "handbook",\n\t"private": true,\n\t"type": "module"\n}\n',
		"plans/README.md": index({ "cache.md": "Cache" }),
		"plans/cache.md": OLD,
		"plans/import.md": OLD.replace("Cache", "Import"),
	});
	repository.commitUnchecked();

	follow(repository, 1);
	expect(repository.git("config", "core.hooksPath").trim()).toBe(".husky/_");
	follow(repository, 2);
	follow(repository, 3);
	expect(repository.subjects).toEqual(["Check plans", "Before"]);
	const suppressed = (): Record<string, object> =>
		JSON.parse(readFileSync(join(repository.root, "eslint-suppressions.json"), "utf8")) as Record<string, object>;
	expect(Object.keys(suppressed())).toContain("plans/cache.md");

	follow(repository, 4);
	expect(repository.subjects).toEqual(["Check plans", "Before"]);
	repository.git("reset", "--hard");
	repository.git("clean", "--force");
	expect(existsSync(join(repository.root, "plans/search-by-voice.md"))).toBe(false);

	// A new mistake in an old plan: one more finding of a rule than was counted.
	const old = readFileSync(join(repository.root, "plans/cache.md"), "utf8");
	repository.write({ "plans/cache.md": `${old}\n## Phase 7: Forget it\n` });
	expect(repository.commit("--all")).toMatchObject({ code: 1 });
	repository.git("reset", "--hard");

	// What the reader of section 5 has done before.
	repository.write({
		"plans/cache.md": old.replace("Complted", "✅ Done").replace("- [ ]", "- [x]"),
	});
	expect(repository.run("npx", "eslint", "plans")).toMatchObject({
		code: 2,
		screen: expect.stringContaining("suppressions left") as unknown,
	});
	const before = suppressed()["plans/cache.md"];
	follow(repository, 5);
	expect(suppressed()["plans/cache.md"]).not.toEqual(before);
	expect(repository.run("npx", "eslint", "plans")).toMatchObject({ code: 0 });
	expect(repository.subjects).toEqual(["Mend an old plan", "Check plans", "Before"]);

	const sections = guide.match(/^## \d+\. /gm)?.length ?? 0;
	const blocks = [1, 2, 3, 4, 5].flatMap(stepsOf).length;
	expect([sections, blocks], "every section and block of the guide was followed").toEqual([
		5,
		guide.match(/^```sh$/gm)?.length,
	]);
}, 180_000);
