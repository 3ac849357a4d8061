import { expect, it } from "vitest";
import { read } from "../testing/read.js";

it("finds the commands of a plan in and outside its phases", () => {
	const plan = read(
		[
			"# A",
			"**Command**: `npm run a`",
			"### Phase 1: One",
			"**Testing**: `npm run b`",
			"- [ ] `npm run c`",
			"- ~~`npm run never`~~",
			"## Checklist",
			"- [ ] All green (`make d`)",
			"```bash\ncd web\nnpm run e\n```",
			"We once had `npm run never`.",
			"## Open Questions",
			"- `npm run never`",
		].join("\n\n"),
	);
	expect(plan.commands.map(({ text, source, context }) => [text, source, context])).toEqual([
		["npm run a", "other", "code"],
		["npm run b", "testing", "code"],
		["npm run c", "testing", "code"],
		["make d", "other", "code"],
		["cd web", "other", "shell"],
		["npm run e", "other", "shell"],
	]);
});
