/** Where a text stands: a code span, the target of a link, or the plain text of a `Files:` item. */
export type PathContext = "code" | "link" | "item";

/**
 * Why a path is none of the repository's: it starts at a root, a home folder, a drive, a `file:` URL, or climbs out with `..`.
 * A link's `..` starts at the plan, so whether it climbs out is for the reader of the link to say.
 */
export type PathOutside = "absolute" | "home" | "parent" | "windows" | "file-url";

/** A path as a plan writes it. Offsets are UTF-16 indexes into the text that was read. */
export interface PathText {
	/** Normalised: `/` between segments, no `./`, no `//`, no trailing `/`, inner `..` resolved. Paths outside keep their leading part. */
	readonly path: string;
	/** The path is certain to be one by its form alone. Otherwise it may be one (`alice/project`, `./config`): ask whether it exists. */
	readonly certain: boolean;
	/** It stands for many paths: globs, braces, or a variable part. */
	readonly pattern: boolean;
	/** A part is left open: `<name>`, `{id}`, `$NAME`, `…`, `NNN`. */
	readonly variable: boolean;
	/** Written with a trailing slash. */
	readonly directory: boolean;
	/** The line numbers behind the path, `120-140`; the offsets include the `:` or `#L` before. */
	readonly lines?: { readonly text: string; readonly start: number; readonly end: number };
	/** What is named inside the file: `test_login` of `tests/login.py::test_login`. */
	readonly member?: string;
	/** `(NEW)`, `[MODIFY]`, `(deleted)`. */
	readonly note?: "new" | "modified" | "deleted";
	/** The `#fragment` of a link target, without the `#`. */
	readonly fragment?: string;
	readonly outside?: PathOutside;
	/** Range of the path itself, without lines, member and note. */
	readonly start: number;
	readonly end: number;
}

/** Longer texts are no paths (Linux allows 4,096 bytes, a plan's are below 200). */
const LONGEST_PATH = 1024;

/** The most patterns that braces may expand to. */
export const BRACE_LIMIT = 256;

const BRACE_DEPTH = 16;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Extensions that make a bare name (`main.rs`) a file. */
const FILE_EXTENSIONS = words(`
	ts tsx mts cts js jsx mjs cjs vue svelte astro json jsonc json5 jsonl ndjson yaml yml toml xml ini csv tsv
	md mdx markdown rst adoc txt tex pdf docx xlsx pptx odt rtf
	py pyi pyx ipynb rb erb rake gemspec php go rs java kt kts groovy gradle scala sbt clj cljs cljc edn
	cpp cc cxx hpp hh hxx cs fs fsx vb csproj fsproj sln slnx props targets razor cshtml xaml swift dart lua
	ex exs eex heex leex erl hrl hs ml mli nim zig jl elm purs sol vy cu cuh glsl hlsl wgsl metal asm
	sh bash zsh fish ps1 psm1 bat cmd sql graphql gql prisma proto thrift avsc tf tfvars hcl nix bicep rego cue
	html htm css scss sass less styl svg png jpg jpeg gif webp avif ico bmp tiff mp3 mp4 mov wav webm ogg woff woff2 ttf otf
	lock tpl tmpl hbs ejs pug njk liquid j2 jinja mustache feature http rest http snap patch diff
	gz tgz bz2 xz 7z rar whl jar war apk ipa dmg deb rpm exe dll dylib wasm pyc sqlite sqlite3 parquet arrow
	unity prefab asmdef uxml uss tscn tres gd gdshader uproject uasset blend fbx glb gltf usd obj stl
	editorconfig plist entitlements xcconfig pbxproj storyboard xib mk cmake bzl bazel dockerfile service timer pem crt
`);

/** Extensions of files that are as well properties in code (`console.log`, `ctx.db`): they need a slash before. */
const WORD_EXTENSIONS = words(`
	c h m s r v d f l y t in am ac el lisp log map env db key data config conf cfg properties template zip tar
	text bin dat out tmp temp bak orig old example sample dist pid sock so a o lib class
	cert csr p12 npy npz pt pth onnx ckpt safetensors pkl pickle h5 golden expected
`);

/** One-letter extensions of source files: a bare `codec.c` may be one. */
const LETTER_EXTENSIONS = words("c h m r s v");

