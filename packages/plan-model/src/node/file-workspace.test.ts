import { symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IndexEntry, Plan } from "../plan.js";
import type { DocumentSummary } from "../workspace/workspace.js";
import type { DocumentFile } from "./document-source.js";
import { openWorkspace, type FileWorkspace } from "./file-workspace.js";
import type { StoredSummary, SummaryStore } from "./summary-cache.js";
import type { WorkspaceOptions } from "./workspace-options.js";
import { TestFolder } from "./test-repository.js";

let folder: TestFolder;
/** Paths that were parsed, in order. */
let parsed: string[];
beforeEach(() => {
	folder = TestFolder.repository();
	parsed = [];
});
afterEach(() => folder.remove());

/** A reader that knows titles and links, all that these tests ask. */
function readPlan(text: string, path: string, kind: Plan["kind"]): Plan {
	parsed.push(path);
	const entries = [...text.matchAll(/\[(.*?)\]\((.*?)\)/g)].map(
		([, title, url]) => ({ title: { text: title }, url, form: "link" }) as IndexEntry,
	);
	return { path, kind, text, feature: /^# (.*)/.exec(text)?.[1], entries } as unknown as Plan;
}

const summarize = (plan: Plan, plansFolder: string): DocumentSummary =>
	({ path: plan.path, folder: plansFolder, kind: plan.kind, title: plan.feature }) as DocumentSummary;

function open(options: Partial<WorkspaceOptions> = {}): FileWorkspace {
	return openWorkspace({
		root: folder.root,
		plans: "plans",
		snapshot: "worktree",
		readPlan,
		readerKey: "test",
		summarize,
		environment: folder.environment,
		...options,
	});
}

const titles = (workspace: FileWorkspace): Record<string, string | undefined> =>
	Object.fromEntries(workspace.documents.map(({ path, title }) => [path, title]));
const paths = (workspace: FileWorkspace): string[] => workspace.documents.map(({ path }) => path);

describe("the documents of the work tree", () => {
	it("are tracked, or untracked and not ignored", () => {
		folder.write(".gitignore", "plans/ignored.md\n").write("plans/tracked.md").write("plans/deleted.md").commit();
		folder
			.write("plans/untracked.md")
			.write("plans/ignored.md")
			.write("plans/notes.txt")
			.write("docs/other.md")
			.write("plans/node_modules/x/README.md")
			.delete("plans/deleted.md");
		expect(paths(open())).toEqual(["plans/tracked.md", "plans/untracked.md"]);
	});

	it("lie in every folder of the name, each with its index", () => {
		folder
			.write("plans/README.md")
			.write("plans/a.md")
			.write("packages/b/plans/deep/b.md")
			.write("docs/plans/INDEX.md")
			.commit();
		const workspace = open();
		expect(workspace.folders).toEqual([
			{ path: "docs/plans", index: "docs/plans/INDEX.md" },
			{ path: "packages/b/plans", index: undefined },
			{ path: "plans", index: "plans/README.md" },
		]);
		expect([workspace.folderOf("packages/b/plans/deep/b.md")?.path, workspace.folderOf("packages/b/src/x.md")]).toEqual(
			["packages/b/plans", undefined],
		);
	});

	it("may have any name", () => {
		const names = [
			"plans/with space.md",
			'plans/with "quotes".md',
			"plans/with\nnewline.md",
			"plans/-dash.md",
			"plans/日本.md",
			"plans/[x].md",
		].sort();
		for (const name of names) folder.write(name);
		expect(paths(open())).toEqual(names);
		folder.stage();
		expect(paths(open({ snapshot: "index" }))).toEqual(names);
	});

	it("are found without a repository and without git", () => {
		const outside = new TestFolder()
			.write("plans/a.md")
			.write("plans/deep/b.md")
			.write("plans/node_modules/c.md")
			.write("other/plans/d.md");
		const workspace = open({ root: outside.root, environment: { PATH: "" } });
		expect([paths(workspace), workspace.problem]).toEqual([["plans/a.md", "plans/deep/b.md"], undefined]);
		outside.remove();
	});

	it("are no symbolic links", () => {
		const outside = new TestFolder().write("secret.md");
		folder.write("plans/a.md");
		symlinkSync(outside.path("secret.md"), folder.path("plans/out.md"));
		symlinkSync("a.md", folder.path("plans/in.md"));
		const workspace = open();
		expect(paths(workspace)).toEqual(["plans/a.md"]);
		expect(workspace.problems.map(({ path, problem }) => [path, problem.includes("leaves the repository")])).toEqual([
			["plans/in.md", false],
			["plans/out.md", true],
		]);
		expect([
			workspace.text("plans/out.md"),
			workspace.text("../../etc/passwd"),
			workspace.plan("plans/../x.md"),
		]).toEqual([undefined, undefined, undefined]);
		expect(paths(open({ overlay: { path: "plans/in.md", text: "# In\n" } }))).toEqual(["plans/a.md"]);
		outside.remove();
	});

	it("lie behind a plans folder that is a link into the repository, and not behind one that leaves it", () => {
		const outside = new TestFolder().write("x.md");
		folder.write("docs/work/a.md");
		symlinkSync("docs/work", folder.path("plans"));
		symlinkSync(outside.root, folder.path("elsewhere"));
		const workspace = open({ plans: ["plans", "elsewhere"] });
		expect(paths(workspace)).toEqual(["docs/work/a.md"]);
		expect(workspace.problems).toEqual([
			{
				path: "elsewhere",
				problem:
					"elsewhere is a symbolic link that leaves the repository and is not followed. Put the documents into the repository.",
				isLink: true,
				isRefused: false,
			},
		]);
		outside.remove();
	});

	it("are there and unknown where no parser takes their text, until it is mended", () => {
		const refusing: WorkspaceOptions["readPlan"] = (text, path, kind) =>
			text.startsWith(">") ? { refused: `${path} is too deep.` } : readPlan(text, path, kind);
		const look = (options: Partial<WorkspaceOptions> = {}): FileWorkspace => open({ readPlan: refusing, ...options });
		folder.write("plans/README.md", "[B](b.md)").write("plans/a.md", "# A").write("plans/b.md", ">>> b").commit();
		for (const snapshot of ["worktree", "index"] as const) {
			const workspace = look({ snapshot });
			expect(paths(workspace)).toEqual(["plans/README.md", "plans/a.md"]);
			expect(workspace.problems).toEqual([
				{ path: "plans/b.md", problem: "plans/b.md is too deep.", isLink: false, isRefused: true },
			]);
			expect([workspace.document("plans/b.md"), workspace.plan("plans/b.md")]).toEqual([undefined, undefined]);
			expect(workspace.text("plans/b.md")).toBe(">>> b");
			expect(workspace.indexEntries({ path: "plans", index: "plans/README.md" })).toMatchObject([
				{ target: "plans/b.md" },
			]);
		}
		const linted = look({ overlay: { path: "plans/b.md", text: "# B" } });
		expect([titles(linted)["plans/b.md"], linted.problems]).toEqual(["B", []]);
		const broken = look({ overlay: { path: "plans/a.md", text: "> a" } });
		expect([paths(broken), broken.plan("plans/a.md")]).toEqual([["plans/README.md"], undefined]);

		const before = look().documents;
		folder.delete("plans/b.md");
		const after = look();
		expect([after.problems, after.documents]).toEqual([[], before]);
		expect(after.documents, "what is made of all documents may depend on it").not.toBe(before);
		folder.write("plans/b.md", "# B");
		expect([titles(look())["plans/b.md"], look().problems]).toEqual(["B", []]);
	});

	it("are unknown when git fails", () => {
		folder.write("plans/a.md").commit();
		writeFileSync(folder.path(".git/index"), "broken");
		expect(open().problem).toMatch(/^`git ls-files` failed: /);
	});
});

describe("in one process", () => {
	beforeEach(() => {
		folder.write("plans/a.md", "# A\n").write("plans/b.md", "# B\n").commit();
	});

	it("a sibling that was edited is seen, and only it is read again", () => {
		expect(titles(open())).toEqual({ "plans/a.md": "A", "plans/b.md": "B" });
		folder.write("plans/b.md", "# C\n");
		expect(titles(open())).toEqual({ "plans/a.md": "A", "plans/b.md": "C" });
		expect(parsed).toEqual(["plans/a.md", "plans/b.md", "plans/b.md"]);
	});

	it("an edit that keeps size and time is seen", () => {
		const time = new Date(Date.now() - 5000);
		utimesSync(folder.path("plans/b.md"), time, time);
		open().documents;
		folder.write("plans/b.md", "# C\n");
		utimesSync(folder.path("plans/b.md"), time, time);
		expect(titles(open())["plans/b.md"]).toBe("C");
	});

	it("documents that come and go are seen, in new folders as well", () => {
		open().documents;
		folder.write("plans/deep/c.md", "# C\n").delete("plans/a.md");
		expect(titles(open())).toEqual({ "plans/b.md": "B", "plans/deep/c.md": "C" });
		folder.write(".gitignore", "deep/\n");
		expect(titles(open())).toEqual({ "plans/b.md": "B" });
	});

	it("all summaries are one array as long as nothing changed", () => {
		const { documents } = open();
		expect(open().documents).toBe(documents);
		expect(open({ overlay: { path: "plans/a.md", text: "# A\n" } }).documents).toBe(documents);
		folder.write("plans/a.md", "# A\n");
		expect(open().documents).toBe(documents);
		folder.write("plans/a.md", "# AA\n");
		expect(open().documents).not.toBe(documents);
	});

	it("one document costs one parse", () => {
		expect(open().document("plans/b.md")?.title).toBe("B");
		expect(parsed).toEqual(["plans/b.md"]);
	});

	it("files of one run are looked at once in a turn, and again in the next", async () => {
		const lint = (path: string, text: string): FileWorkspace => open({ overlay: { path, text } });
		folder.write("plans/c.md", "# C\n");
		lint("plans/a.md", "# A\n").documents;
		folder.write("plans/c.md", "# CC\n");
		expect(titles(lint("plans/b.md", "# B\n"))["plans/c.md"]).toBe("C");
		expect(titles(lint("plans/b.md", "# B\n"))["plans/c.md"]).toBe("CC");
		// The next pass of `--fix` has another text and the same siblings.
		folder.write("plans/c.md", "# CCC\n");
		expect(titles(lint("plans/b.md", "# B!\n"))["plans/c.md"]).toBe("CC");
		await setImmediate();
		expect(titles(lint("plans/a.md", "# A\n"))["plans/c.md"]).toBe("CCC");
	});
});

describe("a run", () => {
	it("is one look at the state, in as many turns as it takes", async () => {
		folder.write("plans/a.md", "# A\n").write("plans/b.md", "# B\n").commit();
		const run = {};
		open({ run, overlay: { path: "plans/a.md", text: "# A\n" } }).documents;
		folder.write("plans/a.md", "# AA\n");
		await setImmediate();
		const second = { overlay: { path: "plans/b.md", text: "# B\n" } };
		expect(titles(open({ run, ...second }))["plans/a.md"]).toBe("A");
		expect(titles(open({ run: {}, ...second }))["plans/a.md"]).toBe("AA");
	});
});

describe("the text being linted", () => {
	beforeEach(() => {
		folder.write("plans/a.md", "# A\n").write("plans/b.md", "# B\n").commit();
	});

	it("wins over the disk", () => {
		const workspace = open({ overlay: { path: "plans/a.md", text: "# Typed\n" } });
		expect(titles(workspace)).toEqual({ "plans/a.md": "Typed", "plans/b.md": "B" });
		expect([
			workspace.document("plans/a.md")?.title,
			workspace.plan("plans/a.md")?.feature,
			workspace.text("plans/a.md"),
		]).toEqual(["Typed", "Typed", "# Typed\n"]);
		expect(titles(open())["plans/a.md"]).toBe("A");
	});

	it("may not be on the disk, in a folder that is not there either", () => {
		const workspace = open({ overlay: { path: "new/plans/c.md", text: "# C\n" } });
		expect(titles(workspace)).toEqual({ "new/plans/c.md": "C", "plans/a.md": "A", "plans/b.md": "B" });
		expect(workspace.folderOf("new/plans/c.md")).toEqual({ path: "new/plans", index: undefined });
	});

	it("is not parsed again when its plan is given", () => {
		const plan = readPlan("# A\n", "plans/a.md", "plan");
		parsed = [];
		open({ overlay: { path: "plans/a.md", text: "# A\n", plan } }).documents;
		expect(parsed).toEqual(["plans/b.md"]);
	});

	it("leaves what others know of it as it was, where it says the same to them", () => {
		const { documents } = open();
		expect(open({ overlay: { path: "plans/a.md", text: "# A\n\nMore words.\n" } }).documents).toBe(documents);
		expect(open({ overlay: { path: "plans/a.md", text: "# Other\n" } }).documents).not.toBe(documents);
	});

	it("gives one array as long as it stays the same", () => {
		const overlay = { path: "plans/a.md", text: "# Typed\n" };
		const { documents } = open({ overlay });
		expect(open({ overlay }).documents).toBe(documents);
		// Another time of change, the same text.
		folder.write("plans/b.md", "# B\n");
		utimesSync(folder.path("plans/b.md"), 1, 1);
		expect(open({ overlay }).documents).toBe(documents);
	});

	it("is no document outside of the plans folders", () => {
		expect(paths(open({ overlay: { path: "docs/x.md", text: "# X\n" } }))).toEqual(["plans/a.md", "plans/b.md"]);
	});
});

describe("the documents of git's index", () => {
	const staged = (): FileWorkspace => open({ snapshot: "index" });

	it("are those that a commit would contain", () => {
		folder.write("plans/a.md", "# A\n").write("plans/gone.md").write("plans/kept.md", "# Kept\n").commit();
		folder.write("plans/a.md", "\uFEFF# Staged\n").write("plans/new.md", "# New\n").delete("plans/gone.md").stage();
		folder
			.write("plans/a.md", "# Unstaged\n")
			.write("plans/untracked.md")
			.write("plans/announced.md", "")
			.delete("plans/kept.md");
		folder.git("add", "-N", "plans/announced.md");
		expect(titles(staged())).toEqual({ "plans/a.md": "Staged", "plans/kept.md": "Kept", "plans/new.md": "New" });
		expect(staged().text("plans/a.md")).toBe("# Staged\n");
	});

	it("exist before the first commit", () => {
		folder.write("plans/a.md", "# A\n").stage();
		expect(titles(staged())).toEqual({ "plans/a.md": "A" });
	});

	it("have problems where they are links or in conflict", () => {
		folder.write("plans/a.md", "base").commit();
		folder.git("checkout", "-qb", "side");
		folder.write("plans/a.md", "side").commit();
		folder.git("checkout", "-q", "main");
		folder.write("plans/a.md", "main");
		symlinkSync("a.md", folder.path("plans/link.md"));
		folder.commit();
		expect(() => folder.git("merge", "-q", "side")).toThrow();
		expect([paths(staged()), staged().problems.map(({ path }) => path)]).toEqual([[], ["plans/a.md", "plans/link.md"]]);
		expect(staged().problems[0]?.problem).toContain("unresolved merge conflict");
	});

	it("are those of the hook's index", () => {
		folder.write("plans/a.md", "# A\n").write("plans/b.md", "# B\n").commit();
		folder.write("plans/a.md", "# A2\n").write("plans/b.md", "# B2\n").stage("plans/b.md");
		writeFileSync(
			folder.path(".git/hooks/pre-commit"),
			`#!/bin/sh\ncp "$GIT_INDEX_FILE" ${folder.path(".git/kept")}\n`,
			{ mode: 0o755 },
		);
		folder.git("commit", "-q", "-m", "partial", "--", "plans/a.md");
		const hook = open({ snapshot: "index", environment: { ...folder.environment, GIT_INDEX_FILE: ".git/kept" } });
		expect(titles(hook)).toEqual({ "plans/a.md": "A2", "plans/b.md": "B" });
		expect(titles(staged())).toEqual({ "plans/a.md": "A2", "plans/b.md": "B2" });
	});

	it("need a repository", () => {
		const outside = new TestFolder().write("plans/a.md");
		expect(open({ root: outside.root, snapshot: "index" }).problem).toContain("is in no git repository");
		outside.remove();
	});
});

describe("an index", () => {
	it("lists documents by links from where it lies", () => {
		folder.write("plans/a plan.md").write("plans/topic/README.md");
		folder.write(
			"plans/README.md",
			"[A](a%20plan.md#top) [T](./topic/) [R](/plans/a%20plan.md) [G](gone.md) [O](../../out.md) [W](https://example.org)\n",
		);
		const workspace = open();
		const [first] = workspace.folders;
		expect(first && workspace.indexEntries(first).map(({ target }) => target)).toEqual([
			"plans/a plan.md",
			"plans/topic/README.md",
			"plans/a plan.md",
			"plans/gone.md",
			undefined,
			undefined,
		]);
	});

	it("is the one being typed", () => {
		folder.write("plans/a.md").write("plans/README.md", "");
		const workspace = open({ overlay: { path: "plans/README.md", text: "[A](a.md)" } });
		expect(workspace.indexEntries({ path: "plans", index: "plans/README.md" }).map(({ target }) => target)).toEqual([
			"plans/a.md",
		]);
	});
});

describe("a store", () => {
	it("spares the parse of what it knows, and is handed everything", () => {
		folder.write("plans/a.md", "# A\n").write("plans/b.md", "# B\n").commit();
		let kept: readonly (readonly [DocumentFile, StoredSummary])[] = [];
		const find: SummaryStore["find"] = ({ path }, id) =>
			kept.find(([document, { contentId }]) => document.path === path && contentId === id)?.[1].summary;
		const store: SummaryStore = {
			get: ({ path, key }) => kept.find(([document]) => document.path === path && document.key === key)?.[1],
			find,
			keep: (all) => void (kept = all),
		};
		open({ store, snapshot: "index" }).documents;
		expect(kept.map(([{ path }]) => path)).toEqual(["plans/a.md", "plans/b.md"]);
		parsed = [];
		folder.write("plans/b.md", "# BB\n").stage();
		expect(titles(open({ store, snapshot: "index", readerKey: "another process" }))).toEqual({
			"plans/a.md": "A",
			"plans/b.md": "BB",
		});
		expect(parsed).toEqual(["plans/b.md"]);
		// Another key, the same text.
		parsed = [];
		expect(titles(open({ store, readerKey: "a third process" }))).toEqual({ "plans/a.md": "A", "plans/b.md": "BB" });
		expect(parsed).toEqual([]);
	});
});
