export default {
	// Writes fixes and tells nothing: the findings that count are those of `check --staged`, which sees what is committed.
	"plans/**/*.md": "node packages/cli/dist/bin.js check --fix-only",
};
