import { existsSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { createDocumentClassifier, type DocumentKind } from "@acid-plans/model";
import { leavesFolder, linkOutside, linkProblem, locatePlans, physicalPath } from "@acid-plans/model/node";
import type { Settings } from "eslint-config-acid-plans/plans";
import { baseFolder } from "../check/base-folder.js";
import { givenPlansFolders } from "../check/given-folders.js";
import { markdownFilesOfProject } from "../check/plan-files.js";
import { coveredBy, createPlanLinter, type PlanLinter } from "../check/plan-linter.js";
import { settingsOf } from "../plans/open-plans.js";
import type { ComputedConfig } from "../plans/plugin-of-config.js";
import { noFolderForPlan, noSuchFolder, severalFolders, unreadableDocuments } from "../problems.js";

/** The plans folder in which a plan is to be made. */
export interface TargetFolder {
	/** Absolute: the top level of the repository. */
	readonly root: string;
	/** POSIX, relative to the root. */
	readonly folder: string;
	/** Its documents, likewise. */
	readonly documents: readonly { readonly path: string; readonly kind: DocumentKind }[];
	/** Which document a path would be. */
	readonly kindOf: (path: string) => DocumentKind | undefined;
	readonly settings: Settings;
	/** Links in it that would be its index or a template, in sentences. */
	readonly notFollowed: readonly string[];
}

/**
 * Finds the folder: the one that is given, the one one stands in, or the only one there is.
 *
 * @throws {CannotRun} there is none, there are several, or the config does not know the one that is given
 */
export async function findTargetFolder(cwd: string, given: string | undefined): Promise<TargetFolder> {
	const { files, links } = markdownFilesOfProject(baseFolder(cwd));
	const linter = await createPlanLinter({
		cwd,
		files,
		plans: given === undefined ? undefined : givenPlansFolders(cwd, [join(given, "plan.md")]),
		snapshot: "worktree",
	});
	const places = new Map<string, { readonly root: string; readonly file: string }>();
	for (const file of await coveredBy(linter, files)) {
		const { root, folder } = locatePlans(file, (await settingsFor(linter, file)).plans);
		if (folder !== undefined && !places.has(folder)) places.set(folder, { root, file });
	}
	const folder = await choose(cwd, given, places, linter);
	const { root, file } = places.get(folder) ?? { root: baseFolder(cwd), file: "" };
	const settings = await settingsFor(linter, file === "" ? join(root, folder, "plan.md") : file);
	const classify = createDocumentClassifier(settings.documents);
	const kindOf = (path: string): DocumentKind | undefined => classify(path, folder);
	const documents = files.flatMap((each) => {
		const location = locatePlans(each, settings.plans);
		const kind = location.folder === folder ? kindOf(location.path) : undefined;
		return kind === undefined ? [] : [{ path: location.path, kind }];
	});
	const notFollowed = links.flatMap((link) => {
		const { path, folder: own } = locatePlans(link, settings.plans);
		const kind = own === folder ? kindOf(path) : undefined;
		return kind === "index" || kind === "template" ? (linkProblem(link, cwd)?.problem ?? []) : [];
	});
	if (leavesFolder(root, join(root, folder))) throw unreadableDocuments([linkOutside(folder).problem]);
	return { root, folder, documents, kindOf, settings, notFollowed };
}

async function choose(
	cwd: string,
	given: string | undefined,
	places: ReadonlyMap<string, { readonly root: string }>,
	linter: PlanLinter,
): Promise<string> {
	const root = [...places.values()][0]?.root ?? physicalPath(baseFolder(cwd));
	if (given !== undefined) {
		const folder = relative(root, physicalPath(resolve(cwd, given)))
			.split(sep)
			.join("/");
		if (places.has(folder)) return folder;
		// Without a config a folder is a plans folder because it is given; one that is not there is a slip of the pen.
		const isMeant = linter.configFile !== undefined || basename(folder) === "plans" || existsSync(join(root, folder));
		if (!folder.startsWith("..") && isMeant && (await linter.covers(join(root, folder, "plan.md")))) return folder;
		throw noSuchFolder(given, [...places.keys()]);
	}
	const here = relative(root, physicalPath(cwd)).split(sep).join("/");
	const around = [...places.keys()].find((folder) => here === folder || here.startsWith(`${folder}/`));
	if (around !== undefined) return around;
	const [only, ...others] = [...places.keys()];
	if (only === undefined) throw noFolderForPlan();
	if (others.length > 0) {
		throw severalFolders([only, ...others]);
	}
	return only;
}

async function settingsFor(linter: PlanLinter, file: string): Promise<Settings> {
	return settingsOf(((await linter.eslint.calculateConfigForFile(file)) ?? {}) as ComputedConfig);
}
