import { testRule } from "../../../test/test-rule.js";
import rule from "./no-conditional-scope.js";

const phase = (...parts: readonly string[]): string =>
	`# Cache Implementation Plan\n\n### Phase 1: Store\n\n${parts.join("\n\n")}\n`;
const at = (
	messageId: string,
	line: number,
	column: number,
	length: number,
): { messageId: string; line: number; column: number; endLine: number; endColumn: number } => ({
	messageId,
	line,
	column,
	endLine: line,
	endColumn: column + length,
});

testRule(rule, [
	{
		name: "reports steps and deliverables that are optional",
		text: phase(
			"**Steps**:\n1. Write\n2. Compress (optional)",
			"**Deliverables**:\n- A dashboard, if time permits\n- Optional: a chart",
		),
		errors: [
			{ ...at("part", 7, 13, 10), message: 'Phase 1 is "(optional)"' },
			at("part", 10, 16, 15),
			at("part", 11, 3, 8),
		],
	},
	{
		name: "reports a deliverable beside its label",
		text: phase("**Deliverables**: A chart (nice to have)"),
		errors: [at("part", 5, 27, 14)],
	},
	{
		name: "takes an optional thing for none",
		text: phase("- `--limit` (optional)\n- `name` (optional): the name\n- Write the (optional field) reader"),
	},
	{
		name: "takes a bullet that describes a step for none, but a box for work",
		text: phase("- [ ] Write the form\n  - Secret (optional)\n  - [ ] Check it (optional)"),
		errors: [at("part", 7, 18, 10)],
	},
	{
		name: "reports tasks and numbered parts of a phase",
		text: phase("#### Task 1: Read", "#### Task 2: Compress (optional)", "#### 1.3 Chart (Optional)"),
		errors: [{ ...at("task", 7, 23, 10), message: "Task 2 is a part of Phase 1" }, at("task", 9, 16, 10)],
	},
	{
		name: "takes a phase that is optional as a whole for none",
		text: "# Cache Plan\n\n### Phase 1: Store\n\n### Phase 2: Chart (optional)\n\n- Draw\n",
	},
	{ name: "leaves future work alone", text: phase("- Write", "#### Future Work\n\n- Compress (optional)") },
	{ name: "leaves what is decided alone", text: phase("- Compress (optional)").replace("Store", "Store ✅") },
	{
		name: "reads the steps of a plan without phases",
		text: "# Cache Plan\n\n## Steps\n\n1. Compress (optional)\n",
		errors: [{ ...at("part", 5, 13, 10), message: "the plan" }],
	},
	{
		name: "knows other languages",
		text: phase("- Komprimieren, wenn Zeit bleibt\n- Gráficos (opcional)"),
		errors: [at("part", 5, 17, 16), at("part", 6, 12, 10)],
	},
	{ name: "is silent under the free template", settings: { template: "free" }, text: phase("- Compress (optional)") },
]);
