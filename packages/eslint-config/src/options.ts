import plugin from "eslint-plugin-acid-plans";
import {
	checkOptions,
	nearestName,
	oneOf,
	type OptionCheck,
	SETTING_CHECKS,
	SettingsError,
} from "eslint-plugin-acid-plans/settings";

const PLACE = "acidPlans()";

const hasProcessor = (value: unknown): boolean =>
	typeof value === "boolean" ||
	(typeof value === "object" && value !== null && "preprocess" in value && typeof value.preprocess === "function");

const checkRules: OptionCheck = (value, path, place) => {
	oneOf(
		'a table of severities by rule id, as in { "acid-plans/phase-size": "off" }',
		(rules) => typeof rules === "object" && rules !== null && !Array.isArray(rules),
	)(value, path, place);
	const ids = Object.keys(plugin.rules).map((name) => `acid-plans/${name}`);
	for (const id of Object.keys(value as object)) {
		if (ids.includes(id)) continue;
		const nearest = nearestName(id.includes("/") ? id : `acid-plans/${id}`, ids);
		throw new SettingsError(
			`Unknown rule "${id}" in option "rules" of ${place}. ${nearest === undefined ? 'Its rules are called "acid-plans/…"; rules of other plugins belong into a config object of their own.' : `Did you mean "${nearest}"?`}`,
		);
	}
};

/** Settings that only the command line and the factory itself set. */
const INTERNAL: ReadonlySet<string> = new Set([
	"against",
	"git",
	"snapshot",
	"suggestDisableComments",
	"templateRules",
]);

const CHECKS: ReadonlyMap<string, OptionCheck> = new Map([
	...[...SETTING_CHECKS].filter(([name]) => !INTERNAL.has(name)),
	["preset", oneOf('"recommended" or "strict"', (value) => value === "recommended" || value === "strict")],
	["rules", checkRules],
	[
		"parser",
		oneOf(
			'"auto", "native" or "micromark"',
			(value) => value === "auto" || value === "native" || value === "micromark",
		),
	],
	["codeBlocks", oneOf("true, false or a processor (an object with `preprocess`)", hasProcessor)],
]);

/**
 * Checks the options of the factory.
 *
 * @throws {SettingsError} an option is unknown or wrong
 */
export function checkAcidPlansOptions(options: unknown): void {
	if (typeof options !== "object" || options === null || Array.isArray(options)) {
		throw new SettingsError(
			`${PLACE} was given ${JSON.stringify(options)}. It takes an object of options, as in acidPlans({ plans: "plans" }).`,
		);
	}
	checkOptions(options as Readonly<Record<string, unknown>>, CHECKS, PLACE);
}
