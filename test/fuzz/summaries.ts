import { read } from "../../packages/plan-model/src/testing/read.js";
import { summarizePlan } from "../../packages/plan-model/src/workspace/summary.js";
import type { DocumentSummary } from "../../packages/plan-model/src/workspace/workspace.js";
import { decodeSummaries, encodeSummaries } from "../../packages/plan-model/src/workspace/summary-code.js";

const TEXTS = [
	"# Search Implementation Plan\n\n**Status**: 🔄 In Progress\n\n### Phase 1: Store ✅\n\n**Depends on**: [B](b.md) Phase 2\n\n### Phase 2.1: Load\n\n**Depends on**: Phases 1-3\n**Files**: `src/**/*.ts`, `src/a.ts`\n**Steps**:\n1. Delete `docs/`\n",
	"---\ndescription: B\n---\n# B\n\n### Phase IV: C\n\n**Depends on**: None\n\n### Phase A: D\n",
	"# __proto__\n\n### Phase 1: constructor\n",
	"",
];

/** What other documents know of some plans, as it comes back from a cache. */
export const summaries: readonly DocumentSummary[] = decodeSummaries(
	JSON.parse(
		JSON.stringify(
			encodeSummaries(TEXTS.map((text, at) => summarizePlan(read(text, { path: `plans/${at}.md` }), "plans"))),
		),
	) as unknown[],
);
