import { testRule } from "../../../test/test-rule.js";
import rule from "./phase-heading.js";

const plan = (...blocks: readonly string[]): string =>
	`# Cache Implementation Plan\n\n## ACID Breakdown\n\n${blocks.join("\n\n")}\n`;

testRule(rule, [
	{
		name: "is silent about the template's form",
		text: plan("### Phase 1: Store ✅", "### 🔄 Phase 2: Map (2 days)", "### Phase 3: `use` (Atomic)"),
	},
	{
		name: "leaves other series alone",
		text: plan("### Phase 1: Store", "### Phase 2: Map") + "\n## Rollout\n\n#### Step 1 — Flag\n",
	},
	{ name: "leaves headings about a phase alone", text: plan("### Phase 1: Store", "## Phase 1 manual checks") },
	{
		name: "mends the spelling",
		text: "\uFEFF" + plan("### **PHASE 1 — Store** ✅", "###\tPhase 2 - `map`").replaceAll("\n", "\r\n"),
		errors: [
			{ messageId: "spelling", line: 5, column: 7, endLine: 5, endColumn: 16, message: '"### Phase 1: Store ✅"' },
			{ messageId: "spelling", line: 7, column: 5, endLine: 7, endColumn: 14 },
		],
		output: "\uFEFF" + plan("### Phase 1: Store ✅", "###\tPhase 2: `map`").replaceAll("\n", "\r\n"),
	},
	{
		name: "does not rename phases",
		text: plan("### Step 1: Store"),
		errors: [{ messageId: "word", line: 5, column: 5, endLine: 5, endColumn: 9, message: '"### Phase 1: Store"' }],
	},
	{
		name: "reports the level",
		text: "# Cache Implementation Plan\n\n## Phase 1: Store\n",
		errors: [{ messageId: "level", line: 3, column: 4, endLine: 3, endColumn: 11, message: "level 2" }],
	},
	{
		name: "reports a phase at another level than its siblings",
		text: plan("### Phase 1: Store", "### Phase 2: Map", "#### Phase 3: Use"),
		errors: [{ messageId: "level", line: 9, column: 6, endLine: 9, endColumn: 13 }],
	},
	{
		name: "reports what the template does not have, and a title that is not there",
		text: plan("### 4.1 Phase 1: Store", "### Phase 2"),
		errors: [
			{ messageId: "before", line: 5, column: 5, endLine: 5, endColumn: 8 },
			{ messageId: "title", line: 7, column: 5, endLine: 7, endColumn: 12 },
		],
	},
	{
		name: "reports a phase that goes on under another word, and leaves another series alone",
		text: plan(
			"### Phase 1: Store\n\n#### Step 2: Keys\n\n### Milestone 2: Map\n\n### Release 3: Ship\n\n### Part 7: Notes",
		),
		errors: [{ messageId: "word", line: 9, column: 5, endLine: 9, endColumn: 14, message: '"### Phase 2: Map"' }],
	},
	{
		name: "reports phases that are items, once",
		text: plan("- [ ] 1.1 Store\n- [ ] 1.2 Map"),
		errors: [{ messageId: "list", line: 5, column: 7, endLine: 5, endColumn: 10, message: '"### Phase 1: Store"' }],
	},
	{
		name: "reports phases outside the breakdown, once",
		text: "# Cache Implementation Plan\n\n## Work\n\n### Phase 1: Store\n\n### Phase 2: Map\n\n## ACID Breakdown\n\nSee above.\n",
		errors: [{ messageId: "outside", line: 5, column: 11, endLine: 5, endColumn: 12, message: "of line 9" }],
	},
	{
		name: "keeps a spelling while the other plans cannot be read, of which one may name the phase",
		text: plan("### Phase 1 — Store"),
		problem: "Git could not be started.",
		errors: [
			{ messageId: "unavailable", line: 1, column: 1, endLine: 1, endColumn: 28 },
			{ messageId: "spelling", line: 5, column: 5, endLine: 5, endColumn: 14 },
		],
	},
	{
		name: "keeps a spelling that a link of the document needs",
		text: plan("### Phase 1 — Store", "[See](#phase-1--store)"),
		errors: [{ messageId: "spelling", line: 5, column: 5, endLine: 5, endColumn: 14 }],
	},
	{
		name: "keeps the number that another plan depends on as it is",
		documents: {
			"plans/other.md": "# Other\n\n### Phase 1: One\n**Depends on**: [Cache](feature.md#phase-1--store)\n",
		},
		text: plan("### Phase 1 — Store"),
		errors: [{ messageId: "spelling", line: 5, column: 5, endLine: 5, endColumn: 14 }],
	},
	{
		name: "follows the team's own template, in templates too",
		filename: "plans/TEMPLATE.md",
		settings: {
			template: { sections: [], fields: [], phaseWord: "Etappe", level: 2 },
			vocabulary: { series: ["Etappe"] },
		},
		text: "# Name\n\n## Etappe [N] - Titel\n\n## Etappe 2: Karte\n",
		errors: [{ messageId: "spelling", line: 3, column: 4, endLine: 3, endColumn: 16 }],
		output: "# Name\n\n## Etappe [N]: Titel\n\n## Etappe 2: Karte\n",
	},
	{ name: "is off under the free template", settings: { template: "free" }, text: "# Cache\n\n## Step 1 - Store\n" },
]);
