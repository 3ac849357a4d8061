import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";

let known: string | undefined;

/** Names what reads documents: the versions of the model, the language and the native parser. */
export function readerVersion(): string {
	known ??= findReaderVersion();
	return known;
}

function findReaderVersion(): string {
	const require = createRequire(import.meta.url);
	const model = require.resolve("@acid-plans/model/package.json");
	const language = require.resolve("@acid-plans/fast-markdown/package.json");
	return [versionIn(model), versionIn(language), parserVersion(language), ...[model, language].map(buildOf)].join(" ");
}

function versionIn(file: string): string {
	return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** The parser's version is a range of ours, and it is no entry of its package; without it micromark reads. */
function parserVersion(language: string): string {
	try {
		return versionIn(join(dirname(createRequire(language).resolve("satteri")), "..", "package.json"));
	} catch {
		return "-";
	}
}

/** Where a package is developed, one version has many builds. */
function buildOf(manifest: string): string {
	if (manifest.split(sep).includes("node_modules")) return "";
	try {
		const dist = join(dirname(manifest), "dist");
		const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
		return String(Math.max(...files.map((file) => statSync(join(dist, file)).mtimeMs)));
	} catch {
		return "";
	}
}
