import { testRule } from "../../../test/test-rule.js";
import rule from "./archive-agreement.js";

const filename = "plans/done/feature.md";
const PHASE = "\n### Phase 1: One\n";

testRule(rule, [
	{
		name: "is silent on an archived plan that is done",
		filename,
		text: `# A\n\n**Status**: ✅ Done\n${PHASE}- [x] a\n`,
	},
	{ name: "is silent on an archived plan that says nothing", filename, text: `# A\n${PHASE}- a\n` },
	{
		name: "lets what was dropped leave its boxes open",
		filename,
		text: `# A\n\n**Status**: 🚫 Dropped\n${PHASE}- [ ] a\n`,
	},
	{ name: "leaves plans outside the archive alone", text: `# A\n\n**Status**: ✅ Done\n${PHASE}- [x] a\n` },
	{ name: "leaves lists without phases alone", filename, settings: { template: "free" }, text: "# A\n\n- [ ] a\n" },
	{
		name: "reports an open status",
		filename,
		text: `# A\n\n**Status**: 🔄 In Progress\n${PHASE}- [ ] a\n`,
		errors: [{ messageId: "openStatus", message: '"🔄 In Progress"', line: 3, column: 13, endLine: 3, endColumn: 27 }],
	},
	{
		name: "reports open boxes at the first of them, whatever the status",
		filename,
		text: `# A\n\n**Status**: ✅ Done\n${PHASE}- [x] a\n- [ ] b\n- [ ] c\n`,
		errors: [
			{ messageId: "openBoxes", message: "2 of its 3 boxes are open", line: 7, column: 3, endLine: 7, endColumn: 6 },
		],
	},
	{
		name: "reports a phase that is open",
		filename,
		text: "# A\n\n### Phase 1: One ✅\n\n### Phase 2: Two\n**Status**: 🟡 Planned\n",
		errors: [
			{ messageId: "openPhase", message: 'Phase 2 says "🟡 Planned"', line: 6, column: 13, endLine: 6, endColumn: 23 },
		],
	},
	{
		name: "counts a single open box",
		filename,
		text: `# A\n${PHASE}- [x] a\n- [ ] b\n`,
		errors: [
			{ messageId: "openBoxes", message: "1 of its 2 boxes is open", line: 5, column: 3, endLine: 5, endColumn: 6 },
		],
	},
	{
		name: "leaves a status that contradicts itself to the rule of statuses",
		filename,
		text: `# A\n\n**Status**: ✅ 80% Complete\n${PHASE}- [x] a\n`,
	},
	{
		name: "lets phases that were dropped stay in an archive",
		filename,
		text: "# A\n\n### Phase 1: One ✅\n\n### Phase 2: Two\n**Status**: 🚫 Dropped\n",
	},
	{
		name: "finds nothing outside the archive in a plan that is open, or says nothing, where it is asked for done ones",
		options: { checkDone: true },
		text: `# A\n\n**Status**: 🟡 Planned\n${PHASE}`,
	},
	{ name: "finds nothing in a plan without a status there", options: { checkDone: true }, text: `# A\n${PHASE}` },
	{
		name: "reports a plan that stands in two folders",
		filename,
		documents: { "plans/active/feature.md": `# A\n${PHASE}` },
		text: `# A\n${PHASE}`,
		errors: [{ messageId: "twice", message: "plans/active/feature.md", line: 1, column: 1, endLine: 1, endColumn: 4 }],
	},
	{
		name: "takes plans of one file name and other titles for two plans",
		filename,
		documents: { "plans/active/feature.md": `# B\n${PHASE}` },
		text: `# A\n${PHASE}`,
	},
	{
		name: "reports a done plan outside where that is asked for",
		options: { checkDone: true },
		text: `# A\n\n**Status**: ✅ Done\n${PHASE}`,
		errors: [{ messageId: "outside", line: 3, column: 13, endLine: 3, endColumn: 19 }],
	},
]);
