/** Names of programs and their options, by what they tell about a command. */

export const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Programs that make a code span a command. Names that are as well words of prose (`test`, `find`, `open`, `time`) are left out. */
export const PROGRAMS: ReadonlySet<string> = list(`
	npm pnpm yarn bun npx pnpx bunx make gmake just turbo node deno tsx ts-node python python2 python3 py pytest bash sh zsh fish ruby perl php go
	cargo rustc rustup uv uvx poetry pipenv pip pip3 pipx pdm hatch rye tox nox conda mamba docker docker-compose podman kubectl helm terraform tofu
	git gh glab curl wget grep rg sed awk cat ls cd mkdir rm cp mv touch chmod jq yq psql mysql sqlite3 redis-cli mix elixir iex rails rake bundle
	gem gradle ./gradlew mvn ./mvnw dotnet swift xcodebuild flutter dart composer tsc eslint prettier vitest jest playwright cypress biome oxlint
	ruff mypy pyright black isort flake8 pylint bandit pre-commit alembic uvicorn gunicorn flask django-admin nx lerna rush vite next astro wrangler
	vercel netlify firebase supabase prisma drizzle-kit aws gcloud az ssh scp rsync tar sudo env source xargs echo ansible-playbook cmake
	ctest ninja bazel bazelisk buck2 zig nix nix-build brew apt apt-get dnf systemctl journalctl rspec phpunit mocha ava c8 nyc hyperfine
	cargo-nextest golangci-lint gofmt rustfmt clippy-driver shellcheck actionlint lefthook husky changeset semgrep trivy
`);

// prettier-ignore

/** What runs another command: the number of its own words that are no options. */
export const WRAPPERS: Readonly<Record<string, number>> = {
	sudo: 0, env: 0, time: 0, nohup: 0, command: 0, exec: 0, builtin: 0, "xvfb-run": 0, timeout: 1, gtimeout: 1, nice: 0, caffeinate: 0,
	npx: 0, pnpx: 0, bunx: 0, "cross-env": 0, dotenv: 0, uvx: 0, watch: 0,
};

/** Wrappers of two words. */
export const RUNNERS: ReadonlySet<string> = list(`
	uv:run poetry:run pipenv:run pdm:run rye:run bundle:exec npm:exec npm:x pnpm:exec pnpm:dlx yarn:exec yarn:dlx bun:x dotenvx:run doppler:run op:run
`);

/** Options of wrappers that take a word. */
export const WRAPPER_VALUES: ReadonlySet<string> = list(
	"-u --user -p --package --with --with-editable --extra --group --python -e --env -f --env-file -s -k --signal --kill-after --project --directory -n",
);

export const KEYWORDS: ReadonlySet<string> = list("then do else if elif while until ! { (");

/** Lines of shell syntax that are no command. */
export const SYNTAX: ReadonlySet<string> = list(
	"for case esac fi done } ) select function in ;; [[ [ return break continue local declare readonly set unset shift trap :",
);

/** Installed programs that people call through a manager without `exec`. */
export const INSTALLED_PROGRAMS: ReadonlySet<string> = list(`
	tsc vitest jest eslint prettier biome oxlint playwright cypress mocha ava tsx ts-node node turbo nx lerna vite next nuxt nuxi astro remix svelte-kit svelte-check
	vue-tsc webpack rollup esbuild tsup tsdown unbuild swc prisma drizzle-kit drizzle typeorm sequelize knex wrangler vercel netlify firebase supabase storybook
	chromatic changeset husky lint-staged commitlint stylelint markdownlint remark knip depcheck madge syncpack rimraf concurrently nodemon pm2 serve http-server expo eas
	electron electron-builder tauri cap ionic ng nest hardhat lhci size-limit typedoc c8 nyc tailwindcss postcss graphql-codegen openapi-typescript orval convex shadcn
	shadcn-ui create-next-app degit taze ncu npm-check-updates semantic-release release-it playwright-core patch-package msw
`);

/** Options of package managers that take the next word. */
export const MANAGER_VALUES: ReadonlySet<string> = list(`
	-w --workspace --prefix -C --dir --cwd --filter -F --filter-prod --loglevel --reporter --registry --userconfig --cache --include --from --exclude
	--workspace-concurrency -j --jobs --config --env-file --test-pattern --resume-from
`);

/** Programs that run the first file among their words. */
export const INTERPRETERS: ReadonlySet<string> = list(
	"node tsx ts-node ts-node-esm python python2 python3 py bash sh zsh fish ruby perl php lua Rscript julia source . elixir",
);

/** Programs that test or run all files among their words. */
export const TEST_RUNNERS: ReadonlySet<string> = list(
	"pytest vitest jest playwright cypress mocha ava rspec phpunit pest tap bats shellcheck c8 nyc",
);

/** Options of interpreters and test runners that take the next word. */
export const FILE_VALUES: ReadonlySet<string> = list(`
	-k -m -n -o -p -c -r -W -t -u -g -j -x --require --import --loader --env-file --config --project --reporter --grep --testNamePattern --ignore --deselect --rootdir --cov
	--cov-report --maxfail --durations --tb --browser --shard --workers --outputFile --dir --root --spec --timeout --format --tag --only --exclude --tsconfig --max-workers
`);

export const TURBO_COMMANDS: ReadonlySet<string> = list(
	"bin boundaries completion daemon generate gen telemetry scan config ls devtools docs info link login logout prune query unlink help watch",
);
