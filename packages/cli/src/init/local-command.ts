import { resolveCommand } from "package-manager-detector/commands";
import { dependencyRange, type Survey } from "./survey.js";

/**
 * How a hook calls a program of `node_modules`. husky 9 puts that folder on the path, so the name alone is enough and
 * saves the start of a package manager with each commit; Yarn's Plug'n'Play has no such folder.
 */
export function hookCommand(survey: Survey, tool: "husky" | "lefthook" | "simple-git-hooks", command: string): string {
	const major = Number(/\d+/.exec(dependencyRange(survey, "husky") ?? "9")?.[0]);
	if (tool === "husky" && major >= 9 && survey.agent !== "yarn@berry") return command;
	return localCommand(survey, command);
}

/** How a person or a workflow calls it. */
export function localCommand({ agent }: Pick<Survey, "agent">, command: string): string {
	const [name = "", ...args] = command.split(" ");
	const resolved = resolveCommand(agent, "execute-local", [name, ...args]);
	return resolved === null ? `npx ${command}` : [resolved.command, ...resolved.args].join(" ");
}
