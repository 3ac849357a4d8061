/*
 * Documents that a stranger may make to exhaust the linter: each is a function of a length in characters, and made of one
 * thing over and over, the same or each time another one: what is the same is looked up once. Used by `hostile.mjs`, which measures how the time grows, and, shorter, by the tests of the plugin.
 */

/** @type {(piece: string, length: number) => string} */
const fill = (piece, length) => piece.repeat(Math.max(1, Math.floor(length / piece.length)));
/** @type {(piece: (index: number) => string, length: number) => string} */
const list = (piece, length) => {
	let text = "";
	for (let index = 0; text.length < length; index++) text += piece(index);
	return text;
};
const PLAN = "# Feature: A\n\n";
const PHASE = `${PLAN}### Phase 1: Build it\n\n`;
/** @type {(label: string, of: (length: number) => string, end?: string) => (length: number) => string} */
const field =
	(label, of, end = "\n") =>
	(length) =>
		`${PHASE}**${label}**: ${of(length)}${end}`;
/** @type {(piece: string, before?: string, after?: string) => (length: number) => string} */
const run =
	(piece, before = "", after = "\n") =>
	(length) =>
		before + fill(piece, length) + after;

/** Phases that may run at the same time, each with a path or pattern of its own. @type {(path: (index: number) => string) => (length: number) => string} */
const phases = (path) => (length) =>
	PLAN +
	list(
		(i) => `### Phase ${i + 1}: A\n\n**Depends on**: ${i === 1 ? "Phase 1" : "None"}\n**Files**: \`${path(i)}\`\n\n`,
		length,
	);
/** A paragraph of a phase, each piece another one. @type {(piece: (index: number) => string) => (length: number) => string} */
const each = (piece) => (length) => `${PHASE}${list(piece, length)}\n`;

