import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { CONFIG, planText } from "./plan-of-parts.js";

function repository(files: Readonly<Record<string, string>>): string {
	const folder = createFolder(files);
	git(folder, "init", "--quiet");
	return folder;
}

interface Graph {
	readonly version: number;
	readonly plans: readonly { readonly id: string; readonly path: string }[];
	readonly edges: readonly {
		readonly from: string;
		readonly to: string;
		readonly declared: boolean;
		readonly cycle: boolean;
	}[];
}

/** Edges as `what waits < what it waits for`, with a mark for cycles and one for the order as written. */
function edges(folder: string, ...args: readonly string[]): string[] {
	const graph = JSON.parse(acidPlans(folder, "graph", "--json", ...args).stdout) as Graph;
	expect(graph.version).toBe(1);
	const name = (id: string): string => {
		const [plan, phase] = id.split("_");
		const path = graph.plans.find((each) => each.id === plan)?.path ?? "";
		return `${path.slice(path.lastIndexOf("/") + 1, -3)}${phase === undefined ? "" : ` ${Number(phase) + 1}`}`;
	};
	return graph.edges.map(
		({ from, to, declared, cycle }) =>
			`${name(from)} < ${name(to)}${declared ? "" : " as written"}${cycle ? " cycle" : ""}`,
	);
}

const FILES = {
	"plans/search.md": planText("Search", { phases: [["✅"], ["", "Phase 1"], ["", "[Store](store.md)"]] }),
	"plans/store.md": planText("Store", { phases: [[""], [""]] }),
};

describe("acid-plans graph", () => {
	it("draws phases, plans as a whole and the order as written", () => {
		const { code, stdout } = acidPlans(repository(FILES), "graph");
		expect(code).toBe(0);
		expect(stdout).toBe(`flowchart LR
	subgraph p0["Search Implementation Plan"]
		p0_0["Phase 1: Part 1"]:::done
		p0_1["Phase 2: Part 2"]
		p0_2["Phase 3: Part 3"]
	end
	subgraph p1["Store Implementation Plan"]
		p1_0["Phase 1: Part 1"]
		p1_1["Phase 2: Part 2"]
	end
	p0_0 --> p0_1
	p1 --> p0_2
	p1_0 -.-> p1_1
	classDef done fill:#d3f9d8,stroke:#2b8a3e,color:#000
	classDef active fill:#d0ebff,stroke:#1864ab,color:#000
	classDef blocked fill:#ffe3e3,stroke:#c92a2a,color:#000
	classDef dropped fill:#f1f3f5,stroke:#868e96,color:#495057,stroke-dasharray:4
`);
	});

	it("writes DOT, with arrows at the border of a plan as a whole", () => {
		const { code, stdout } = acidPlans(repository(FILES), "graph", "--format", "dot");
		expect(code).toBe(0);
		expect(stdout).toContain('\tsubgraph cluster_p1 {\n\t\tlabel="Store Implementation Plan";\n');
		expect(stdout).toContain("\tp1_1 -> p0_2 [ltail=cluster_p1];\n");
		expect(stdout).toContain("\tp1_0 -> p1_1 [style=dashed];\n");
	});

	it("marks cycles, in a plan and across plans, and ends with 1", () => {
		const folder = repository({
			"plans/a.md": planText("Apples", {
				phases: [
					["", "Phase 2"],
					["", "Phase 1"],
					["", "Phase 2"],
				],
			}),
			"plans/b.md": planText("Bees", {
				phases: [
					["", "[Cows](c.md)"],
					["", "Phase 1"],
				],
			}),
			"plans/c.md": planText("Cows", { phases: [["", "[Bees](b.md) Phase 1"]] }),
		});
		expect(edges(folder)).toEqual([
			"a 1 < a 2 cycle",
			"a 2 < a 1 cycle",
			"a 3 < a 2",
			"b 1 < c cycle",
			"b 2 < b 1",
			"c 1 < b 1 cycle",
		]);
		const { code, stdout } = acidPlans(folder, "graph");
		expect(stdout).toContain("\tp1_0 -->|cycle| p2_0\n");
		expect(stdout).toContain("\tlinkStyle 0,1,3,5 stroke:#c92a2a,stroke-width:3px\n");
		expect(code).toBe(1);
	});

	it("shows what a plan that was asked for depends on, too", () => {
		const folder = repository({ ...FILES, "plans/other.md": planText("Other") });
		expect(edges(folder, "plans/search.md")).toEqual([
			"search 2 < search 1",
			"search 3 < store",
			"store 2 < store 1 as written",
		]);
	});

	it("draws a plan once in a monorepo whose packages have configs of their own", () => {
		const config = (template: string): string =>
			CONFIG.replace("acidPlans()", `acidPlans({ template: "${template}" })`);
		const folder = repository({
			"package.json": '{ "type": "module" }',
			"a/eslint.config.js": config("free"),
			"a/plans/one.md": planText("One", { phases: [["", "[Two](../../b/plans/two.md) Phase 1"]] }),
			"b/eslint.config.js": config("acid"),
			"b/plans/two.md": planText("Two", { phases: [["", "[One](../../a/plans/one.md) Phase 1"]] }),
		});
		linkPackages(folder);
		expect(edges(folder)).toEqual(["one 1 < two 1 cycle", "two 1 < one 1 cycle"]);
	});

	it("draws 180,000 dependencies, which once became arguments of one call and exhausted the stack", () => {
		const on = (at: number): string =>
			Array.from({ length: Math.min(45, at) }, (_, back) => `Phase ${at - back}`).join(", ");
		const phases = Array.from({ length: 4_050 }, (_, at) => `### Phase ${at + 1}: A\n\n**Depends on**: ${on(at)}\n`);
		const folder = repository({ "plans/a.md": `# A\n\n**Status**: Planned\n\n${phases.join("\n")}` });
		const { code, stdout, stderr } = acidPlans(folder, "graph", "--format", "dot");
		expect(stderr).toBe("");
		expect(code).toBe(0);
		expect(stdout.match(/->/g)?.length).toBeGreaterThan(180_000);
	});

	it("refuses another format", () => {
		const { code, stderr } = acidPlans(repository(FILES), "graph", "--format", "png");
		expect(stderr).toContain("Allowed choices are mermaid, dot, json.");
		expect(code).toBe(2);
	});
});
