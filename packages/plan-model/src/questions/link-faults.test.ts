import { describe, expect, it } from "vitest";
import { linkFaults, type LinkFault } from "./link-faults.js";
import { read } from "../testing/read.js";
import { tracked } from "../testing/tracked.js";
import type { Workspace } from "../workspace/workspace.js";

const repository = tracked(
	{
		"plans/other.md": "",
		"docs/adr/0006-store.md": "",
		"docs/a/index.ts": "",
		"docs/b/index.ts": "",
		"web/src/view.ts": "",
		"pages/guide.md": "# The Guide\n\n## First Steps\n",
		"static/img/flow.svg": "",
	},
	{ ignored: ["plans/report.html"], submodules: ["vendor"] },
);

/** Kinds of the faults of a line with links, with what would mend them. */
function faults(
	text: string,
	options: { repository?: typeof repository | undefined; workspace?: Workspace; kind?: "plan" | "template" } = {
		repository,
	},
): unknown[] {
	const plan = read(text, { path: "plans/a.md", kind: options.kind ?? "plan" });
	return linkFaults(plan, options.workspace, options.repository).map((fault: LinkFault) => [
		plan.text.slice(fault.range.start, fault.range.end),
		fault.kind === "file" ? fault.places : fault.kind === "anchor" ? fault.kind : fault.spelling,
	]);
}

describe("linkFaults", () => {
	it.each([
		"[x](other.md)",
		"![x](../docs/adr/)",
		"[x](/docs/adr/0006-store.md)",
		"[x](other.md:12)",
		"[x](../pages/guide) [y](../pages/guide.html)",
		"[x](/img/flow.svg) [y](/guide/start)",
		"[x](../../elsewhere/issues/5)",
		"[x](../vendor/lib/a.c) [y](report.html)",
		"[x](https://example.org/a.md) [y](mailto:a@example.org)",
		"[x](<name>.md) [z](NNN-title.md)",
		"[x](/Users/ann/repo/a.md) [y](..\\docs\\a.md)",
		"`[x](gone.md)`",
	])("says nothing of %s", (text) => expect(faults(text)).toEqual([]));

	it.each([
		[
			"written from the root",
			"[x](docs/adr/0006-store.md#why)",
			[["docs/adr/0006-store.md", ["docs/adr/0006-store.md"]]],
		],
		["a step too few", "[x](../adr/0006-store.md)", [["../adr/0006-store.md", ["docs/adr/0006-store.md"]]]],
		["several of the name", "[x](../index.ts)", [["../index.ts", ["docs/a/index.ts", "docs/b/index.ts"]]]],
		["the end says which", "[x](../b/index.ts)", [["../b/index.ts", ["docs/b/index.ts"]]]],
		["the end says which, before a line", "[x](./../b/index.ts#L3?)", [["./../b/index.ts", ["docs/b/index.ts"]]]],
		["the folder of the plan says nothing", "[x](b/index.ts)", [["b/index.ts", ["docs/b/index.ts"]]]],
		["a folder of a package", "[x](src/)", [["src/", []]]],
		["nowhere", "[x](gone.md)", [["gone.md", []]]],
		["another letter case", "[x](../Docs/adr)", [["../Docs/adr", "docs/adr"]]],
		["once for all references", "[x][o] ![y][o]\n\n[o]: gone.md", [["gone.md", []]]],
		["no heading", "[x](#b)\n\n# A", [["#b", "anchor"]]],
	])("tells %s", (_, text, expected) => expect(faults(text)).toEqual(expected));

	it("knows the headings of tracked Markdown that is no document of the plans folders", () => {
		const links = "[a](../pages/guide.md#first-steps) [b](../pages/guide.md#last-steps) [c](../web/src/view.ts#first)";
		expect(faults(links)).toEqual([["#last-steps", "anchor"]]);
	});

	it("leaves alone what is yet to come", () => {
		expect(faults("Write the [guide](guide.md), see [gone](gone.md)")).toEqual([["gone.md", []]]);
		expect(faults("- [guide](guide.md) (to be written)")).toEqual([]);
		expect(
			faults(
				"### Phase 1: A\n\n**Steps**:\n1. Create `src/a.ts`\n\nSee [a](../src/a.ts).\n\n**Deliverables**: [guide](guide.md)",
			),
		).toEqual([]);
		expect(faults("**Status**: Done\n\nWrite the [guide](guide.md)")).toEqual([["guide.md", ["pages/guide.md"]]]);
	});

	it("of a template says only what is certain to be meant", () => {
		expect(faults("[Title](file.md) [x](adr/0006-store.md)", { repository, kind: "template" })).toEqual([
			["adr/0006-store.md", ["docs/adr/0006-store.md"]],
		]);
	});

	it("knows documents of the plans folders and their headings without a repository", () => {
		const workspace = {
			problems: [],
			folders: [],
			documents: [{ path: "plans/other.md", anchors: ["phase-1"] }],
			document: (path: string) => (path === "plans/other.md" ? { path, anchors: ["phase-1"] } : undefined),
			kindOf: (path: string) => (path.startsWith("plans/") ? "plan" : undefined),
			folderOf: () => undefined,
		} as unknown as Workspace;
		expect(
			faults("[a](other.md#phase-1) [b](other.md#phase-2) [c](gone.md) [d](../docs/gone.md)", {
				repository: undefined,
				workspace,
			}),
		).toEqual([
			["#phase-2", "anchor"],
			["gone.md", []],
		]);
		expect(faults("[c](gone.md)", { repository: undefined })).toEqual([]);
	});
});
