import { testRule } from "../../../test/test-rule.js";
import rule from "./no-mojibake.js";

testRule(rule, [
	{ name: "is silent about text as it was written", text: "# Plan\n\n**Status**: 🟡 Planned – café\n" },
	{
		name: "reports an emoji that was decoded with the wrong character set",
		text: "# Plan\n\n**Status**: ðŸŸ¡ Planned\n",
		errors: [{ messageId: "wrongCharset", line: 3, column: 13, endLine: 3, endColumn: 17, message: '"🟡"' }],
		output: "# Plan\n\n**Status**: 🟡 Planned\n",
	},
	{ name: "leaves code alone", text: "# Plan\n\n`ðŸŸ¡`\n\n```\nâœ…\n```\n" },
	{
		name: "cannot mend a lost character",
		text: "# Plan\n\ncaf\uFFFD\n",
		errors: [{ messageId: "lost", line: 3, column: 4, endLine: 3, endColumn: 5 }],
	},
	{
		name: "mends the index, too, and keeps a byte order mark",
		filename: "plans/README.md",
		text: "\uFEFF# Plans\n\n- [A](a.md) - ðŸŸ¡ Planned\n",
		errors: [{ messageId: "wrongCharset", line: 3, column: 15, endLine: 3, endColumn: 19 }],
		output: "\uFEFF# Plans\n\n- [A](a.md) - 🟡 Planned\n",
	},
]);
