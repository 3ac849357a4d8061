import type { DocumentKind, Plan } from "../plan.js";
import type { DocumentGlobs } from "../workspace/document-kind.js";
import type { DocumentSummary, RefusedText } from "../workspace/workspace.js";
import type { DocumentSource } from "./document-source.js";
import type { SummaryStore } from "./summary-cache.js";

/** Reads a document. Must depend on nothing but its arguments and what `readerKey` names. */
export type PlanReader = (text: string, path: string, kind: DocumentKind) => Plan | RefusedText;

export interface WorkspaceOptions {
	/** Top level of the repository, as `locatePlans` gives it. */
	readonly root: string;
	readonly plans: string | readonly string[];
	readonly documents?: DocumentGlobs | undefined;
	/** `"worktree"`: what lies on the disk; `"index"`: what git's index holds, which is what a commit would contain. */
	readonly snapshot: "worktree" | "index";
	/** Documents from elsewhere, in place of the snapshot: nothing is read from the disk or from git. */
	readonly source?: DocumentSource | undefined;
	readonly readPlan: PlanReader;
	/** Names everything that decides what `readPlan` and `summarize` give: the version, the vocabulary, the template. */
	readonly readerKey: string;
	/** Default: {@link summarizePlan}. */
	readonly summarize?: ((plan: Plan, folder: string) => DocumentSummary) | undefined;
	/** The document being linted: its text is the truth, whatever the disk says. */
	readonly overlay?: Overlay | undefined;
	/** Keep summaries on the disk, so that the next process need not read every document. */
	readonly cache?: boolean | undefined;
	/** Where they are kept, in place of that. */
	readonly store?: SummaryStore | undefined;
	/**
	 * Names one run over many files: as long as the same object comes, the state is looked at once. For a process
	 * that ends with its run; an editor leaves it out.
	 */
	readonly run?: object | undefined;
	readonly environment?: NodeJS.ProcessEnv | undefined;
}

export interface Overlay {
	/** POSIX, relative to the root. */
	readonly path: string;
	/** Without a byte order mark, as ESLint holds it. */
	readonly text: string;
	/** The plan of this text, where it is read already: it is then not read again. */
	readonly plan?: Plan | undefined;
}
