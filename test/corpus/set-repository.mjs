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
	const root = mkdtempSync(join(tmpdir(), "acid-plans-corpus-"));
	try {
		layOut(root, join(folder, set), documents);
		const plans = plansFolders(documents);
		const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: /** @type {any} */ (acidPlans({ plans, template: "free", preset })) });
		const results = await eslint.lintFiles(plans);
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

/** @param {string} root @param {string} source @param {readonly CorpusFile[]} documents */
function layOut(root, source, documents) {
	for (const path of readFileSync(join(source, "FILES.txt"), "utf8").split("\n")) {
		if (path === "" || path.startsWith("/") || path.split("/").includes("..")) continue;
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), "");
	}
	for (const { path } of documents) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		copyFileSync(join(source, path), join(root, path));
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
