import { testRule } from "../../../test/test-rule.js";
import rule from "./no-machine-paths.js";

const tracked = ["src/cart.ts", "docs/guide.md", "Makefile"];

testRule(rule, [
	{
		name: "is silent about paths of the repository",
		text: "# A\n\nSee [cart](../src/cart.ts) and `src/cart.ts`.\n",
		tracked,
	},
	{
		name: "leaves users alone that every machine or container has",
		text: "# A\n\n`/home/node/app/src/index.js`, `/Users/you/code/x`\n",
	},
	{
		name: "leaves routes, open names and schemes alone",
		text: "# A\n\n`/home/settings`, `/Users/{id}/groups`, `file://`, `/Users/<name>/x`\n",
	},
	{
		name: "reports a link, and writes it from where the document stands",
		text: "# A\n\nSee [cart](/Users/ada/work/shop/src/cart.ts#L3).\n",
		tracked,
		errors: [
			{
				messageId: "machine",
				line: 3,
				column: 12,
				endLine: 3,
				endColumn: 47,
				message: "relative to this document",
				suggestions: [{ messageId: "relative", output: "# A\n\nSee [cart](../src/cart.ts#L3).\n" }],
			},
		],
	},
	{
		name: "reports code, and writes it from the root",
		text: "# A\n\n- Modify: `C:\\Users\\Ada\\shop\\src\\cart.ts:10`\n",
		tracked,
		errors: [
			{
				messageId: "machine",
				line: 3,
				column: 12,
				endLine: 3,
				endColumn: 44,
				message: "relative to the repository",
				suggestions: [{ messageId: "relative", output: "# A\n\n- Modify: `src/cart.ts:10`\n" }],
			},
		],
	},
	{
		name: "takes a single name behind the folder of the repository",
		text: "# A\n\n`/Users/ada/repository/Makefile`, `/Users/ada/other/Makefile`\n",
		tracked,
		errors: [
			{
				messageId: "machine",
				line: 3,
				column: 2,
				endLine: 3,
				endColumn: 32,
				suggestions: [{ messageId: "relative", output: "# A\n\n`Makefile`, `/Users/ada/other/Makefile`\n" }],
			},
			{ messageId: "machine", line: 3, column: 36, endLine: 3, endColumn: 61 },
		],
	},
	{
		name: "reports commands, and suggests nothing it does not know",
		text: "# A\n\nRun `cd /Users/ada/shop && make`\n\n```sh\ncd /home/ada/shop\n```\n",
		tracked,
		errors: [
			{ messageId: "machine", line: 3, column: 9, endLine: 3, endColumn: 24 },
			{ messageId: "machine", line: 6, column: 4, endLine: 6, endColumn: 18 },
		],
	},
	{
		name: "reports a file URL in an index, without a repository",
		filename: "plans/README.md",
		settings: { repository: false },
		text: "# Plans\n\n- [A](file:///C:/Users/ada/shop/plans/a.md)\n",
		errors: [{ messageId: "machine", line: 3, column: 7, endLine: 3, endColumn: 43 }],
	},
	{
		name: "takes other names for users of every machine when told so",
		options: { sharedUsers: ["ada"] },
		text: "# A\n\n`/Users/ada/code/x`, `/home/node/app/src/a.js`\n",
		errors: [{ messageId: "machine", line: 3, column: 23, endLine: 3, endColumn: 46 }],
	},
]);
