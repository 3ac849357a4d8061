import { type FieldName, findLoneGaps, missingFields, type Phase } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** What a phase of thinking, checking or publishing need not have. */
const OF_CODE: ReadonlySet<FieldName | undefined> = new Set<FieldName>([
	"files",
	"create",
	"modify",
	"delete",
	"test",
	"testing",
	"rollback",
	"branch",
]);

/** Structure: what all other phases of a plan have, this one was to have as well. */
export default definePlanRule({
	name: "consistent-fields",
	principle: "structure",
	preset: "strict",
	summary: "Require of each phase the fields that all its siblings have",
	hasSuggestions: true,
	messages: {
		missing: '{{phase}} has no "{{label}}", which its {{count}} siblings all have. Add a line `**{{label}}**: …`.',
		insert: 'Insert "{{label}}" at its place, with TBD as its value.',
	},
	options: {
		minSiblings: {
			description: "How many siblings must have the field.",
			schema: { type: "integer", minimum: 1 },
			default: 3,
		},
		processWords: {
			description: "Words in the title of a phase that need not name files or tests.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default:
				"planning research design discovery analysis audit investigation spike setup preparation prerequisites baseline verification validation verify testing test tests qa review acceptance documentation docs release rollout deployment deploy commit pr merge handoff cleanup closeout retrospective final".split(
					" ",
				),
		},
	},
	check({ plan, options, report, settings }) {
		const isAsked = (name: FieldName): boolean =>
			settings.template.kind !== "free" && settings.template.fields.some((field) => field.name === name);
		const isProcess = (phase: Phase): boolean =>
			wordsOf(phase.title.text).some((word) => options.processWords.includes(word));
		for (const series of plan.series) {
			if (series.form !== "heading" || series.phases.length <= options.minSiblings) continue;
			for (const { phase, fields } of findLoneGaps(series)) {
				if (phase.status?.tier === "dropped") continue;
				const asked = fields.filter(({ name }) => !isAsked(name) && !(OF_CODE.has(name) && isProcess(phase)));
				for (const { field: label, insertion } of missingFields(phase, asked, plan)) {
					const suggest = insertion && [{ messageId: "insert", data: { label }, edits: [insertion] } as const];
					report(
						phase.headingRange,
						"missing",
						{ phase: phase.name, label, count: series.phases.length - 1 },
						{ suggest },
					);
				}
			}
		}
	},
});

function wordsOf(title: string): string[] {
	return title.toLowerCase().match(/\p{L}+/gu) ?? [];
}
