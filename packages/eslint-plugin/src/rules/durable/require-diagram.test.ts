import { testRule } from "../../../test/test-rule.js";
import rule from "./require-diagram.js";

const plan = (count: number, more = ""): string =>
	`# Cache Implementation Plan\n\n${more}${Array.from({ length: count }, (_, index) => `### Phase ${index + 1}: Part ${index + 1}\n`).join("\n")}`;

testRule(rule, [
	{ name: "asks nothing of a short plan", text: plan(5) },
	{ name: "takes a Mermaid fence", text: plan(6, "```mermaid\ngraph TD; a --> b\n```\n\n") },
	{ name: "takes an image", text: plan(6, "![The phases](phases.svg)\n\n") },
	{ name: "takes a limit", options: { maxPhases: 6 }, text: plan(6) },
	{
		name: "reports a long plan, badges or not",
		text: plan(6, "![Build](https://img.shields.io/badge/build-ok.svg)\n\n"),
		errors: [{ messageId: "missing", line: 1, column: 3, endLine: 1, endColumn: 28, message: "6 phases" }],
	},
]);
