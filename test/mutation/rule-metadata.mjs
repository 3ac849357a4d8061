/** What says what a rule is and decides nothing: `registry.test.ts` and `pnpm generate --check` hold it. */
const METADATA = new Set(["name", "principle", "preset", "summary", "description", "fixable"]);
/** The type of an option stands on the rule's page, which `generate --check` compares; that fixes and suggestions are declared is a matter of types. */
const DECLARED = new Set(["schema", "hasSuggestions"]);

/** Leaves the metadata of rules alone: a mutant there would be killed by no test of the rule, and by none that is missing. */
export const strykerPlugins = [
	{
		kind: "Ignore",
		name: "rule-metadata",
		value: {
			/** @param {any} path a Babel path */
			shouldIgnore(path) {
				const property = path.parentPath?.isObjectProperty() ? path.parent.key.name : undefined;
				const isMetadata = (path.isStringLiteral() && METADATA.has(property)) || DECLARED.has(property);
				if (!isMetadata) return undefined;
				const isOfRule = path.findParent(
					(/** @type {any} */ parent) => parent.isCallExpression() && parent.node.callee.name === "definePlanRule",
				);
				return isOfRule ? "what a rule says of itself is held by registry.test.ts" : undefined;
			},
		},
	},
];
