/**
 * @typedef {object} DescribedCommand of commander, as far as it is read here
 * @property {() => string} name
 * @property {(options: { getOutHelpWidth: () => number, getOutHasColors: () => boolean }) => unknown} configureOutput
 * @property {() => string} helpInformation
 */

/** The help of every command, for the reference page.
 * @param {{ commands: readonly DescribedCommand[] }} program
 */
export function commandReference({ commands }) {
	return commands
		.map((command) => {
			// The page must not depend on the terminal in which it is made.
			command.configureOutput({ getOutHelpWidth: () => 100, getOutHasColors: () => false });
			return `### ${command.name()}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\``;
		})
		.join("\n\n");
}
