/**
 * Bundles what @eslint/markdown keeps to itself (docs/decisions/003-native-parser.md): its language and source code
 * classes in a file that is loaded at start, micromark and levn in files of their own that are loaded when called for.
 * TypeScript builds the rest.
 */
import { copyFile, readFile, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const source = join(root, "src/bundle");
const target = join(root, "dist/bundle");
const eslintMarkdown = await realpath(join(root, "node_modules/@eslint/markdown"));

const PARSER = /^(?:mdast-util-(?:from-markdown|frontmatter|gfm|math)|micromark-extension-(?:frontmatter|gfm|math))$/;

/** Replaces modules that a start does not need by stand-ins that load them at the first call. */
const standIns = {
	name: "stand-ins",
	setup({ onResolve }) {
		onResolve({ filter: PARSER }, () => ({ path: join(source, "lazy-parser.js") }));
		onResolve({ filter: /^levn$/ }, () => ({ path: join(source, "lazy-levn.js") }));
	},
};

/** Our entries name dependencies of @eslint/markdown, which are not ours: they are looked up from there. */
const fromEslintMarkdown = {
	name: "from-eslint-markdown",
	setup({ onResolve, resolve: lookUp }) {
		onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, pluginData }) => {
			if (pluginData === "looked up" || dirname(importer) !== source) return undefined;
			const through =
				path === "levn"
					? (await lookUp("@eslint/plugin-kit", { kind, resolveDir: eslintMarkdown, pluginData: "looked up" })).path
					: join(eslintMarkdown, "package.json");
			return lookUp(path, { kind, resolveDir: dirname(through), pluginData: "looked up" });
		});
	},
};

const shared = {
	absWorkingDir: root,
	bundle: true,
	platform: "node",
	target: "node20.19",
	metafile: true,
	legalComments: "none",
	logLevel: "warning",
};

await rm(target, { recursive: true, force: true });
const results = await Promise.all([
	build({
		...shared,
		format: "esm",
		entryPoints: [join(source, "eslint-markdown.js")],
		outfile: join(target, "eslint-markdown.js"),
		plugins: [standIns],
	}),
	build({
		...shared,
		format: "cjs",
		entryPoints: [join(source, "micromark.js")],
		outfile: join(target, "micromark.cjs"),
		plugins: [fromEslintMarkdown],
		minifySyntax: true,
		minifyWhitespace: true,
	}),
	build({
		...shared,
		format: "cjs",
		entryPoints: [join(source, "levn.js")],
		outfile: join(target, "levn.cjs"),
		plugins: [fromEslintMarkdown],
		minifySyntax: true,
		minifyWhitespace: true,
	}),
]);
await copyFile(join(source, "eslint-markdown.d.ts"), join(target, "eslint-markdown.d.ts"));
await copyFile(join(source, "micromark.d.cts"), join(target, "micromark.d.cts"));
await writeFile(
	join(root, "dist/THIRD-PARTY-LICENSES.txt"),
	await licences(results.flatMap((result) => Object.keys(result.metafile.inputs))),
);

/** The licence text of every package that a bundled file belongs to, in order of names. */
async function licences(inputs) {
	const folders = new Set();
	for (const input of inputs) {
		const path = resolve(root, input).replaceAll("\\", "/");
		const at = path.lastIndexOf("/node_modules/");
		if (at === -1) continue;
		const [first, second] = path.slice(at + "/node_modules/".length).split("/");
		folders.add(join(path.slice(0, at), "node_modules", first.startsWith("@") ? join(first, second) : first));
	}
	const notices = [];
	for (const folder of folders) {
		const { name, version, license, licenses, author } = JSON.parse(
			await readFile(join(folder, "package.json"), "utf8"),
		);
		const stated = license ?? licenses?.[0]?.type;
		const files = await readdir(folder);
		const file = files.find((entry) => /^licen[cs]e/iu.test(entry));
		const readme = files.find((entry) => /^readme/iu.test(entry));
		const said =
			file === undefined && readme !== undefined
				? /^#*\s*licen[cs]e\b.*$/imsu.exec(await readFile(join(folder, readme), "utf8"))?.[0]
				: undefined;
		if (stated === undefined || (file === undefined && said === undefined))
			throw new Error(`${name} is bundled and states no licence (${relative(root, folder)})`);
		const text =
			file === undefined
				? `${said.trim()}\n\n(By ${author?.name ?? author})`
				: (await readFile(join(folder, file), "utf8")).trim();
		notices.push({ name, text: `${name} ${version} (${stated})\n\n${text}\n` });
	}
	notices.sort((a, b) => (a.name < b.name ? -1 : 1));
	return `The files in dist/bundle contain code of these packages.\n\n${notices.map(({ text }) => text).join(`\n${"-".repeat(80)}\n\n`)}`;
}
