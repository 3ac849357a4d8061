import type { Repository } from "../workspace/repository.js";
import { fileName } from "../text/path-name.js";

/** For tests only: a repository that tracks these texts. */
export function tracked(
	texts: Readonly<Record<string, string>>,
	{
		ever = [],
		ignored = [],
		submodules = [],
		isShallow = false,
		problem,
	}: {
		ever?: readonly string[];
		ignored?: readonly string[];
		submodules?: readonly string[];
		isShallow?: boolean;
		problem?: string;
	} = {},
): Repository {
	const paths = Object.keys(texts);
	const folders = new Set(
		paths.flatMap((path) =>
			path
				.split("/")
				.slice(0, -1)
				.map((_, at, parts) => parts.slice(0, at + 1).join("/")),
		),
	);
	const spellings = [...paths, ...folders];
	return {
		root: "/",
		problem: undefined,
		isShallow,
		paths: new Set(paths),
		hasFile: (path) => paths.includes(path),
		hasDirectory: (path) => path === "" || folders.has(path),
		otherCase: (path) =>
			spellings.includes(path) ? undefined : spellings.find((other) => other.toLowerCase() === path.toLowerCase()),
		withBaseName: (name) => paths.filter((path) => fileName(path) === name),
		isUnknown: (path) => submodules.some((submodule) => path.startsWith(`${submodule}/`)),
		ignored: (asked) => new Set(asked.filter((path) => ignored.includes(path))),
		everTracked: (asked) => ({
			paths: new Set(asked.filter((path) => ever.includes(path) || paths.includes(path))),
			problem,
		}),
		texts: (asked) => ({
			texts: new Map(asked.flatMap((path) => (texts[path] === undefined ? [] : [[path, texts[path]] as const]))),
			problem,
		}),
	};
}