/** Files without an extension, and dot files. */
const FILE_NAMES = words(`
	Makefile makefile GNUmakefile Dockerfile Containerfile Justfile justfile .justfile LICENSE LICENCE CODEOWNERS Gemfile Rakefile Procfile Brewfile
	Vagrantfile Jenkinsfile Pipfile Podfile Fastfile Appfile Caddyfile Tiltfile Earthfile Taskfile Guardfile Snakefile CMakeLists.txt
	go.mod go.sum go.work .gitignore .gitattributes .gitmodules .gitkeep .keep .mailmap .editorconfig .npmrc .npmignore .nvmrc .yarnrc .node-version
	.python-version .ruby-version .tool-versions .terraform-version .prettierrc .prettierignore .eslintrc .eslintignore .stylelintrc .babelrc .browserslistrc
	.swcrc .postcssrc .lintstagedrc .commitlintrc .huskyrc .dockerignore .env .envrc .flake8 .pylintrc .coveragerc .rubocop .rspec .htaccess .clang-format
	.clang-tidy .gitlab-ci .hadolint .vercelignore .gcloudignore .helmignore .slugignore .cursorrules .windsurfrules .aiignore .claudeignore .cursorignore
	gradlew mvnw gradle.properties local.properties robots.txt
`);

/** Names of products and of calls that look like files. */
const NOT_FILES = words(`
	node.js vue.js next.js nuxt.js react.js three.js d3.js express.js nest.js chart.js ember.js backbone.js angular.js alpine.js moment.js day.js
	discord.js discord.py matter.js p5.js pixi.js socket.io plotly.js tensorflow.js transformers.js solid.js preact.js ethers.js web3.js web3.py
	electron.js require.js handlebars.js mustache.js jest.js mermaid.js hono.js fastify.js koa.js bun.js deno.js knex.js sequelize.js paper.js
	response.json res.json request.json req.json resp.json r.json body.json ctx.json c.json ctx.html c.html context.md
	asp.net ado.net vb.net ml.net
`);

/** What stands before an extension when only the extension is meant: `.d.ts`, `.test.tsx`, `.tar.gz`. */
const EXTENSION_PARTS = words(
	"d test spec tests e2e module min tar stories story mock fixture config html schema gen generated golden snap api",
);

/** Folders that many repositories have at their root: `src/core` is certain, `alice/core` is not. */
const ROOT_FOLDERS = words(`
	src lib libs packages apps crates cmd internal pkg tests spec specs scripts tools docs plans examples fixtures e2e bench benches benchmarks
	backend frontend services modules plugins migrations components pages public static assets styles templates config configs deploy infra
	infrastructure terraform charts k8s helm docker bin sources include third_party vendor node_modules dist priv web mobile ios android proto
`);

/** First parts of branch and ref names. */
const BRANCH_WORDS = words(`
	feature feat features fix bugfix hotfix chore release refactor perf style ci build wip origin upstream refs heads remotes dependabot renovate
	codex claude copilot cursor task issue epic story spike experiment revert topic
`);

const MIME_TYPES = words("application text image audio video font multipart message model chemical");
const TIME_ZONES = words("Africa America Antarctica Arctic Asia Atlantic Australia Etc Europe Indian Pacific US");
const DOMAINS = words(
	"com org net io dev ai co edu gov uk de fr eu us me sh xyz cloud app site tech ru cn jp info run",
);

/** Roots of a machine's file system; any other path that starts with `/` may be a route of a server. */
const SYSTEM_FOLDERS = words(
	"Users home root tmp var etc usr opt mnt media Volumes private proc dev sys bin sbin lib srv Library Applications System workspace workspaces nix",
);

/** `and/or`, `read/write`: alternatives, not folders. */
const ALTERNATIVES = words(`
	and/or or/and either/or yes/no true/false on/off read/write write/read input/output client/server server/client pass/fail success/failure
	success/error start/stop enable/disable enabled/disabled show/hide open/close add/remove create/update create/edit get/set in/out up/down
	before/after old/new new/old left/right min/max light/dark dark/light request/response push/pull pull/push key/value name/value his/her he/she
	they/them active/inactive online/offline import/export upload/download login/logout sync/async dev/prod start/end begin/end allow/deny
	approve/reject accept/reject approved/rejected try/catch try/except lat/lng lat/lon user/assistant prev/next previous/next expand/collapse
	public/private local/remote manual/auto internal/external train/test insert/update insert/delete encode/decode lock/unlock mount/unmount
`);

// prettier-ignore
const NOTES: Readonly<Record<string, "new" | "modified" | "deleted">> = {
	new: "new", create: "new", created: "new", add: "new", added: "new",
	modify: "modified", modified: "modified", update: "modified", updated: "modified", change: "modified", changed: "modified",
	edit: "modified", edited: "modified", extend: "modified", extended: "modified", rewrite: "modified", rewritten: "modified",
	delete: "deleted", deleted: "deleted", remove: "deleted", removed: "deleted",
};

/**
 * Reads a whole text as one path. A path has a `/` or a known file extension; it is no command, URL, package, MIME type, route,
 * alternative, number, branch or code expression. When in doubt it is not certain, or nothing.
 * @param text a code span's or item's text, or a link's target
 * @returns undefined when the text is something else; never throws
 */
