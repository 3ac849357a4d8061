/** One thing that the reader of a tutorial does, in the order of the page. */
export type Step =
	| { readonly kind: "run"; readonly commands: string; readonly printed: string }
	| { readonly kind: "write"; readonly file: string; readonly text: string }
	| { readonly kind: "change"; readonly file: string; readonly changes: readonly Change[] };

interface Change {
	readonly from: string;
	readonly to: string;
}

/**
 * Reads the steps of a page from its fenced blocks: `sh` is typed in and prints the `text` below it (nothing, when there is
 * none); `diff <file>` changes whole lines of a file; any other language with a file name behind it is that file.
 *
 * @throws {Error} a block that is none of these
 */
export function stepsOf(page: string): Step[] {
	const steps: Step[] = [];
	for (const [, language = "", file = "", content = ""] of page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)) {
		const last = steps.at(-1);
		if (language === "sh") steps.push({ kind: "run", commands: content, printed: "" });
		else if (language === "text" && last?.kind === "run" && last.printed === "")
			steps[steps.length - 1] = { ...last, printed: content };
		else if (language === "diff") steps.push({ kind: "change", file, changes: changesOf(content) });
		else if (file !== "") steps.push({ kind: "write", file, text: content });
		else throw new Error(`A block of the page is no step: ${language} ${content}`);
	}
	return steps;
}

function changesOf(diff: string): Change[] {
	return [...diff.matchAll(/^-(.*)\n\+(.*)$/gm)].map(([, from = "", to = ""]) => ({ from, to }));
}
