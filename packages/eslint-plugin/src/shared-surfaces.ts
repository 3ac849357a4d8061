/** Files that many phases may touch unless a config says otherwise: merging them is the everyday work of git or of a tool. */
export const SHARED_SURFACES: readonly string[] = [
	// Lock files are made again, not merged.
	"{package-lock,npm-shrinkwrap,packages.lock}.json",
	"pnpm-lock.yaml",
	"{yarn,bun,deno,Cargo,composer,poetry,uv,pdm,Pipfile,Gemfile,Podfile,mix,pubspec,flake,gradle}.lock",
	"{bun.lockb,go.sum,go.work.sum,Package.resolved}",
	// Barrels gather what others export.
	"index.{ts,tsx,mts,cts,js,jsx,mjs,cjs}",
	"{__init__.py,mod.rs}",
	"{CHANGELOG,Changelog,changelog,CHANGES,HISTORY}{,.md,.rst,.txt}",
	".changeset/**",
	// The index of a plans folder, and what introduces a folder.
	"{README,INDEX,readme,index}.md",
];
