import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { cacheFolder, findRepository } from "@acid-plans/model/node";
import type { Diagnosis } from "./diagnosis.js";

/** Whether what is known of other plans can be kept: without that every run reads all of them again. */
export function cacheDiagnosis(root: string): Diagnosis {
	const about = { id: "summary-cache", area: "plan" } as const;
	const folder = cacheFolder(root, findRepository(root));
	if (folder !== undefined && isWritable(folder.path))
		return { ...about, state: "ok", message: `Summaries of other plans are kept in ${folder.path}` };
	return {
		...about,
		state: "note",
		message: `Summaries of other plans cannot be kept${folder === undefined ? "" : ` in ${folder.path}`}, so each run reads all plans`,
		remedy: "Make it a folder that can be written to, if that takes long.",
	};
}

/** Of a folder that is still to be made, the nearest one above it has to be. */
function isWritable(path: string): boolean {
	let folder = path;
	while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
