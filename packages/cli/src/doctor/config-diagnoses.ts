import type { Settings } from "eslint-config-acid-plans/plans";
import { count } from "../check/check-report.js";
import { aliasOfPlugin, type ComputedConfig, severityOf } from "../plans/plugin-of-config.js";
import type { Diagnosis } from "./diagnosis.js";

/** Which rules of ours are on. */
export function ruleDiagnoses(config: ComputedConfig, settings: Settings): Diagnosis[] {
	const alias = aliasOfPlugin(config);
	const rules = Object.entries((alias === undefined ? undefined : config.plugins?.[alias]?.rules) ?? {}).map(
		([name, { meta }]) => ({ name, docs: meta?.docs, severity: severityOf(config.rules?.[`${alias}/${name}`]) }),
	);
	const on = rules.filter(({ severity }) => severity > 0);
	if (on.length === 0) {
		return [
			{
				id: "rules",
				area: "config",
				state: "off",
				message:
					alias === undefined
						? "The config has no eslint-plugin-acid-plans for this file"
						: "No rule of acid-plans is on for this file",
				remedy:
					"Add `...acidPlans()` of eslint-config-acid-plans to the config, behind what switches rules off; its option `plans` names the folder.",
			},
		];
	}
	const warnings = on.filter(({ severity }) => severity === 1).map(({ name }) => name);
	const isFree = settings.template.kind === "free";
	const wanted = rules.filter(
		({ docs, severity }) => docs?.preset === "recommended" && severity === 0 && !(isFree && docs.template === true),
	);
	const ofTemplate = rules.filter(({ docs }) => docs?.template === true && docs.preset !== "off");
	const found: Diagnosis[] = [
		{
			id: "rules",
			area: "config",
			state: "ok",
			message: `${on.length} of ${count(rules.length, "rule")} of acid-plans are on${warnings.length > 0 ? `, ${warnings.length} as warnings (${warnings.join(", ")})` : ""}`,
		},
	];
	if (wanted.length > 0) {
		found.push({
			id: "rules-off",
			area: "config",
			state: "note",
			message: `The config switches off ${count(wanted.length, "recommended rule")}: ${wanted.map(({ name }) => name).join(", ")}`,
			remedy: "Take them out of `rules` to have them again.",
		});
	}
	if (isFree) {
		found.push({
			id: "template",
			area: "config",
			state: "note",
			message: `template: "free" asks for no sections and fields, so ${count(ofTemplate.length, "rule")} of the template say nothing`,
		});
	}
	return [...found, ...settingDiagnoses(config, alias ?? "")];
}

/** Options that take facts away from rules. */
function settingDiagnoses(config: ComputedConfig, alias: string): Diagnosis[] {
	const needing = (fact: string): string[] =>
		Object.entries(config.plugins?.[alias]?.rules ?? {})
			.filter(
				([name, { meta }]) =>
					meta?.docs?.needs?.includes(fact) === true && severityOf(config.rules?.[`${alias}/${name}`]) > 0,
			)
			.map(([name]) => name);
	// What the config says itself: outside of a repository the settings have neither, for another reason.
	const own = (config.settings?.["acid-plans"] ?? {}) as { readonly repository?: unknown; readonly base?: unknown };
	const found: Diagnosis[] = [];
	if (own.repository === false) {
		found.push({
			id: "repository-rules",
			area: "config",
			state: "note",
			message: `repository: false keeps ${listed(needing("repository"))} from asking git`,
			remedy: "Take the option out to have them again.",
		});
	}
	if (own.base === false) {
		found.push({
			id: "history-rules",
			area: "config",
			state: "note",
			message: `base: false switches off the comparison with history: ${listed(needing("base"))}`,
			remedy: "Take the option out to have them again.",
		});
	}
	return found;
}

/** Files that many phases may touch: globs that fit nothing are probably misspelt. */
export function sharedSurfaceDiagnosis(
	settings: Settings,
	isDefault: boolean,
	matches: (glob: string) => boolean,
): Diagnosis {
	const globs = settings.sharedSurfaces;
	const id = "shared-surfaces";
	if (isDefault) {
		return {
			id,
			area: "config",
			state: "ok",
			message: `Shared surfaces: the default, ${count(globs.length, "glob")} of lock files, barrels and the like`,
		};
	}
	const idle = globs.filter((glob) => !matches(glob));
	const message = `Shared surfaces: ${globs.length === 0 ? "none, so every file that two phases change is a conflict" : globs.join(", ")}`;
	if (idle.length === 0) return { id, area: "config", state: "ok", message };
	return {
		id,
		area: "config",
		state: "note",
		message: `${message}; git tracks no file that fits ${idle.join(", ")}`,
		remedy: "Correct the globs in `sharedSurfaces`, or take them out.",
	};
}

function listed(names: readonly string[]): string {
	return names.length === 0 ? "no rule that is on" : names.join(", ");
}
