import type { Plan } from "@acid-plans/model";

/** What a template is filled with. */
export interface TemplateValues {
	readonly title: string;
	/** The number of the plan, as its file name has it. */
	readonly number: string | undefined;
	/** How titles end, where the config says it. */
	readonly ending: string | undefined;
}

/** `[Feature Name]`, `<name>`, `{{name}}`: at most a line, so nothing can run away. */
const SLOT = /\[[^[\]\n]{1,80}\]|<[^<>\n]{1,80}>|\{\{[^{}\n]{1,80}\}\}/g;
const NAMES_NUMBER = /^.{1,2}(?:number|num|nr|no|id|n{2,}|x{2,}|#)\W{0,2}$/i;
const NAMES_TITLE = /name|title|feature|subject|topic/i;
const LITERAL_NUMBER = /(?<![\p{L}\p{N}])(?:N{2,}|X{2,}|0{2,}\d?)(?![\p{L}\p{N}])/u;

/**
 * The text of a new plan: the template with its title filled in, everything else as it stands.
 *
 * @param template read as a document
 */
export function fillTemplate(template: Plan, values: TemplateValues): string {
	const { text, title: heading } = template;
	if (heading === undefined) return `# ${joined(values.title, values.ending)}\n\n${text}`;
	const { start, end } = heading.textRange;
	return `${text.slice(0, start)}${fillTitle(text.slice(start, end), values)}${text.slice(end)}`;
}

function fillTitle(written: string, { title, number, ending }: TemplateValues): string {
	const slots = written.match(SLOT) ?? [];
	const numberSlot = slots.find((slot) => NAMES_NUMBER.test(slot));
	const others = slots.filter((slot) => slot !== numberSlot);
	const titleSlot = others.find((slot) => NAMES_TITLE.test(slot)) ?? others.at(-1);
	if (titleSlot === undefined) return joined(title, ending ?? endingOf(written));
	const at = written.lastIndexOf(titleSlot);
	const behind = written.slice(at + titleSlot.length);
	let before = written.slice(0, at);
	if (number !== undefined)
		before =
			numberSlot === undefined
				? before.replace(LITERAL_NUMBER, () => number)
				: before.replace(numberSlot, () => number);
	return `${before}${withoutEnding(title, behind.trim())}${behind}`;
}

/** `Implementation Plan Template` → `Implementation Plan`. */
function endingOf(written: string): string | undefined {
	const words = written.replace(/(?<!\s)\s*template$/i, "").trim();
	return /(?:^|\s)plan$/i.test(words) ? words : undefined;
}

function joined(title: string, ending: string | undefined): string {
	return ending === undefined || ending === "" ? title : `${withoutEnding(title, ending)} ${ending}`;
}

function withoutEnding(title: string, ending: string): string {
	const bare = ending !== "" && title.toLowerCase().endsWith(` ${ending.toLowerCase()}`);
	return bare ? title.slice(0, -ending.length).trimEnd() : title;
}
