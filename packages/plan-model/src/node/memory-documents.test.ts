import { expect, it } from "vitest";
import { read } from "../testing/read.js";
import { openWorkspace } from "./file-workspace.js";
import { memoryDocuments } from "./memory-documents.js";

it("opens a workspace over texts, with what is being linted in place of its text", () => {
	const texts = { "plans/a.md": "# A\n", "plans/README.md": "# Plans\n\n- [A](a.md)\n", "docs/b.md": "# B\n" };
	const workspace = openWorkspace({
		root: "/nowhere",
		plans: "plans",
		snapshot: "worktree",
		source: memoryDocuments(texts, { plans: "plans" }),
		readPlan: (text, path, kind) => read(text, { path, kind }),
		readerKey: "",
		overlay: { path: "plans/a.md", text: "# Changed\n" },
	});
	expect(workspace.documents.map(({ path, title }) => `${path} ${title}`)).toEqual([
		"plans/README.md Plans",
		"plans/a.md Changed",
	]);
	const [folder] = workspace.folders;
	expect(folder && workspace.indexEntries(folder).map(({ target }) => target)).toEqual(["plans/a.md"]);
});
