import type { Repository } from "./repository.js";

const known = new WeakMap<Repository, ReadonlyMap<string, readonly string[]>>();

/**
 * The tracked folders, the root left out, that have a folder of this name directly in them. The table of all folders is
 * made once for a state of the repository.
 */
export function parentsOfFolder(name: string, repository: Repository): readonly string[] {
	let parents = known.get(repository);
	if (!parents) known.set(repository, (parents = tableOf(repository)));
	return parents.get(name) ?? [];
}

function tableOf({ paths }: Repository): ReadonlyMap<string, readonly string[]> {
	const seen = new Set<string>();
	const parents = new Map<string, string[]>();
	for (const path of paths) {
		for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
			const folder = path.slice(0, end);
			if (seen.has(folder)) break;
			seen.add(folder);
			const slash = folder.lastIndexOf("/");
			if (slash < 0) continue;
			const name = folder.slice(slash + 1);
			const same = parents.get(name);
			if (same) same.push(folder.slice(0, slash));
			else parents.set(name, [folder.slice(0, slash)]);
		}
	}
	return parents;
}
