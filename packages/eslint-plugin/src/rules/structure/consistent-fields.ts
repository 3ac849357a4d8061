import { type FieldName, missingFields, type Phase, type Series } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Without one of these, a phase says something: it depends on nothing, nobody began it. Steps need no label. */
const OPTIONAL: ReadonlySet<FieldName | undefined> = new Set<FieldName>(["steps", "status", "dependsOn", "blocks", "lastUpdated", "notes", "plan", "commands"]);
/** What a phase of thinking, checking or publishing need not have. */
const OF_CODE: ReadonlySet<FieldName | undefined> = new Set<FieldName>(["files", "create", "modify", "delete", "test", "testing", "rollback", "branch"]);

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
		minSiblings: { description: "How many siblings must have the field.", schema: { type: "integer", minimum: 1 }, default: 3 },
		processWords: {
			description: "Words in the title of a phase that need not name files or tests.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: "planning research design discovery analysis audit investigation spike setup preparation prerequisites baseline verification validation verify testing test tests qa review acceptance documentation docs release rollout deployment deploy commit pr merge handoff cleanup closeout retrospective final".split(" "),
		},
	},
	check({ plan, options, report, settings }) {
		const isAsked = (name: FieldName): boolean => settings.template.kind !== "free" && settings.template.fields.some((field) => field.name === name);
		const isProcess = (phase: Phase): boolean => wordsOf(phase.title.text).some((word) => options.processWords.includes(word));
		for (const series of plan.series) {
			if (series.form !== "heading" || series.phases.length <= options.minSiblings) continue;
			for (const { phase, wanted } of lonelyGaps(series)) {
				if (phase.status?.tier === "dropped") continue;
				const asked = wanted.filter(({ name }) => !isAsked(name) && !(OF_CODE.has(name) && isProcess(phase)));
				for (const { field: label, insertion } of missingFields(phase, asked, plan)) {
					const suggest = insertion && [{ messageId: "insert", data: { label }, edits: [insertion] } as const];
					report(phase.headingRange, "missing", { phase: phase.name, label, count: series.phases.length - 1 }, { suggest });
				}
			}
		}
	},
});

/** A field that one phase alone has not, with the label that a sibling writes. */
interface Gap {
	readonly phase: Phase;
	readonly wanted: readonly { readonly name: FieldName; readonly label: string }[];
}

/** The phases that alone lack a field which all their siblings have. */
function lonelyGaps({ phases }: Series): Gap[] {
	const holders = new Map<FieldName, Set<Phase>>();
	for (const phase of phases) {
		for (const { name } of phase.fields) {
			if (name === undefined || OPTIONAL.has(name)) continue;
			const some = holders.get(name);
			if (some) some.add(phase);
			else holders.set(name, new Set([phase]));
		}
	}
	const gaps = new Map<Phase, { name: FieldName; label: string }[]>();
	for (const [name, some] of holders) {
		if (some.size !== phases.length - 1) continue;
		const [sibling] = some;
		const phase = phases.find((each) => !some.has(each));
		const label = sibling?.fields.find((field) => field.name === name)?.label.text;
		// `Expected` stands below a command, as often as there are commands.
		if (!phase || label === undefined || label.toLowerCase() === "expected") continue;
		const gap = gaps.get(phase);
		if (gap) gap.push({ name, label });
		else gaps.set(phase, [{ name, label }]);
	}
	return [...gaps].map(([phase, wanted]) => ({ phase, wanted }));
}

function wordsOf(title: string): string[] {
	return title.toLowerCase().match(/\p{L}+/gu) ?? [];
}
