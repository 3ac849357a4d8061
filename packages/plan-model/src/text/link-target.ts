import { LONGEST_PATH } from "./path-name.js";

/**
 * The path that a relative link of a document means.
 * @param from path of the document, POSIX, relative to the root of the repository.
 * @param url as written; a query and an anchor are cut off, percent escapes are decoded.
 * @param encoded `false` for a path that is no URL (a code span): nothing is decoded or cut off but an anchor.
 * @returns POSIX, relative to the root, without a slash at its end, `""` for the root itself; `undefined` for a link
 * to elsewhere (a scheme, a host), an anchor alone, a path that leaves the repository, and what is too long to be one.
 */
export function resolveLinkTarget(from: string, url: string, encoded: boolean = true): string | undefined {
	let path = url.trim().replace(/#[^]*/, "");
	if (encoded) path = decode(path.replace(/\?[^]*/, ""));
	if (path === "" || /^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith("//") || path.includes("\0")) return undefined;
	// A leading slash is the root of the repository, as on GitHub.
	const parts = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	const target = parts.join("/");
	return target.length > LONGEST_PATH ? undefined : target;
}

/** Percent escapes as people see them; a stray `%` stays what it is. */
function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/**
 * A relative link from one document to another, the opposite of {@link resolveLinkTarget}.
 * @param from path of the document that links, POSIX, relative to the root of the repository.
 * @param to path of what it links to, likewise.
 */
export function relativeLink(from: string, to: string): string {
	const folders = from.split("/").slice(0, -1);
	const target = to.split("/");
	let shared = 0;
	while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared]) shared++;
	const parts = [...folders.slice(shared).map(() => ".."), ...target.slice(shared)];
	return parts.map(encodePart).join("/");
}

/** A bracket without its partner would end the link, or keep it from being one; a star makes a pattern of it. */
function encodePart(part: string): string {
	return encodeURIComponent(part).replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("*", "%2A");
}