/** @type {Record<string, (length: number) => string>} */
export const hostileDocuments = {
	// Plans.
	"a plan": (n) =>
		PLAN +
		list(
			(i) =>
				`### Phase ${i + 1}: Build ${i}\n\n**Objective**: Make ${i}\n**Depends on**: ${i ? `Phase ${i}` : "None"}\n**Steps**:\n1. Create \`src/a${i}.ts\`\n\n**Deliverables**:\n- [ ] \`src/a${i}.ts\`\n\n`,
			n,
		),
	"one phase again": run("### Phase 1: A\n\n", PLAN),
	"phases after all before them": (n) =>
		PLAN + list((i) => `### Phase ${i + 1}: A\n\n**Depends on**: Phases 1-${i}\n**Files**: \`src/x.ts\`\n\n`, n),
	"phases after all previous ones": (n) =>
		PLAN + list((i) => `### Phase ${i + 1}: A\n\n**Depends on**: All previous phases\n\n`, n),
	"phases in a chain on one file": (n) =>
		PLAN +
		list(
			(i) => `### Phase ${i + 1}: A\n\n**Depends on**: ${i ? `Phase ${i}` : "None"}\n**Files**: \`src/x.ts\`\n\n`,
			n,
		),
	"phases on one file": (n) =>
		PLAN +
		list(
			(i) => `### Phase ${i + 1}: A\n\n**Depends on**: ${i % 9 ? "None" : "Phase 1"}\n**Files**: \`src/x.ts\`\n\n`,
			n,
		),
	"phases on patterns that meet": (n) =>
		PLAN +
		list(
			(i) =>
				`### Phase ${i + 1}: A\n\n**Depends on**: ${i === 1 ? "Phase 1" : "None"}\n**Files**: \`src/**/x${i}*/**/y*.ts\`\n\n`,
			n,
		),
	"phases on patterns of their own": phases((i) => `src/*${i}*/**`),
	"phases on patterns that end otherwise": phases((i) => `src/*x${i}`),
	"phases on patterns that begin otherwise": phases((i) => `src/x${i}*y*/**/*z*.ts`),
	"phases on patterns with classes": phases((i) => `src/[a-z]*${i}?{a,b}/**/x*.ts`),
	"phases on patterns with braces": phases((i) => `${"{a,b}".repeat(8)}${i}/*.ts`),
	"phases on patterns and paths": phases((i) => (i % 2 ? `src/*x${i}/*` : `src/y${i}/z.ts`)),
	"phases on paths of their own": phases((i) => `src/y${i}/z.ts`),
	"phases on folders of their own": phases((i) => (i % 2 ? `src/a${i}/` : `src/a${i - 1}/b${i}.ts`)),
	"phases that wait for other plans": (n) =>
		PLAN + list((i) => `### Phase ${i + 1}: A\n\n**Depends on**: Plan ${i} Phase ${i}, [x](p${i}.md#phase-1)\n\n`, n),
	"phases in a circle": (n) =>
		PLAN + list((i) => `### Phase ${i + 1}: A\n\n**Depends on**: Phase ${i + 2}, Phase 1\n\n`, n),
	"sub-headings": run("#### Task 1: b\n\n", PHASE),
	"fields in one paragraph": run("**a**: b\n", PLAN),
	steps: (n) => `${PHASE}**Steps**:\n${fill("1. Create `src/a.ts`\n", n)}`,
	"ticked boxes": (n) => `${PHASE}**Deliverables**:\n${fill("- [x] `src/a.ts`\n", n)}`,
	"steps on files that are not listed": (n) =>
		`${PHASE}**Files**: ${list((i) => `\`src/a${i}.ts\`, `, n / 2)}\n\n**Steps**:\n${list((i) => `1. Create \`src/b${i}.ts\`\n`, n / 2)}`,
	"steps on files that no pattern fits": (n) =>
		`${PHASE}**Files**:\n${list((i) => `- \`src/*a${i}.ts\`\n`, n / 2)}\n**Steps**:\n${list((i) => `1. Create \`src/b${i}.ts\`\n`, n / 2)}`,
	"boxes on files of their own": (n) => `${PHASE}**Deliverables**:\n${list((i) => `- [x] \`src/a${i}.ts\`\n`, n)}`,
	"patterns in a line": field("Files", (n) => list((i) => `\`src/*${i}*/**\`, `, n)),
	"dependencies on other plans": field("Depends on", (n) => list((i) => `[x](p${i}.md#phase-1), `, n)),
	"commands of their own": (n) => `${PHASE}**Testing**:\n\`\`\`sh\n${list((i) => `npm run x${i}\n`, n)}\`\`\`\n`,
	"paths in a line": field("Files", (n) => list((i) => `\`src/a${i}.ts\`, `, n)),
	"dependencies in a line": field("Depends on", (n) => fill("Phase 1, ", n)),
	"a deep path": field("Files", (n) => `\`${fill("a/", n)}\``),
	"a path out of the repository": field("Files", (n) => `\`${fill("../", n)}etc/passwd\``),
	"braces in a pattern": field("Files", (n) => `\`${fill("{a,b}", n)}\``),
	"braces in braces": field("Files", (n) => `\`${fill("{", n / 2)}${fill("}", n / 2)}\``),
	"stars in two patterns": (n) =>
		`${PHASE}**Files**: \`${fill("**/a*", n / 2)}\`\n\n### Phase 2: B\n\n**Files**: \`${fill("*/b*", n / 2)}\`\n`,
	"a command": (n) => `${PHASE}**Testing**:\n\`\`\`sh\n${fill("npm test && ", n)}x\n\`\`\`\n`,
	commands: (n) => `${PHASE}**Testing**:\n\`\`\`sh\n${fill("npm run x\n", n)}\`\`\`\n`,
	"quotes in a command": (n) => `${PHASE}**Testing**:\n\`\`\`sh\n${fill("'\"$(", n)}\n\`\`\`\n`,
	"a timeline": (n) =>
		PLAN +
		list((i) => `### Phase ${i + 1}: A\n\n`, n / 2) +
		`## Timeline\n\n| Phase | Duration |\n|---|---|\n${list((i) => `| Phase ${i + 1} | 2 days |\n`, n / 2)}`,
	"a status": run("✅ Done ", `${PLAN}**Status**: `),
	"a duration": run("2-3 days + ", `${PLAN}**Duration**: `),
	dates: run("2024-01-01 ", `${PLAN}**Last Updated**: `),
	"a phase number": run("9", `${PLAN}### Phase `),
	"a phase number with dots": run("1.", `${PLAN}### Phase `),
	"dashes in a phase heading": run("- ", `${PLAN}### Phase 1 `),
	mentions: run("Phase 1, Phase 2 and Phases 3-5; ", PHASE),
	"mentions of other plans": each((i) => `see Phase ${i} of [x](p${i}.md#phase-${i}); `),
	"paths in a sentence": each((i) => `uses \`src/a${i}.ts\` and src/b${i}.ts:${i} and `),
	"an index": (n) => `# Plans\n\n${list((i) => `- [Plan ${i}](p${i}.md) - ✅ Done\n`, n)}`,
	"front matter": (n) => `---\n${list((i) => `a${i}: b\n`, n)}---\n# A\n`,
	"brackets in front matter": (n) => `---\na: ${fill("[", n)}\n---\n`,
	"front matter without an end": run("--- x\n", "---\n"),
	placeholders: run("{{a}} "),
	"open placeholders": run("{{"),
	"merge conflicts": run("<<<<<<< a\n=======\n>>>>>>> b\n"),
	mojibake: run("ðŸŸ¡â€“"),
	"paths of a machine": run("/home/me/x C:\\Users\\me "),
	// Markdown.
	"quotes in quotes": run(">", "", " a\n"),
	"lists in lists, in one line": run("- ", "", "a\n"),
	"lists in lists": (n) => list((i) => `${"  ".repeat(i)}- a\n`, n),
	headings: run("## A b c\n"),
	"one line of words": run("word "),
	"one word": run("a"),
	"blanks in a line": run(" ", "a", "b\n"),
	tabs: run("\t", "a", "b\n"),
	"line ends": run("\n", "a"),
	"carriage returns": run("\r", "a"),
	"mixed line ends": run("a\nb\r\nc\r"),
	stars: run("*"),
	"stars and words": run("*a "),
	"stars in words": run("a**b"),
	"two kinds of delimiters": run("*a_ "),
	"emoji at delimiters": run("**🟡"),
	underscores: run("_a "),
	tildes: run("~~a "),
	"open brackets": run("["),
	"open links": run("[a]("),
	"open images": run("!["),
	links: run("[a](b) "),
	"links to files of their own": each((i) => `[a](x${i}.md) `),
	"links to places of their own": each((i) => `[a](#x${i}) `),
	"a link through many folders": (n) => `[a](${fill("a/", n)}x.md)\n`,
	"images of their own": each((i) => `![a](x${i}.png) `),
	"brackets in brackets": (n) => `${fill("[a", n / 2)}${fill("]", n / 2)}\n`,
	parentheses: run("(", "[a]("),
	backticks: run("`"),
	"longer and longer backticks": (n) => list((i) => `${"`".repeat(i + 1)} `, n),
	"code spans": run("`a` "),
	pipes: run("|"),
	columns: (n) => `${fill("|a", n / 2)}|\n${fill("|-", n / 2)}|\n`,
	rows: run("|a|b|\n", "|a|b|\n|-|-|\n"),
	"rows with too few cells": (n) =>
		`${fill("|a", n / 4)}|\n${fill("|-", n / 4)}|\n${fill("|\n", Math.min(n / 2, 2_000))}`,
	"less-than signs": run("<"),
	"open tags": run("<a "),
	attributes: run("b=c ", "a <a "),
	"open comments": run("<!-- ", "a "),
	comments: run("<!-- a -->\n\n"),
	"comments of ESLint": run("<!-- eslint-disable -->\n\n"),
	"open CDATA": run("<![CDATA[", "a "),
	definitions: (n) => list((i) => `[a${i}]: /u${i}\n`, n),
	references: (n) => `[a]: /u\n\n${fill("[a] ", n)}`,
	"references of their own": (n) =>
		`${list((i) => `[a][r${i}] `, n / 2)}\n\n${list((i) => `[r${i}]: x${i}.md\n`, n / 2)}`,
	footnotes: (n) => list((i) => `[^a${i}]\n\n[^a${i}]: text\n\n`, n),
	"bare addresses": run("http://a.b "),
	"mail addresses": run("a@b.c "),
	entities: run("&amp;"),
	"entities in words": run("a&amp; "),
	backslashes: run("\\"),
	fences: run("```\n"),
	"an open fence": run("a\n", "```\n"),
	"a heading of many lines": run("a\n", "", "===\n"),
	// Characters.
	"quotes and line separators": run(">\u2028"),
	NUL: run("a\0 "),
	"lone surrogates": run("a\ud83d "),
	"invisible characters": run("a\u200b\u202e\u00ad\ufeff"),
	emoji: run("🟡"),
};
