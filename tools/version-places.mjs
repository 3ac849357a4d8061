import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Where the version of our packages stands beside their manifests and changelogs: what people copy or run before they
 * have installed anything. `write-version.mjs` keeps it; a test refuses a file that names a version and is not here.
 *
 * @param {string} root the root of the repository
 * @returns {string[]} files, from the root
 */
export function versionPlaces(root) {
	return [
		".pre-commit-hooks.yaml",
		"examples/python/.pre-commit-config.yaml",
		...readdirSync(join(root, "examples"))
			.filter((example) => readdirSync(join(root, "examples", example)).includes("package.json"))
			.map((example) => `examples/${example}/package.json`),
		"packages/cli/README.md",
	];
}

/**
 * A mention of one of our packages with a version: after `@`, as a range in JSON, after a blank. Between name and version
 * stands no letter, so that a version of another package is not taken for ours.
 *
 * @param {readonly string[]} names the names of our packages
 */
export function versionMention(names) {
	const longestFirst = [...names].sort((one, other) => other.length - one.length).join("|");
	return new RegExp(
		String.raw`(?<![\w/@-])(?<before>(?:${longestFirst})[^\w\n]{1,8}v?)(?<version>\d+\.\d+\.\d+(?:-[0-9a-z]+(?:\.[0-9a-z]+)*)?)`,
		"g",
	);
}

/**
 * @param {string} text
 * @param {readonly string[]} names the names of our packages
 * @returns {string[]} the versions of our packages that the text names
 */
export function versionsIn(text, names) {
	return [...text.matchAll(versionMention(names))].map(({ groups }) => groups?.["version"] ?? "");
}

/**
 * The text with the version in the place of the one that it names our packages with.
 *
 * @param {string} text
 * @param {readonly string[]} names the names of our packages
 * @param {string} version
 */
export function withVersion(text, names, version) {
	return text.replace(versionMention(names), (_, before) => `${before}${version}`);
}
