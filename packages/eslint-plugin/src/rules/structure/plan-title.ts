import type { Heading, Plan, TextEdit } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: a plan is one thing, and its title says which. */
export default definePlanRule({
	name: "plan-title",
	principle: "structure",
	preset: "recommended",
	template: true,
	summary: "Require one title, with the ending that the template gives it",
	hasSuggestions: true,
	messages: {
		missing: "The plan has no title. Give it a heading of level 1 (`# …`).",
		another: 'The title "{{title}}" is one too many: "{{first}}" stands on line {{line}}. Make it a section, or move what it heads to a plan of its own.',
		ending: 'The title "{{title}}" does not end in "{{ending}}". Call the plan "{{wanted}}".',
		insert: 'Insert the title "{{title}}", after the name of the file.',
		demote: "Make this a section, and every heading below it one level lower.",
		rename: 'Call the plan "{{wanted}}".',
	},
	options: {
		checkEnding: { description: "Require the ending that the template gives titles.", schema: { type: "boolean" }, default: true },
	},
	check({ plan, options, report, settings }) {
		const ending = options.checkEnding ? settings.template.title : undefined;
		// The wrong level of a phase is for phase-heading to tell.
		const phases = new Set(plan.phases.map((phase) => phase.heading));
		const [first, ...others] = plan.titles.filter((title) => !phases.has(title) || endsIn(title.text.text, ending));
		if (!first) {
			const title = titleOfFile(plan.path, ending);
			const suggest = title === undefined ? [] : [{ messageId: "insert", data: { title }, edits: [insertion(plan, title)] } as const];
			report(plan.headings[0]?.range ?? { start: 0, end: 0 }, "missing", {}, { suggest });
			return;
		}
		for (const title of others) {
			const edits = demotion(plan, title);
			const line = plan.lines.position(first.range.start).line;
			report(title, "another", { title: title.text.text, first: first.text.text, line }, { suggest: edits && [{ messageId: "demote", edits }] });
		}
		const words = first === plan.title && plan.titleWords ? plan.titleWords : first.text;
		if (ending === undefined || endsIn(words.text, ending)) return;
		const wanted = `${(first === plan.title && plan.feature) || words.text} ${ending}`.trim();
		report(first, "ending", { title: words.text, ending, wanted }, { suggest: [{ messageId: "rename", data: { wanted }, edits: [{ range: words.range, text: wanted }] }] });
	},
});

function endsIn(title: string, ending: string | undefined): boolean {
	return ending !== undefined && title.trim().toLowerCase().endsWith(ending.toLowerCase());
}

/** `plans/012-cache_layer.md` → `Cache Layer Implementation Plan`. */
function titleOfFile(path: string | undefined, ending: string | undefined): string | undefined {
	const name = path?.replace(/^.*\/|\.md$/g, "");
	const words = (name ?? "").split(/[-_\s.]+/).filter((word) => !/^(?:\d*|plan|implementation)$/i.test(word));
	if (words.length === 0) return undefined;
	return [...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), ...(ending === undefined ? [] : [ending])].join(" ");
}

function insertion(plan: Plan, title: string): TextEdit {
	const newline = plan.text.includes("\r\n") ? "\r\n" : "\n";
	const at = plan.frontMatter?.range.end ?? 0;
	return { range: { start: at, end: at }, text: at === 0 ? `# ${title}${newline}${newline}` : `${newline}${newline}# ${title}` };
}

/** A `#` more for the title and for what stands below it; none where a heading is underlined or already at level 6. */
function demotion(plan: Plan, title: Heading): TextEdit[] | undefined {
	const from = plan.headings.indexOf(title);
	const next = plan.headings.findIndex((heading, index) => index > from && heading.level === 1);
	const affected = plan.headings.slice(from, next < 0 ? undefined : next);
	if (affected.some(({ style, level }) => style === "setext" || level === 6)) return undefined;
	return affected.map(({ range: { start } }) => ({ range: { start, end: start }, text: "#" }));
}
