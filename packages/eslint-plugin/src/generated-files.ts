/** Globs of files that a build or a run makes and that are never tracked, besides those that git ignores. */
export const GENERATED_FILES: readonly string[] = [
	"**/{dist,build,out,target,coverage,node_modules,tmp,logs}/**",
	"*.{log,db,sqlite,sqlite3,tmp,pid,pyc}",
	".env",
	".env.*",
];