export function readPathText(text: string, context: PathContext = "code"): PathText | undefined {
	const trimmed = text.trim();
	if (trimmed === "" || trimmed.length > LONGEST_PATH) return undefined;
	const start = text.indexOf(trimmed);
	return context === "link" ? readLinkTarget(trimmed, start) : readWritten(trimmed, start);
}

interface Rest {
	readonly text: string;
	readonly start: number;
}

/** What surrounds a path; optional properties are absent, never undefined. */
type Facts = { -readonly [Key in "lines" | "member" | "note" | "fragment" | "outside"]?: NonNullable<PathText[Key]> };

function readWritten(text: string, start: number): PathText | undefined {
	const facts: Facts = {};
	const rest = takeLines(takeNote({ text, start }, facts), facts);
	const outside = outsideOf(rest.text);
	if (outside !== undefined) return readOutside(rest, outside, facts);
	const body = takeMember(rest, facts);
	const form = inspect(body.text);
	if (form === undefined) return undefined;
	const certain = certaintyOf(body.text, form);
	if (certain === undefined) return undefined;
	const path = normalise(form.segments);
	if (path === "") return undefined;
	if (path === ".." || path.startsWith("../")) facts.outside = "parent";
	return describe(path, certain, form, body, facts);
}

function describe(path: string, certain: boolean, form: Form, { text, start }: Rest, facts: Facts): PathText {
	return {
		path,
		certain,
		pattern: form.glob || form.variable,
		variable: form.variable,
		directory: form.directory,
		...facts,
		start,
		end: start + text.length,
	};
}

/** A link target with no scheme is a path by definition; `?query` and `#fragment` are none of it. */
function readLinkTarget(text: string, start: number): PathText | undefined {
	const facts: Facts = {};
	const outside = outsideOf(text);
	if (outside === "windows" || outside === "file-url") return readOutside({ text, start }, outside, facts);
	if (/^[a-z][a-z0-9+.-]*:/iu.test(text) && !/^[\w.-]+:\d+(?:[-,:]\d+)*$/u.test(text)) return undefined;
	if (text.startsWith("//")) return undefined;
	const hash = text.indexOf("#");
	let body = hash < 0 ? text : text.slice(0, hash);
	if (hash >= 0) {
		const fragment = text.slice(hash + 1);
		const numbers = LINE_FRAGMENT.exec(fragment);
		if (numbers !== null) facts.lines = { text: lineNumbers(fragment), start: start + hash, end: start + text.length };
		facts.fragment = fragment;
	}
	const query = body.indexOf("?");
	if (query >= 0) body = body.slice(0, query);
	const rest = takeLines({ text: body, start }, facts);
	let decoded = rest.text;
	try {
		decoded = decodeURIComponent(rest.text);
	} catch {
		// A stray % is part of the name.
	}
	const segments = decoded.split("/");
	const path = normalise(segments);
	if (path === "") return undefined;
	if (outside === "home" || outside === "absolute") facts.outside = outside;
	const form: Form = { segments, glob: false, variable: isVariable(decoded), directory: decoded.endsWith("/") };
	return describe(outside === "absolute" ? `/${path}` : path, true, form, rest, facts);
}

const NOTE_AFTER = /\s*[([]\s*(\p{L}{3,10})(?:[ ,:;–—-][^()[\]]{0,60})?\s*[)\]]$/u;
const NOTE_BEFORE = /^[([]\s*(\p{L}{3,10})\s*[)\]]\s+/u;

function takeNote(rest: Rest, facts: Facts): Rest {
	const before = NOTE_BEFORE.exec(rest.text);
	const noteBefore = before === null ? undefined : NOTES[(before[1] ?? "").toLowerCase()];
	if (before !== null && noteBefore !== undefined) {
		facts.note = noteBefore;
		return { text: rest.text.slice(before[0].length), start: rest.start + before[0].length };
	}
	// A note stands at the end, so only the end is looked at.
	const from = Math.max(0, rest.text.length - 96);
	const after = NOTE_AFTER.exec(rest.text.slice(from));
	const noteAfter = after === null ? undefined : NOTES[(after[1] ?? "").toLowerCase()];
	// `app/(new)` is a folder: a note stands behind a space, or behind the extension of a file.
	if (after === null || noteAfter === undefined) return rest;
	const text = rest.text.slice(0, from + after.index);
	if (!/^\s/u.test(after[0]) && !/\.\w+$/u.test(text)) return rest;
	facts.note = noteAfter;
	return { text, start: rest.start };
}

