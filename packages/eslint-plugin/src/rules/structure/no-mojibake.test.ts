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
		name: "reports what is left of a quote that lost its last byte, beside one that can be mended",
		text: "# Plan\n\nThe â€œold flagâ€ is gone\n",
		errors: [
			{ messageId: "wrongCharset", line: 3, column: 5, endLine: 3, endColumn: 8 },
			{ messageId: "remains", line: 3, column: 16, endLine: 3, endColumn: 18, message: '"â€" is what' },
		],
		output: "# Plan\n\nThe “old flagâ€ is gone\n",
	},
	{
		name: "mends the index, too, and keeps a byte order mark",
		filename: "plans/README.md",
		text: "\uFEFF# Plans\n\n- [A](a.md) - ðŸŸ¡ Planned\n",
		errors: [{ messageId: "wrongCharset", line: 3, column: 15, endLine: 3, endColumn: 19 }],
		output: "\uFEFF# Plans\n\n- [A](a.md) - 🟡 Planned\n",
	},
]);
