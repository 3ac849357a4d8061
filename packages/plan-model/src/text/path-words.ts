/** Words by which a path is told from other text with slashes and dots in it. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Extensions that make a bare name (`main.rs`) a file. */
export const FILE_EXTENSIONS: ReadonlySet<string> = words(`
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
export const WORD_EXTENSIONS: ReadonlySet<string> = words(`
	c h m s r v d f l y t in am ac el lisp log map env db key data config conf cfg properties template zip tar
	text bin dat out tmp temp bak orig old example sample dist pid sock so a o lib class
	cert csr p12 npy npz pt pth onnx ckpt safetensors pkl pickle h5 golden expected
`);

/** One-letter extensions of source files: a bare `codec.c` may be one. */
export const LETTER_EXTENSIONS: ReadonlySet<string> = words("c h m r s v");

/** Files without an extension, and dot files. */
export const FILE_NAMES: ReadonlySet<string> = words(`
	Makefile makefile GNUmakefile Dockerfile Containerfile Justfile justfile .justfile LICENSE LICENCE CODEOWNERS Gemfile Rakefile Procfile Brewfile
	Vagrantfile Jenkinsfile Pipfile Podfile Fastfile Appfile Caddyfile Tiltfile Earthfile Taskfile Guardfile Snakefile CMakeLists.txt
	go.mod go.sum go.work .gitignore .gitattributes .gitmodules .gitkeep .keep .mailmap .editorconfig .npmrc .npmignore .nvmrc .yarnrc .node-version
	.python-version .ruby-version .tool-versions .terraform-version .prettierrc .prettierignore .eslintrc .eslintignore .stylelintrc .babelrc .browserslistrc
	.swcrc .postcssrc .lintstagedrc .commitlintrc .huskyrc .dockerignore .env .envrc .flake8 .pylintrc .coveragerc .rubocop .rspec .htaccess .clang-format
	.clang-tidy .gitlab-ci .hadolint .vercelignore .gcloudignore .helmignore .slugignore .cursorrules .windsurfrules .aiignore .claudeignore .cursorignore
	gradlew mvnw gradle.properties local.properties robots.txt
`);

/** Names of products and of calls that look like files. */
export const NOT_FILES: ReadonlySet<string> = words(`
	node.js vue.js next.js nuxt.js react.js three.js d3.js express.js nest.js chart.js ember.js backbone.js angular.js alpine.js moment.js day.js
	discord.js discord.py matter.js p5.js pixi.js socket.io plotly.js tensorflow.js transformers.js solid.js preact.js ethers.js web3.js web3.py
	electron.js require.js handlebars.js mustache.js jest.js mermaid.js hono.js fastify.js koa.js bun.js deno.js knex.js sequelize.js paper.js
	response.json res.json request.json req.json resp.json r.json body.json ctx.json c.json ctx.html c.html context.md
	asp.net ado.net vb.net ml.net
`);

/** What stands before an extension when only the extension is meant: `.d.ts`, `.test.tsx`, `.tar.gz`. */
export const EXTENSION_PARTS: ReadonlySet<string> = words(
	"d test spec tests e2e module min tar stories story mock fixture config html schema gen generated golden snap api",
);

/** Folders that many repositories have at their root: `src/core` is certain, `alice/core` is not. */
export const ROOT_FOLDERS: ReadonlySet<string> = words(`
	src lib libs packages apps crates cmd internal pkg tests spec specs scripts tools docs plans examples fixtures e2e bench benches benchmarks
	backend frontend services modules plugins migrations components pages public static assets styles templates config configs deploy infra
	infrastructure terraform charts k8s helm docker bin sources include third_party vendor node_modules dist priv web mobile ios android proto
`);

/** First parts of branch and ref names. */
export const BRANCH_WORDS: ReadonlySet<string> = words(`
	feature feat features fix bugfix hotfix chore release refactor perf style ci build wip origin upstream refs heads remotes dependabot renovate
	codex claude copilot cursor task issue epic story spike experiment revert topic
`);

export const MIME_TYPES: ReadonlySet<string> = words(
	"application text image audio video font multipart message model chemical",
);

export const TIME_ZONES: ReadonlySet<string> = words(
	"Africa America Antarctica Arctic Asia Atlantic Australia Etc Europe Indian Pacific US",
);

export const DOMAINS: ReadonlySet<string> = words(
	"com org net io dev ai co edu gov uk de fr eu us me sh xyz cloud app site tech ru cn jp info run",
);

/** Roots of a machine's file system; any other path that starts with `/` may be a route of a server. */
export const SYSTEM_FOLDERS: ReadonlySet<string> = words(
	"Users home root tmp var etc usr opt mnt media Volumes private proc dev sys bin sbin lib srv Library Applications System workspace workspaces nix",
);

/** `and/or`, `read/write`: alternatives, not folders. */
export const ALTERNATIVES: ReadonlySet<string> = words(`
	and/or or/and either/or yes/no true/false on/off read/write write/read input/output client/server server/client pass/fail success/failure
	success/error start/stop enable/disable enabled/disabled show/hide open/close add/remove create/update create/edit get/set in/out up/down
	before/after old/new new/old left/right min/max light/dark dark/light request/response push/pull pull/push key/value name/value his/her he/she
	they/them active/inactive online/offline import/export upload/download login/logout sync/async dev/prod start/end begin/end allow/deny
	approve/reject accept/reject approved/rejected try/catch try/except lat/lng lat/lon user/assistant prev/next previous/next expand/collapse
	public/private local/remote manual/auto internal/external train/test insert/update insert/delete encode/decode lock/unlock mount/unmount
`);
