import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { expect, inject, onTestFinished } from "vitest";
import { environment } from "../environment.js";
import { configuredHooks, installHooksAsFramework } from "./pre-commit-framework.js";

/** How a command ended, and all that it showed. */
export interface Outcome {
	readonly code: number | null;
	readonly screen: string;
}

/** A repository that uses the packed packages: with husky and lint-staged, as the README says, or as an example does. */
export class TestRepository {
	readonly root: string;
	/** Variables that commands find in their environment, besides. */
	settings: Readonly<Record<string, string>> = {};

	private constructor(root: string) {
		this.root = root;
	}

	/** Made anew for a test, and gone after it. Nothing is committed yet. */
	static create(files: Readonly<Record<string, string>> = {}): TestRepository {
		const root = mkdtempSync(join(tmpdir(), "acid-plans-hooks-"));
		onTestFinished(() => rmSync(root, { recursive: true, force: true }));
		const repository = new TestRepository(root);
		repository.git("init", "--initial-branch=main");
		repository.write({
			".gitignore": "node_modules\n",
			"package.json": `${JSON.stringify({ name: "handbook", private: true, type: "module", "lint-staged": { "plans/**/*.md": "acid-plans check --fix-only" } })}\n`,
			"eslint.config.js":
				'import acidPlans from "eslint-config-acid-plans";\n\nexport default [...acidPlans({ plans: "plans" })];\n',
			".husky/pre-commit": "lint-staged --quiet\nacid-plans check --staged\n",
			".husky/pre-merge-commit": "acid-plans check --staged\n",
			...files,
		});
		repository.installHooks();
		return repository;
	}

	/** With these files and the packages installed, and nothing else: what uses them is up to the test. */
	static createPlain(files: Readonly<Record<string, string>>): TestRepository {
		const repository = TestRepository.createBare({ ".gitignore": "node_modules\n", ...files });
		symlinkSync(join(inject("consumer"), "node_modules"), join(repository.root, "node_modules"));
		return repository;
	}

	/** With these files and no packages. */
	static createBare(files: Readonly<Record<string, string>>): TestRepository {
		const root = mkdtempSync(join(tmpdir(), "acid-plans-hooks-"));
		onTestFinished(() => rmSync(root, { recursive: true, force: true }));
		const repository = new TestRepository(root);
		repository.git("init", "--initial-branch=main");
		repository.write(files);
		return repository;
	}

	/**
	 * An example of this repository as one of its own, with one commit and its hooks switched on as its readers do it.
	 *
	 * @param name a folder below `examples`
	 */
	static copyOf(name: string): TestRepository {
		const root = mkdtempSync(join(tmpdir(), "acid-plans-example-"));
		onTestFinished(() => rmSync(root, { recursive: true, force: true }));
		cpSync(join(import.meta.dirname, "../../examples", name), root, {
			recursive: true,
			filter: (file) => !file.endsWith("node_modules"),
		});
		const repository = new TestRepository(root);
		repository.git("init", "--initial-branch=main");
		repository.write({ ".gitignore": "node_modules\n" });
		repository.commitUnchecked();
		if (existsSync(join(root, "package.json")))
			symlinkSync(join(inject("consumer"), "node_modules"), join(root, "node_modules"));
		if (existsSync(join(root, ".husky"))) repository.runHusky();
		const framework = join(root, ".pre-commit-config.yaml");
		if (existsSync(framework)) installHooksAsFramework(root, configuredHooks(framework), inject("consumer"));
		return repository;
	}

	/** A linked work tree of this repository, with its own hooks. */
	addWorktree(branch: string): TestRepository {
		const folder = `${this.root}-${branch}`;
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		this.git("worktree", "add", "-b", branch, folder);
		const worktree = new TestRepository(folder);
		worktree.installHooks();
		return worktree;
	}

	private installHooks(): void {
		symlinkSync(join(inject("consumer"), "node_modules"), join(this.root, "node_modules"));
		this.runHusky();
	}

	private runHusky(): void {
		const { code, screen } = this.run(join(this.root, "node_modules/.bin/husky"));
		if (code !== 0) throw new Error(screen);
	}

	write(files: Readonly<Record<string, string>>): void {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(this.root, path)), { recursive: true });
			writeFileSync(join(this.root, path), text);
		}
	}

	read(path: string): string {
		return readFileSync(join(this.root, path), "utf8");
	}

	/** Writes files, stages everything and commits past the hooks. */
	commitUnchecked(files: Readonly<Record<string, string>> = {}): void {
		this.write(files);
		this.git("add", "--all");
		this.git("commit", "--no-verify", "--message=Before");
	}

	/** Runs git where it has to succeed. */
	git(...args: readonly string[]): string {
		const { code, screen } = this.run("git", ...args);
		if (code !== 0) throw new Error(`git ${args.join(" ")} ended with ${code}:\n${screen}`);
		return screen;
	}

	/** `git commit` with the hooks. */
	commit(...args: readonly string[]): Outcome {
		return this.run("git", "commit", "--message=Change", ...args);
	}

	/**
	 * `git commit` where the hooks have to refuse it: no commit lands, and working tree and index stay as they are.
	 *
	 * @returns what the screen showed
	 */
	refuseCommit(...args: readonly string[]): string {
		const before = { head: this.head, fingerprint: this.fingerprint, stashes: this.git("stash", "list") };
		const { code, screen } = this.commit(...args);
		expect(code, screen).toBe(1);
		expect({ head: this.head, fingerprint: this.fingerprint, stashes: this.git("stash", "list") }).toEqual(before);
		return screen;
	}

	/** `git commit` where the hooks have to let it land. */
	landCommit(...args: readonly string[]): string {
		const { code, screen } = this.commit(...args);
		expect(code, screen).toBe(0);
		return screen;
	}

	check(...args: readonly string[]): Outcome {
		return this.run(join(this.root, "node_modules/.bin/acid-plans"), "check", ...args);
	}

	run(command: string, ...args: readonly string[]): Outcome {
		const { status, stdout, stderr, error } = spawnSync(command, args, {
			cwd: this.root,
			env: { ...environment(), ...this.settings },
			encoding: "utf8",
		});
		if (error !== undefined) throw error;
		return { code: status, screen: `${stdout}${stderr}` };
	}

	/** Where the branch stands; empty before the first commit. */
	get head(): string {
		return this.run("git", "rev-parse", "--verify", "--quiet", "HEAD").screen;
	}

	/** The commits that landed. */
	get subjects(): string[] {
		return this.git("log", "--format=%s").trim().split("\n");
	}

	/** Everything in the working tree, git's index included, as one value: equal, if not a byte differs. */
	get fingerprint(): string {
		const hash = createHash("sha256");
		for (const entry of readdirSync(this.root, { recursive: true, withFileTypes: true })) {
			const path = join(entry.parentPath, entry.name);
			const name = relative(this.root, path);
			if (name.startsWith(".git/") || name.startsWith("node_modules") || !statSync(path).isFile()) continue;
			hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
		}
		return hash.update(this.git("ls-files", "--stage")).digest("hex");
	}
}
