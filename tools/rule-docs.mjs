/** @typedef {import("../packages/eslint-plugin/src/define-plan-rule.js").PlanRuleMeta} RuleMeta */

/** @type {Readonly<Record<string, string>>} */
export const GROUP_TITLES = {
	structure: "Structure",
	atomic: "Atomic",
	consistent: "Consistent",
	isolated: "Isolated",
	durable: "Durable",
	index: "Index",
};

const NEEDS = {
	workspace: "the other documents of the plans folders",
	repository: "what git tracks",
	base: "the text at the base revision",
};
const KINDS = {
	plan: "plans",
	archive: "archived plans",
	template: "templates",
	index: "indexes",
	note: 'notes (documents without phases under `template: "free"`)',
};

/** Title, summary and marks of a rule, for the top of its page.
 * @param {string} name
 * @param {RuleMeta} meta
 */
export function pageHead(name, { docs, fixable }) {
	const preset = {
		recommended: "On in the presets `recommended` and `strict`.",
		strict: "On in the preset `strict`.",
		off: "Off unless a config asks for it.",
	}[docs.preset];
	const facts = [
		...new Set(docs.needs.map((need) => NEEDS[/** @type {keyof typeof NEEDS} */ (need.replace("?", ""))])),
	];
	return [
		`# acid-plans/${name}`,
		`${docs.description}.`,
		[
			`- ${GROUP_TITLES[docs.principle]}. ${preset}`,
			`- Asked of ${joined(docs.kinds.filter((kind) => kind !== "empty").map((kind) => KINDS[kind]))}.`,
			...(docs.template ? ['- A rule of the template: off under `template: "free"`.'] : []),
			...(facts.length > 0 ? [`- Looks at ${joined(facts)}.`] : []),
			...(fixable ? ["- 🔧 `--fix` mends what is certain."] : []),
			...(docs.suggests ? ["- 💡 Offers suggestions in the editor."] : []),
		].join("\n"),
	].join("\n\n");
}

/** The options of a rule with their defaults; empty when it has none.
 * @param {RuleMeta} meta
 */
export function optionsTable({ schema, defaultOptions, docs }) {
	const properties = Object.entries(schema[0].properties);
	if (properties.length === 0) return "";
	return [
		"## Options",
		[
			"| option | type | default | |",
			"| --- | --- | --- | --- |",
			...properties.map(([name, property]) =>
				row([`\`${name}\``, typeOf(property), `\`${JSON.stringify(defaultOptions[0][name])}\``, property.description]),
			),
		].join("\n"),
		...(Object.keys(docs.strictOptions).length > 0
			? [`The preset \`strict\` sets \`${JSON.stringify(docs.strictOptions)}\`.`]
			: []),
	].join("\n\n");
}

/** The rules of a group; empty when it has none.
 * @param {string} group
 * @param {Readonly<Record<string, { meta: RuleMeta }>>} rules
 * @param {string} pages the way to the pages
 */
export function ruleTable(group, rules, pages) {
	const rows = Object.entries(rules)
		.filter(([, { meta }]) => meta.docs.principle === group)
		.map(([name, { meta }]) => {
			const { docs, fixable } = meta;
			const marks = [
				{ recommended: "✅", strict: "🔒", off: "" }[docs.preset],
				docs.template ? "T" : "",
				fixable ? "🔧" : "",
				docs.suggests ? "💡" : "",
			];
			return row([`[${name}](${pages}/${name}.md)`, docs.description, marks.filter((mark) => mark !== "").join(" ")]);
		});
	if (rows.length === 0) return "";
	return [`### ${GROUP_TITLES[group]}`, ["| rule | | |", "| --- | --- | --- |", ...rows].join("\n")].join("\n\n");
}

/** @param {readonly string[]} cells */
function row(cells) {
	return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** @param {readonly string[]} words */
function joined(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** @param {any} schema */
function typeOf(schema) {
	if (schema.enum) return schema.enum.map((/** @type {unknown} */ value) => `\`${JSON.stringify(value)}\``).join(", ");
	if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
	if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
	if (schema.type === "object") return `table of ${typeOf(schema.additionalProperties)}`;
	return `${schema.type}${schema.minimum === undefined ? "" : ` from ${schema.minimum}`}`;
}
