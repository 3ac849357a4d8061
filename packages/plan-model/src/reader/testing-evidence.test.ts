import { expect, it } from "vitest";
import { read } from "../testing/read.js";
import { namesEvidence } from "./testing-evidence.js";
import { createVocabulary } from "../text/vocabulary.js";

function ask(body: string): boolean | undefined {
	const [phase] = read(`# Cache\n\n### Phase 1: Store\n\n${body}\n`).phases;
	return phase && namesEvidence(phase, createVocabulary());
}

it.each([
	"**Testing**: Run `npm test`",
	"**Testing**:\n\n```bash\nnpm test\n```",
	"**Testing**: All tests pass",
	"**Testing**: The map shows parcels",
	"**Testing**: Verify 20 requests",
	'**Testing**: Verify that it says "done"',
	"**Testing**:\n- Verify it works\n- See [the list](list.md)",
	"#### Testing\n\nVerify it works\n\nThe map opens",
	"**Testing**: Verify `it`",
	"**Testing**: Verify ![it](works.png)",
	"**Testing**: Verify [it](works.md)",
	"**Testing**: Verify ２ tests",
	"**Objective**: x",
	"**Testing**:",
])("%j", (body) => {
	expect(ask(body)).toBe(true);
});

it.each([
	"**Testing**: Verify that it works as expected",
	"**Testing**: Unit tests",
	"**Testing**:\n- [ ] Manual testing\n- [ ] Code review",
	"#### Testing\n\nTest everything thoroughly.",
	"**Testing**: None",
])("%j names nothing", (body) => {
	expect(ask(body)).toBe(false);
});
