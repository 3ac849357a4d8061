/**
 * What the programs that tests start run with: the machine's, without what may decide how a test ends. That is the
 * settings of git, husky, npm and ESLint, colours, whether this is CI, and that the tests may be run by a hook.
 */
export function environment(): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(
		([name]) => !/^(?:CI$|GIT_|HUSKY|npm_|NO_COLOR|FORCE_COLOR|VITEST|ESLINT_)/i.test(name),
	);
	return {
		...Object.fromEntries(kept),
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_AUTHOR_NAME: "A. Writer",
		GIT_AUTHOR_EMAIL: "writer@example.com",
		GIT_COMMITTER_NAME: "A. Writer",
		GIT_COMMITTER_EMAIL: "writer@example.com",
	};
}
