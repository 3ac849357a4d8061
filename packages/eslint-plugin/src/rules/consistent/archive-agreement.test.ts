import { testRule } from "../../../test/test-rule.js";
import rule from "./archive-agreement.js";

const filename = "plans/archive/search.md";
const plan = (status: string, boxes = ""): string =>
	`# Search Implementation Plan\n\n**Status**: ${status}\n\n### Phase 1: Store\n\n${boxes}\n`;

testRule(rule, [
	{ name: "is silent about an archived plan that is done", filename, text: plan("✅ Done", "- [x] a") },
	{ name: "is silent about an open plan among the open ones", text: plan("🔄 In Progress", "- [ ] a") },
	{ name: "leaves a dropped plan alone, whatever it left open", filename, text: plan("🚫 Cancelled", "- [ ] a") },
	{
		name: "takes words of a team's own for no open state",
		filename,
		text: plan("Archived (moved to the handbook)", "- [x] a"),
	},
	{
		name: "reports an archived plan that says it is in progress",
		filename,
		text: plan("🔄 In Progress", "- [ ] a"),
		errors: [
			{
				messageId: "open",
				message: 'This plan lies in plans/archive/, but its status is "🔄 In Progress"',
				line: 3,
				column: 13,
				endLine: 3,
				endColumn: 27,
			},
		],
	},
	{
		name: "reports the first of several places that say so",
		filename,
		text: `---\nstatus: planned\n---\n\n${plan("Planned")}`,
		errors: [{ messageId: "open", line: 2, column: 9, endLine: 2, endColumn: 16 }],
	},
	{
		name: "reports an archived plan that says it is done over open boxes",
		filename,
		text: plan("✅ Done", "- [x] a\n- [ ] b\n- [ ] c"),
		errors: [
			{
				messageId: "doneButOpen",
				message: "2 of its 3 boxes are open: lines 8 and 9",
				line: 3,
				column: 13,
				endLine: 3,
				endColumn: 19,
			},
		],
	},
	{
		name: "reports the first open box of an archived plan without a status",
		filename,
		text: "# Search\n\n### Phase 1: Store\n\n- [x] a\n- [ ] b\n",
		errors: [
			{ messageId: "boxes", message: "1 of its 2 boxes is open: line 6", line: 6, column: 3, endLine: 6, endColumn: 6 },
		],
	},
	{
		name: "reports an open phase of an archived plan that is done",
		filename,
		text: plan("✅ Done").replace("Store", "Store 🔄 In Progress"),
		errors: [{ messageId: "open", message: "Phase 1 is", line: 5, column: 20, endLine: 5, endColumn: 34 }],
	},
	{
		name: "leaves out dropped phases, checks by hand and documents that are no plans",
		filename,
		text: plan("✅ Done", "- [x] a\n- [ ] Manual smoke test\n\n### Phase 2: Cache (deferred)\n\n- [ ] b"),
	},
	{ name: "takes the checklist of a review for no work", filename, text: "# Review\n\n- [ ] The goal is clear\n" },
	{
		name: "knows the archive folders of a team",
		filename: "plans/completado/buscar.md",
		settings: { documents: { archive: ["**/completado/**"] } },
		text: "# Buscar\n\n**Estado**: En progreso\n",
		errors: [{ messageId: "open", message: "plans/completado/", line: 3, column: 13, endLine: 3, endColumn: 24 }],
	},
	{
		name: "reports a plan that lies in the archive and outside it",
		text: plan("Planned"),
		filename: "plans/active/search.md",
		documents: { "plans/done/search.md": plan("✅ Done") },
		errors: [{ messageId: "twice", message: "plans/done/search.md", line: 1, column: 1, endLine: 1, endColumn: 29 }],
	},
	{
		name: "reports a done plan outside the archive only where asked to",
		options: { checkDonePlans: true },
		text: plan("✅ Done"),
		errors: [{ messageId: "outside", line: 3, column: 13, endLine: 3, endColumn: 19 }],
	},
]);
