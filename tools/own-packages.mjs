import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} OwnPackage
 * @property {string} name
 * @property {string} version
 * @property {string} folder its folder, from the root of the repository
 * @property {readonly string[]} needs the names of those of our packages that are installed with it
 */

/**
 * The packages that are published, each after those that it needs, so that none is ever in the registry without them.
 *
 * @param {string} root the root of the repository
 * @returns {OwnPackage[]}
 */
export function ownPackages(root) {
	const read = readdirSync(join(root, "packages")).map((directory) => {
		const folder = join("packages", directory);
		const { name, version, dependencies = {} } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
		return { name, version, folder, needs: Object.keys(dependencies) };
	});
	const names = new Set(read.map(({ name }) => name));
	/** @type {OwnPackage[]} */
	const ordered = [];
	/** @param {OwnPackage} each */
	const add = (each) => {
		if (ordered.some(({ name }) => name === each.name)) return;
		for (const needed of read) if (each.needs.includes(needed.name)) add(needed);
		ordered.push({ ...each, needs: each.needs.filter((name) => names.has(name)) });
	};
	read.forEach(add);
	return ordered;
}
