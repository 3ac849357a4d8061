/** Longer texts are no paths, and no patterns: Linux allows 4,096 bytes, those of plans are below 200. */
export const LONGEST_PATH = 1024;

/** The name of a file or folder: what stands behind the last slash of its path. */
export function fileName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** A path below a folder; the root is the empty one, as a folder and as a path. */
export function joinPath(folder: string, path: string): string {
	return folder === "" ? path : path === "" ? folder : `${folder}/${path}`;
}