const LINE_NUMBERS = /(?::L?|#L|\s+\(?(?:lines?|L)\s*)~?\d{1,7}(?:\s*[-–—,:]\s*L?\d{1,7})*\)?$/u;
const LINE_FRAGMENT = /^L\d{1,7}(?:C\d+)?(?:-L?\d{1,7}(?:C\d+)?)?$/u;

function lineNumbers(text: string): string {
	return text
		.replace(/^[^\d]+|C\d+|\)$/gu, "")
		.replace(/[–—]/gu, "-")
		.replace(/[L\s]/gu, "");
}

function takeLines(rest: Rest, facts: Facts): Rest {
	const from = Math.max(0, rest.text.length - 64);
	const match = LINE_NUMBERS.exec(rest.text.slice(from));
	if (match === null || from + match.index === 0) return rest;
	const cut = from + match.index;
	facts.lines = { text: lineNumbers(match[0]), start: rest.start + cut, end: rest.start + rest.text.length };
	return { text: rest.text.slice(0, cut), start: rest.start };
}

const MEMBER = /^(.*?\.[A-Za-z]\w{0,9})(?:::|:|#)([\p{L}_][\p{L}\p{N}_.:[\]-]*(?:\(\))?)$/u;

function takeMember(rest: Rest, facts: Facts): Rest {
	const match = MEMBER.exec(rest.text);
	const file = match?.[1];
	if (file === undefined || match?.[2] === undefined || !hasExtension(lastSegment(file), false)) return rest;
	facts.member = match[2];
	return { text: file, start: rest.start };
}

function outsideOf(text: string): PathOutside | undefined {
	if (/^file:\/\//iu.test(text)) return "file-url";
	if (
		/^[A-Za-z]:[\\/]/u.test(text) ||
		/^\\\\[\w.-]+\\/u.test(text) ||
		/^%(?:USERPROFILE|APPDATA|LOCALAPPDATA|TEMP|HOMEPATH)%/iu.test(text)
	)
		return "windows";
	if (/^(?:~|\$HOME|\$\{HOME\})\//u.test(text)) return "home";
	if (text.startsWith("/")) return "absolute";
	return undefined;
}

function readOutside(rest: Rest, outside: PathOutside, facts: Facts): PathText | undefined {
	const { text } = rest;
	// A command behind an absolute program, or prose: only a drive's path may hold spaces.
	if (outside !== "windows" && outside !== "file-url" && /[\s"'`|;&=()]/u.test(text)) return undefined;
	if (/["`|;\n\r]/u.test(text)) return undefined;
	const plain = (outside === "file-url" ? text.slice("file://".length) : text).replaceAll("\\", "/");
	const segments = plain.split("/").filter((segment) => segment !== "");
	const form: Form = { segments, glob: isGlob(plain), variable: isVariable(plain), directory: plain.endsWith("/") };
	facts.outside = outside;
	const described = (certain: boolean): PathText =>
		describe(plain.replace(/(?<=.)\/+$/u, ""), certain, form, rest, facts);
	switch (outside) {
		case "file-url":
			return segments.length > 0 && /[\p{L}\p{N}]/u.test(plain) ? described(true) : undefined;
		case "windows":
			return segments.length > 1 ? described(!/\.(?:exe|bat|cmd|ps1)\s/iu.test(plain)) : undefined;
		case "home":
			return segments.length > 1 ? described(true) : undefined;
		default: {
			const [first = "", ...more] = segments;
			if (SYSTEM_FOLDERS.has(first) && more.length > 0) {
				// `/home/settings` may be a route; three levels of it, or a capital `/Users`, are a machine's.
				const isRoute =
					/^[:{]/u.test(more[0] ?? "") ||
					(/^(?:home|media|dev|system)$/u.test(first) && more.length === 1 && !form.directory);
				return isRoute ? undefined : described(true);
			}
			const last = segments.at(-1) ?? "";
			const isServed = /\.(?:html?|json|xml|png|jpe?g|svg|ico|css|js|pdf|txt|webp|php)$/u.test(last);
			return more.length > 0 && hasExtension(last, true) && !isServed && !DOMAINS.has(first)
				? described(false)
				: undefined;
		}
	}
}

interface Form {
	readonly segments: readonly string[];
	readonly glob: boolean;
	readonly variable: boolean;
	readonly directory: boolean;
}

/** Letters, digits and what file names hold in practice. Quotes, operators, backslashes and pictures are not among them. */
const PATH_CHARACTERS = /^[\p{L}\p{M}\p{N}_\-.+@~$%#=,!()[\]{}*?<>…^/]+$/u;

/** The segments of a text that has no character a path would not have. */
function inspect(text: string): Form | undefined {
	const compact = withoutInnerSpaces(text);
	if (compact === undefined) return undefined;
	const plain = /^[\w.-]+(?:\\[\w.-]+)+\\?$/u.test(compact) ? backslashed(compact) : compact;
	if (plain === undefined || !PATH_CHARACTERS.test(plain) || !/[\p{L}\p{N}*…]/u.test(plain)) return undefined;
	if (/^[+=,#!%^)\]}>-]/u.test(plain) && !/^(?:\+\w|#\w+\/)/u.test(plain)) return undefined;
	const segments = splitSegments(plain);
	if (segments === undefined || !segments.every(isSegment) || segments[0]?.includes("=") === true) return undefined;
	return { segments, glob: isGlob(plain), variable: isVariable(plain), directory: /(?<=[^/])\/$/u.test(plain) };
}

/** A Windows user's relative path is recognised by its file; `\d+\w` is a regular expression. */
function backslashed(text: string): string | undefined {
	const plain = text.replaceAll("\\", "/");
	return hasExtension(lastSegment(plain), false) ? plain : undefined;
}

/** Spaces stand in `{a.py, b.py}` and `<feature name>` only. */
function withoutInnerSpaces(text: string): string | undefined {
	if (!/\s/u.test(text)) return text;
	let out = "";
	let braces = 0;
	let angles = 0;
	for (const character of text) {
		if (character === "{") braces++;
		else if (character === "}") braces--;
		else if (character === "<") angles++;
		else if (character === ">") angles--;
		if (/\s/u.test(character)) {
			if (angles > 0) out += "-";
			else if (braces <= 0 || !/[{,]$/u.test(out)) return undefined;
		} else out += character;
	}
	return out;
}

/** At each `/` that is not inside braces or angle brackets; undefined when those do not close. */
function splitSegments(text: string): string[] | undefined {
	const segments: string[] = [];
	let braces = 0;
	let isOpen = false;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "{") braces++;
		else if (character === "}" && --braces < 0) return undefined;
		else if (character === "<") {
			if (isOpen) return undefined;
			isOpen = true;
		} else if (character === ">") {
			if (!isOpen) return undefined;
			isOpen = false;
		} else if (character === "/" && braces === 0 && !isOpen) {
			segments.push(text.slice(from, at));
			from = at + 1;
		}
	}
	segments.push(text.slice(from));
	return braces === 0 && !isOpen ? segments : undefined;
}

/** What a segment may not be: a call, a generic type, an assignment at the start, an option chain, a tag. */
function isSegment(segment: string): boolean {
	if (
		/[()]/u.test(segment) &&
		!/^(?:\(\.{1,3}\))*\(?[\p{L}\p{N}_.-]+(?:[)[\]][\p{L}\p{N}_.[\]-]*)?$/u.test(
			segment.replace(/^(?:\(\.{1,3}\))+/u, ""),
		)
	)
		return false;
	if (/[()]/u.test(segment) && /^[^(]+\(/u.test(segment)) return false;
	if (/\?\.|\?\?|!$|^!|=>|==/u.test(segment)) return false;
	if (/</u.test(segment) && !/^(?:[^<>]*[-_.@[\]{}*])?<[^<>/]+>(?:[^<>]*<[^<>]+>)*[^<>]*$/u.test(segment)) return false;
	if (/[[\]]/u.test(segment) && !/^[^[\]]*(?:\[\[?[^[\]]+\]\]?[^[\]]*)+$/u.test(segment)) return false;
	if (/=/u.test(segment) && !/^[a-z_]+=[^=]+$/u.test(segment)) return false;
	return !/,(?![^{}]*\})/u.test(segment);
}

const DYNAMIC_SEGMENT = /\[\[?(?:\.\.\.)?[A-Za-z_]\w+\]\]?/gu;

/** `[id]` and `[...slug]` are names of route files, `[0-9]`, `[!a]` and `[ab]*` without a name are globs. */
function isGlob(text: string): boolean {
	return /[*?]|\[[^\]]*\]|\{(?:[^{}.,]|\.(?!\.))*(?:,|\.\.)[^{}]*\}/u.test(text.replace(DYNAMIC_SEGMENT, ""));
}

/** `{1..3}` is a glob, `{id}` a variable. */
const SEQUENCE = /\{(?:[^{}.]|\.(?!\.))*\.\.[^{}]*\}/gu;

const VARIABLES =
	/<[^<>]+>|\{\{[^{}]*\}\}|\$?\{[^{},]*\}|\$[A-Z_][A-Z0-9_]*|^\$[A-Za-z_][\w.]*(?=\/)|…|(?<=^|\/)\.\.\.(?=\/|$)|(?<![A-Za-z])(?:N{2,}|X{3,}|YYYY(?:-?MM(?:-?DD)?)?)(?![A-Za-z])/gu;

function isVariable(text: string): boolean {
	return text.replace(SEQUENCE, "").search(VARIABLES) >= 0;
}

function lastSegment(text: string): string {
	return text.slice(text.lastIndexOf("/") + 1);
}

/**
 * @param name one segment
 * @param behindSlash whether a folder stands before, which makes `app.log` a file
 */
function hasExtension(name: string, behindSlash: boolean): boolean {
	if (FILE_NAMES.has(name) || /^\.env\.[\w.-]+$/u.test(name) || /^Dockerfile\.[\w.-]+$/u.test(name)) return true;
	const dot = name.lastIndexOf(".");
	if (dot <= 0 || dot === name.length - 1) return false;
	const extension = name.slice(dot + 1);
	const stem = name.slice(0, dot);
	const isShouted = stem === stem.toUpperCase() && extension === extension.toUpperCase();
	const key = isShouted ? extension.toLowerCase() : extension;
	if (FILE_EXTENSIONS.has(key)) return true;
	return behindSlash && (WORD_EXTENSIONS.has(key) || extensionsInBraces(extension));
}

/** `file.{ts,tsx}` */
function extensionsInBraces(extension: string): boolean {
	return (
		/^\{[\w,]+\}$/u.test(extension) &&
		extension
			.slice(1, -1)
			.split(",")
			.every((one) => FILE_EXTENSIONS.has(one))
	);
}

const NUMBER = /^[a-z~<>≥≤#$€£]{0,2}\d[\d.,:]*[%a-z]{0,3}$/iu;

/** true: a path by its form; false: perhaps one; undefined: something else. */
function certaintyOf(text: string, form: Form): boolean | undefined {
	const named = form.segments.filter((segment) => segment !== "" && segment !== ".");
	const names = named.filter((segment) => segment !== "..");
	const first = names[0] ?? "";
	const last = names.at(-1) ?? "";
	if (names.length === 0) return undefined;
	const isRelative = /^\.{1,2}\//u.test(text);
	const hasFile = hasExtension(last, true) || hasExtension(last.replace(/\*$/u, ""), true) || bracesHoldFiles(last);
	if (form.segments.length === 1) return bareCertainty(text, form);
	if (form.segments.slice(1, -1).includes("")) return undefined;
	// `@scope/package` and the alias `@/components`
	if (text.startsWith("@") || /@v?\d/u.test(last)) return undefined;
	if (
		!isRelative &&
		/^[\w-]+(?:\.[\w-]+)*\.([a-z]{2,6})(?::\d+)?$/iu.test(first) &&
		DOMAINS.has(first.slice(first.lastIndexOf(".") + 1)) &&
		!hasExtension(first, false)
	)
		return undefined;
	if (/^(?:localhost|\d+\.\d+\.\d+\.\d+)$/u.test(first)) return undefined;
	// `client.ts/server.ts` names two files
	if (names.slice(0, -1).some((name) => !name.startsWith(".") && hasExtension(name, false))) return undefined;
	if (names.every((name) => NUMBER.test(name)) || names.every((name) => /^<[^<>]*>$/u.test(name))) return undefined;
	if (hasFile) return true;
	if (MIME_TYPES.has(first) && names.length === 2 && !form.directory) return undefined;
	if (BRANCH_WORDS.has(first.toLowerCase()) && (!form.directory || names.length === 1)) return undefined;
	if (TIME_ZONES.has(first) && names.length > 1 && !form.directory) return undefined;
	if (ALTERNATIVES.has(text.toLowerCase())) return undefined;
	if ([...first].length === 1 && !/[*…]/u.test(first)) return undefined;
	if (names.every((name) => /^[\p{Lu}\d_-]+$/u.test(name)) && !form.directory) return undefined;
	if (names.some((name) => /^[…*.]+$/u.test(name)) && names.every((name) => /^[…*.?]+$/u.test(name))) return undefined;
	// `Ash.create/1`, `Future.all/race`: a function and its arity, two methods
	if (names.length === 2 && (/^\d+$/u.test(last) || /^\w+(?:\.\w+)+$/u.test(first))) return undefined;
	if (form.directory) return !/^(?:w|s|n|y|and|or|https?)$/iu.test(first) && !/[$%=]$/u.test(last);
	if (isRelative) return false;
	if (first.startsWith(".") && /^\.[\w-]+$/u.test(first)) return true;
	// `app/(auth)/[id]` are folders of a router.
	if (names.some((name) => /^\([\w.-]+\)$|^\[\[?[\w.]+\]\]?$/u.test(name))) return true;
	if (ROOT_FOLDERS.has(first)) return !/^v\d/u.test(last) && !NUMBER.test(last);
	// An unknown extension below two folders: `auto/lib/ast.at`
	return names.length >= 3 && /^[\p{L}\p{N}_-]+\.[a-z]\w{0,9}$/u.test(last) && !/\./u.test(names.slice(0, -1).join(""));
}

function bareCertainty(name: string, form: Form): boolean | undefined {
	if (FILE_NAMES.has(name) || /^\.env\.[\w.-]+$/u.test(name)) return true;
	if (NOT_FILES.has(name.toLowerCase())) return undefined;
	if (name.startsWith(".") && isOnlyExtension(name)) return undefined;
	if (/^[@#$%=]/u.test(name)) return undefined;
	if (hasExtension(name, false)) return !name.startsWith("*");
	if (bracesHoldFiles(name) || (form.glob && extensionsInBraces(name.slice(name.lastIndexOf(".") + 1)))) return false;
	const dot = name.indexOf(".");
	return dot > 1 &&
		/^[a-z][a-z0-9_-]+$/u.test(name.slice(0, dot)) &&
		LETTER_EXTENSIONS.has(name.slice(dot + 1)) &&
		!/^(?:self|this|ctx|req|res|args|props|state|opts|options|params|data|point|node|item|obj|row|event|msg)$/u.test(
			name.slice(0, dot),
		)
		? false
		: undefined;
}

/** `.test.ts`, `.figma.tsx`: dot files hold settings (`.mcp.json`, `.eslintrc.cjs`), so with any other kind of file the extension itself is meant. */
function isOnlyExtension(name: string): boolean {
	const parts = name.slice(1).split(".");
	if (parts.every((part) => EXTENSION_PARTS.has(part) || FILE_EXTENSIONS.has(part))) return true;
	return (
		!/^(?:jsonc?|ya?ml|toml|md|ini|lock|example)$/u.test(parts.at(-1) ?? "") && !/(?:rc|config)$/u.test(parts[0] ?? "")
	);
}

/** `{split.py,adaptive.py}` */
function bracesHoldFiles(name: string): boolean {
	const match = /^[\w.-]*\{([^{}]+)\}$/u.exec(name);
	return (
		match?.[1] !== undefined && match[1].includes(",") && match[1].split(",").every((one) => hasExtension(one, false))
	);
}

function normalise(segments: readonly string[]): string {
	const path: string[] = [];
	for (const segment of segments) {
		if (segment === "" || segment === ".") continue;
		if (segment === ".." && path.length > 0 && path.at(-1) !== "..") path.pop();
		else path.push(segment);
	}
	return path.join("/");
}

/**
 * The path as a glob in picomatch's sense: what is no glob in it is escaped (`app/\(auth\)/\[id\]`), an open part matches anything,
 * a folder keeps its trailing slash.
 */
export function pathGlob({ path, variable, pattern, directory }: PathText): string {
	const end = directory ? "/" : "";
	if (!pattern) return path.replace(/[\\()[\]{}*?!+@|^$"]/gu, "\\$&") + end;
	const opened = variable
		? path.replace(VARIABLES, (part, at: number) => {
				const isSegment =
					(at === 0 || path[at - 1] === "/") && /^(?:\/|$)/u.test(path.slice(at + part.length, at + part.length + 1));
				if (/^\{[^{}]*\.\./u.test(part)) return part;
				return isSegment && /^(?:…|\.\.\.)$/u.test(part) ? "**" : "*";
			})
		: path;
	return (
		opened.replace(DYNAMIC_SEGMENT, (part) => part.replace(/[[\]]/gu, "\\$&")).replace(/[()!+@|^$"]/gu, "\\$&") + end
	);
}

/**
 * Reads the paths that an item of a files field lists in plain text, up to the first word that is none: `src/a.ts, src/b.ts (NEW) - why`.
 * Empty when the item does not start with a path. Never throws.
 */
export function readPathList(text: string): PathText[] {
	const paths: PathText[] = [];
	for (const { text: word, start } of listWords(text)) {
		if (/^(?:and|&|\+|und|et|y|e|→|->|=>)$/u.test(word)) continue;
		const path = readPathText(word, "item");
		if (path === undefined) break;
		paths.push({
			...path,
			...(path.lines === undefined
				? {}
				: { lines: { ...path.lines, start: path.lines.start + start, end: path.lines.end + start } }),
			start: path.start + start,
			end: path.end + start,
		});
	}
	return paths;
}

/** Words between spaces, commas and semicolons outside braces; a bracketed note stays with the word before. */
function* listWords(text: string): Generator<Rest> {
	const length = Math.min(text.length, 16 * LONGEST_PATH);
	let from = -1;
	let braces = 0;
	for (let at = 0; at <= length; at++) {
		const character = at === length ? " " : (text[at] ?? " ");
		if (character === "{") braces++;
		else if (character === "}") braces = Math.max(0, braces - 1);
		const isBreak = at === length || (braces === 0 && /[\s,;]/u.test(character));
		if (!isBreak) {
			if (from < 0) from = at;
			continue;
		}
		if (from < 0) continue;
		const note = character === " " ? /^ [([][^()[\]\n]{1,40}[)\]]/u.exec(text.slice(at, at + 48)) : null;
		const isNote =
			note !== null &&
			/^ .\s*\p{L}+/u.test(note[0]) &&
			NOTES[/\p{L}+/u.exec(note[0])?.[0].toLowerCase() ?? ""] !== undefined;
		const end = isNote ? at + note[0].length : at;
		const word = text.slice(from, end).replace(/[.:]$/u, "");
		yield { text: word, start: from };
		from = -1;
		if (isNote) at = end - 1;
	}
}

/**
 * Expands `{a,b}` and `{1..3}`, nested too, as Bash does. Braces without a comma or range, and unbalanced ones, are literal; `\{` is too.
 * @returns undefined when there would be more than `limit` patterns or the nesting is deeper than any real one
 */
export function expandBraces(pattern: string, limit: number = BRACE_LIMIT): string[] | undefined {
	if (!pattern.includes("{")) return [pattern];
	const closing = matchBraces(pattern);
	return closing === undefined ? undefined : expandRange(pattern, 0, pattern.length, closing, limit);
}

/** Where each `{` closes; undefined when they are nested too deep. */
function matchBraces(pattern: string): Map<number, number> | undefined {
	const closing = new Map<number, number>();
	const open: number[] = [];
	for (let at = 0; at < pattern.length; at++) {
		if (pattern[at] === "\\") at++;
		else if (pattern[at] === "{") open.push(at);
		else if (pattern[at] === "}") {
			const start = open.pop();
			if (start === undefined) continue;
			closing.set(start, at);
			if (open.length > BRACE_DEPTH) return undefined;
		}
	}
	return closing;
}

function expandRange(
	pattern: string,
	from: number,
	to: number,
	closing: ReadonlyMap<number, number>,
	limit: number,
): string[] | undefined {
	let results = [""];
	const append = (parts: readonly string[]): boolean => {
		if (results.length * parts.length > limit) return false;
		results = results.flatMap((result) => parts.map((part) => result + part));
		return true;
	};
	let literal = from;
	for (let at = from; at < to; at++) {
		if (pattern[at] === "\\") {
			at++;
			continue;
		}
		const end = pattern[at] === "{" ? closing.get(at) : undefined;
		if (end === undefined || end >= to) continue;
		const parts = alternatives(pattern, at + 1, end, closing, limit);
		if (parts === undefined) return undefined;
		if (parts.length === 0) continue;
		if (!append([pattern.slice(literal, at)]) || !append(parts)) return undefined;
		literal = end + 1;
		at = end;
	}
	return append([pattern.slice(literal, to)]) ? results : undefined;
}

/** What stands between the commas of a brace, expanded; empty when it has none and is no range. */
function alternatives(
	pattern: string,
	from: number,
	to: number,
	closing: ReadonlyMap<number, number>,
	limit: number,
): string[] | undefined {
	const commas: number[] = [];
	for (let at = from; at < to; at++) {
		if (pattern[at] === "\\") at++;
		else if (pattern[at] === "{") at = closing.get(at) ?? at;
		else if (pattern[at] === ",") commas.push(at);
	}
	if (commas.length === 0) return sequence(pattern.slice(from, to), limit);
	const parts: string[] = [];
	let start = from;
	for (const end of [...commas, to]) {
		const expanded = expandRange(pattern, start, end, closing, limit);
		if (expanded === undefined || parts.length + expanded.length > limit) return undefined;
		for (const one of expanded) parts.push(one);
		start = end + 1;
	}
	return parts;
}

/** `1..3`, `01..12`, `a..e` */
function sequence(text: string, limit: number): string[] | undefined {
	const match = /^(?:(-?\d{1,9})\.\.(-?\d{1,9})|([A-Za-z])\.\.([A-Za-z]))$/u.exec(text);
	if (match === null) return [];
	const [, firstNumber, lastNumber, firstLetter, lastLetter] = match;
	const first = firstNumber === undefined ? (firstLetter?.codePointAt(0) ?? 0) : Number(firstNumber);
	const last = lastNumber === undefined ? (lastLetter?.codePointAt(0) ?? 0) : Number(lastNumber);
	const count = Math.abs(last - first) + 1;
	if (count > limit) return undefined;
	const isPadded = /^-?0\d/u.test(firstNumber ?? "") || /^-?0\d/u.test(lastNumber ?? "");
	const width = isPadded ? Math.max(firstNumber?.length ?? 0, lastNumber?.length ?? 0) : 0;
	return Array.from({ length: count }, (_, index) => {
		const value = first + (first <= last ? index : -index);
		if (firstNumber === undefined) return String.fromCodePoint(value);
		return value < 0 ? `-${String(-value).padStart(width - 1, "0")}` : String(value).padStart(width, "0");
	});
}
