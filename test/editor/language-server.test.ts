import { afterAll, beforeAll, expect, it } from "vitest";
import { goodPlan } from "../hooks/plan-texts.js";
import { HeadlessEditor } from "./headless-editor.js";
import { environment, setUpRepository } from "./set-up-repository.js";

const repository = setUpRepository({ "plans/search.md": goodPlan("Search") });
it("x", async () => {
	const editor = await HeadlessEditor.start(repository.root, JSON.parse(repository.read(".vscode/settings.json")), environment);
	const text = goodPlan("Search").replace("### Phase 1: Collect", "### Phase 1 - Collect").replace("## Goals", "## Goal list");
	await editor.open("plans/search.md", text);
	const d = await editor.diagnostics("plans/search.md");
	console.log(JSON.stringify(d, null, 1), editor.log);
	for (const x of d) { const a = await editor.actions("plans/search.md", [x]); console.log(JSON.stringify(a, null, 1)); }
	await editor.stop();
});
