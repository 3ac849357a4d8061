import { expect, it, onTestFinished } from "vitest";
import { generateRepository } from "../../bench/generate-plans.mjs";
import { environment } from "../environment.js";
import { HeadlessEditor } from "./headless-editor.js";
import { setUpRepository } from "./set-up-repository.js";

/*
 * How long somebody waits at an editor in a folder of 200 plans of about 400 lines, with the config and the settings that
 * `init` writes. What it is on an idle machine stands in bench/RESULTS.md; the limits here are many times that, and hold
 * on a busy one: beyond them, an editor is of no use.
 */

const PLANS = 200;
const FIRST_LIMIT = 20_000;
const NEXT_LIMIT = 2_000;

it("shows the first findings, and those after a change, while somebody still waits for them", async () => {
	const files = Object.fromEntries(generateRepository(PLANS));
	const plans = Object.keys(files).filter((path) => /^plans\/\d/.test(path));
	expect(plans).toHaveLength(PLANS);
	const repository = setUpRepository(files);
	onTestFinished(() => repository[Symbol.dispose]());
	const settings = JSON.parse(repository.read(".vscode/settings.json")) as Record<string, unknown>;

	// The last plan creates a file; the first open one will, too. To find that, all of the folder has to be known.
	const [edited = "", last = ""] = [plans[1], plans.at(-1)];
	const text = files[edited] ?? "";
	const colliding = withFirstStep(text, "1. Create `src/limits.ts`.");
	repository.write(last, withFirstStep(files[last] ?? "", "1. Create `src/limits.ts`."));

	const start = performance.now();
	const editor = await HeadlessEditor.start(repository.root, settings, environment());
	onTestFinished(() => editor.stop());
	await editor.open(edited, colliding);
	const found = await editor.diagnostics(edited);
	const first = performance.now() - start;
	expect(found.map(({ code, message }) => `${code}: ${typeof message === "string" ? message : message.value}`)).toEqual(
		expect.arrayContaining([expect.stringMatching(`^acid-plans/no-write-conflicts: .*${last}`)]),
	);

	const changed = performance.now();
	await editor.type(edited, text);
	expect(await editor.diagnostics(edited)).toEqual([]);
	const next = performance.now() - changed;
	expect(first).toBeLessThan(FIRST_LIMIT);
	expect(next).toBeLessThan(NEXT_LIMIT);
}, 90_000);

/** A plan with another first step in its first phase. */
function withFirstStep(text: string, step: string): string {
	const changed = text.replace(/^1\. .*$/m, step);
	expect(changed).not.toBe(text);
	return changed;
}
