import { testRule } from "../../../test/test-rule.js";
import rule from "./status-transition.js";

const plan = (status: string, phase = "🟡 Planned"): string => `# Cache\n\n**Status**: ${status}\n\n### Phase 1: Store\n\n**Status**: ${phase}\n`;
const base = (...statuses: Parameters<typeof plan>): Record<string, string> => ({ "plans/feature.md": plan(...statuses) });

testRule(rule, [
	{ name: "is silent about a status that goes on", base: base("🟡 Planned", "⛔ Blocked"), text: plan("🔄 In Progress", "✅ Done"), options: { checkSkipped: true } },
	{
		name: "reports a plan that came back from dropped",
		base: base("🚫 Dropped"),
		text: plan("🔄 In Progress"),
		errors: [{ messageId: "revived", message: 'The plan was "🚫 Dropped" at HEAD and is now "🔄 In Progress". Leave it as it was and write a new plan', line: 3, column: 13, endLine: 3, endColumn: 27 }],
	},
	{
		name: "reports a phase that came back from dropped",
		base: base("🔄 In Progress", "Deferred"),
		text: plan("🔄 In Progress", "✅ Done"),
		errors: [{ messageId: "revived", message: 'Phase 1 was "Deferred"', line: 7, column: 13, endLine: 7, endColumn: 19 }],
	},
	{ name: "lets a status skip a step", base: base("🔄 In Progress"), text: plan("🔄 In Progress", "✅ Done") },
	{
		name: "reports a skipped step where the team requires it",
		options: { checkSkipped: true },
		base: base("🔄 In Progress"),
		text: plan("🔄 In Progress", "✅ Done"),
		errors: [{ messageId: "skipped", message: 'Phase 1 was "🟡 Planned" at HEAD and is now "✅ Done"', line: 7, column: 13, endLine: 7, endColumn: 19 }],
	},
	{ name: "has nothing to compare a new plan with", text: plan("🔄 In Progress") },
]);
