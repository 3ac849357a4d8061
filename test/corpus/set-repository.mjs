import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ESLint } from "eslint";
import acidPlans from "eslint-config-acid-plans";

/**
 * @typedef {import("./corpus.mjs").CorpusFile} CorpusFile
 * @typedef {import("./lint-corpus.mjs").Finding} Finding
 */

/**
 * Lints the plans folders of a repository of which the corpus carries whole folders, as a real git repository: every
 * tracked path is there (empty, but for the documents), in one commit, with its history cut off as in a shallow clone.
 *
 * @param {string} folder the corpus
 * @param {string} set `sets/<owner>__<name>`
 * @param {readonly CorpusFile[]} documents of that set
 * @param {"recommended" | "strict"} preset
 * @returns {Promise<Map<string, Finding[]>>} by path below the root of that repository
 */
export async function lintSet(folder, set, documents, preset = "recommended") {
	// What a Makefile or package.json holds is not in the corpus, and an empty one has no targets: nothing is said of commands.
	return lintRepository(folder, pathsOfSet(folder, set), documents, plansFolders(documents), preset, { "acid-plans/existing-commands": "off" });
}

/**
 * Lints a document of a repository of which the corpus carries single files. What its links lead to is not known there:
 * a target is taken to be missing only where a label says so, every other one is laid out. A label that does not say
 * that there is no such file says that the file is somewhere else.
 *
 * @param {string} folder the corpus
 * @param {CorpusFile} document
 * @param {readonly CorpusFile[]} siblings other documents of its repository
 * @param {ReadonlyMap<number, "nowhere" | "elsewhere">} dead lines with a link that is labelled as dead
 * @returns {Promise<Finding[]>}
 */
export async function lintWithTargets(folder, document, siblings, dead) {
	const lint = async (/** @type {readonly string[]} */ paths) =>
		(await lintRepository(folder, paths, [document, ...siblings], [dirname(document.path)], "recommended")).get(document.path) ?? [];
	const targets = (await lint([])).flatMap(({ rule, line, message }) => {
		const target = rule === "valid-links" ? /leads to `([^`]+)`/.exec(message)?.[1] : undefined;
		return target === undefined ? [] : [{ target, label: dead.get(line) }];
	});
	const missing = new Set(targets.flatMap(({ target, label }) => (label ? [target] : [])));
	const laidOut = targets.flatMap(({ target, label }) => {
		if (label === "elsewhere") return [`elsewhere/${target.replace(/:\d+$/, "").split("/").slice(-2).join("/")}`];
		// A name without an extension is a folder: git knows it by what is in it.
		return missing.has(target) ? [] : [/\.\w+$/.test(target) ? target : `${target}/file`];
	});
	return lint(laidOut);
}

/**
 * Lints a document with scripts in the `package.json` of its repository. Which ones it has is not known: a script is
 * taken to be missing only on the lines that a label or a non-defect speaks of, every other one is there.
 *
 * @param {string} folder the corpus
 * @param {CorpusFile} document
 * @param {readonly CorpusFile[]} siblings other documents of its repository
 * @param {readonly number[]} lines
 * @returns {Promise<Finding[]>}
 */
export async function lintWithScripts(folder, document, siblings, lines) {
	const paths = document.set ? pathsOfSet(folder, document.set) : ["package.json"];
	const lint = async (/** @type {readonly string[]} */ scripts) => {
		const text = JSON.stringify({ scripts: Object.fromEntries(scripts.map((name) => [name, ""])) });
		const texts = new Map(paths.map((path) => [path, /(?:^|\/)package\.json$/.test(path) ? text : ""]));
		return (await lintRepository(folder, texts, [document, ...siblings], [dirname(document.path)], "recommended")).get(document.path) ?? [];
	};
	const scripts = (await lint([])).flatMap(({ rule, line, message }) => {
		const name = rule === "existing-commands" ? /has a script `([^`]+)`/.exec(message)?.[1] : undefined;
		const named = [line, ...(/\(also on lines? ([^)]+)\)/.exec(message)?.[1]?.match(/\d+/g) ?? []).map(Number)];
		return name === undefined || named.some((each) => lines.includes(each)) ? [] : [name];
	});
	return lint(scripts);
}

/** @param {string} folder @param {string} set */
function pathsOfSet(folder, set) {
	return readFileSync(join(folder, set, "FILES.txt"), "utf8").split("\n");
}

/**
 * @param {string} folder the corpus
 * @param {readonly string[] | ReadonlyMap<string, string>} paths what git tracks, perhaps with texts
 * @param {readonly CorpusFile[]} documents
 * @param {readonly string[]} plans
 * @param {"recommended" | "strict"} preset
 * @returns {Promise<Map<string, Finding[]>>} by path
 */
async function lintRepository(folder, paths, documents, plans, preset, rules = {}) {
	const root = mkdtempSync(join(tmpdir(), "acid-plans-corpus-"));
	try {
		layOut(root, folder, paths, documents);
		const config = acidPlans({ plans: [...plans], template: "free", preset, rules });
		const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: /** @type {any} */ (config) });
		const results = await eslint.lintFiles([...plans]);
		return new Map(
			results.map((result) => [
				result.filePath.slice(root.length + 1),
				result.messages.map((message) => {
					if (message.fatal || !message.ruleId) throw new Error(`${result.filePath}: ${message.message}`);
					return { rule: message.ruleId.replace("acid-plans/", ""), line: message.line, message: message.message };
				}),
			]),
		);
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

/**
 * The folders that hold plans: those whose name says so.
 *
 * @param {readonly CorpusFile[]} documents
 */
function plansFolders(documents) {
	const folders = documents.map(({ path }) => /^(?:.*\/)?[^/]*plans(?=\/)/.exec(path)?.[0] ?? dirname(path));
	return [...new Set(folders)].filter((folder) => /plans$/.test(folder)).sort();
}

/** @param {string} root @param {string} folder @param {readonly string[] | ReadonlyMap<string, string>} paths @param {readonly CorpusFile[]} documents */
function layOut(root, folder, paths, documents) {
	for (const [path, text] of paths instanceof Map ? paths : paths.map((each) => /** @type {const} */ ([each, ""]))) {
		if (path === "" || path.startsWith("/") || path.split("/").includes("..")) continue;
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	for (const { file, path } of documents) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		copyFileSync(join(folder, file), join(root, path));
	}
	const git = (/** @type {string[]} */ ...args) =>
		execFileSync("git", ["-c", "user.name=corpus", "-c", "user.email=corpus@example.invalid", "-c", "commit.gpgsign=false", ...args], {
			cwd: root,
			encoding: "utf8",
			env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
			stdio: ["ignore", "pipe", "ignore"],
		}).trim();
	git("init", "--quiet");
	git("add", "--all", "--force");
	git("commit", "--quiet", "--message", "All paths of the repository");
	writeFileSync(join(root, ".git", "shallow"), `${git("rev-parse", "HEAD")}\n`);
}
