import { createRequire } from "node:module";
import { posix } from "node:path";
import { createDocumentClassifier, type DocumentClassifier, type DocumentKind } from "@acid-plans/model";
import { readDocumentText } from "./read-document-text.js";
import type { Settings } from "./settings.js";
import type { Surroundings } from "./surroundings.js";

type ModelNode = typeof import("@acid-plans/model/node");

/** Git and the disk, loaded with the first document: importing a config needs neither. */
export function modelNode(): ModelNode {
	return createRequire(import.meta.url)("@acid-plans/model/node") as ModelNode;
}

/** Globs are compiled once for each config. */
const classifiers = new WeakMap<Settings, DocumentClassifier>();

/** Which document of a plans folder a path is; `undefined`: the config ignores it. */
export function kindOf(path: string, folder: string | undefined, settings: Settings): DocumentKind | undefined {
	// What has another extension is there because a config lists it: to call it no document would pass it in silence.
	if (!path.endsWith(".md")) return "plan";
	let classify = classifiers.get(settings);
	if (!classify) classifiers.set(settings, (classify = createDocumentClassifier(settings.documents)));
	return classify(path, folder ?? "");
}

/** What surrounds a file, from git and the disk. */
export function findSurroundings(file: string | undefined, settings: Settings): Surroundings {
	if (file === undefined)
		return { path: undefined, kind: "plan", workspace: nowhere, repository: nowhere, base: nowhere };
	const { locatePlans, locatePlansOf, openBase, openRepository, openWorkspace } = modelNode();
	const { root, path, folder } = (settings.snapshot === "index" ? locatePlansOf : locatePlans)(file, settings.plans);
	return {
		path,
		kind: kindOf(path, folder, settings),
		workspace: (plan) =>
			openWorkspace({
				root,
				plans: settings.plans,
				documents: settings.documents,
				snapshot: settings.snapshot,
				readPlan: (text, other, kind) => readDocumentText(text, other, kind, settings),
				readerKey: settings.readerKey,
				cache: settings.cache,
				overlay: { path, text: plan.text, plan },
				run: settings.run,
			}),
		repository: () => openRepository(root),
		base: () => openBase(root, settings.base === false ? "HEAD" : settings.base, [folder ?? posix.dirname(path)]),
	};
}

function nowhere(): never {
	throw new Error("A text without a file has nothing around it; rules with needs are not asked of it.");
}

/** The top level of the repository that a folder belongs to, or the folder itself outside of any. */
export function rootOf(folder: string): string {
	return modelNode().findRepository(folder)?.root ?? folder;
}
