import { demoteSection, findPastedPlans, type Plan, type TextEdit, titleOfFile } from "@acid-plans/model";
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
		another:
			'The title "{{title}}" is one too many: "{{first}}" stands on line {{line}}. Make it a section, or move what it heads to a plan of its own.',
		ending: 'The title "{{title}}" does not end in "{{ending}}". Call the plan "{{wanted}}".',
		insert: 'Insert the title "{{title}}", after the name of the file.',
		demote: "Make this a section, and every heading below it one level lower.",
		rename: 'Call the plan "{{wanted}}".',
	},
	options: {
		checkEnding: {
			description: "Require the ending that the template gives titles.",
			schema: { type: "boolean" },
			default: true,
		},
	},
	check({ plan, options, report, settings }) {
		const ending = options.checkEnding ? settings.template.title : undefined;
		// The wrong level of a phase is for phase-heading to tell.
		const phases = new Set(plan.phases.map((phase) => phase.heading));
		const [first, ...others] = plan.titles.filter((title) => !phases.has(title) || endsIn(title.text.text, ending));
		if (!first) {
			const feature = plan.path === undefined ? undefined : titleOfFile(plan.path);
			const title = `${feature ?? ""} ${ending ?? ""}`.trim();
			const suggest = feature && [{ messageId: "insert", data: { title }, edits: [insertion(plan, title)] } as const];
			report(plan.headings[0]?.range ?? { start: 0, end: 0 }, "missing", {}, { suggest: suggest || [] });
			return;
		}
		// A second plan in the file is for phase-numbering to tell.
		const pasted = new Set(findPastedPlans(plan).map(({ title }) => title));
		const sections = new Map(plan.sections.map((section) => [section.heading, section]));
		for (const title of others) {
			const section = sections.get(title);
			if (!section || pasted.has(title)) continue;
			const edits = demoteSection(section);
			const line = plan.lines.position(first.range.start).line;
			report(
				title,
				"another",
				{ title: title.text.text, first: first.text.text, line },
				{ suggest: edits && [{ messageId: "demote", edits }] },
			);
		}
		const words = first === plan.title && plan.titleWords ? plan.titleWords : first.text;
		if (ending === undefined || endsIn(words.text, ending)) return;
		const wanted = `${(first === plan.title && plan.feature) || words.text} ${ending}`.trim();
		report(
			first,
			"ending",
			{ title: words.text, ending, wanted },
			{ suggest: [{ messageId: "rename", data: { wanted }, edits: [{ range: words.range, text: wanted }] }] },
		);
	},
});

function endsIn(title: string, ending: string | undefined): boolean {
	return ending !== undefined && title.trim().toLowerCase().endsWith(ending.toLowerCase());
}

/** At the top, behind the front matter. */
function insertion(plan: Plan, title: string): TextEdit {
	const { newline } = plan.lines;
	const at = plan.frontMatter?.range.end ?? 0;
	const text = at === 0 ? `# ${title}${newline}${newline}` : `${newline}${newline}# ${title}`;
	return { range: { start: at, end: at }, text };
}
