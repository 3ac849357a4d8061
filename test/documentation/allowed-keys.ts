import acidPlans, { type AcidPlansOptions } from "eslint-config-acid-plans";

/**
 * What the config takes in place of a key that does not exist, by its own message.
 *
 * @param wrong options with one unknown key in them
 */
export function allowedKeys(wrong: object): string[] {
	try {
		acidPlans(wrong as AcidPlansOptions);
	} catch (error) {
		const [, keys] = /Allowed: (.+)\.$/.exec((error as Error).message) ?? [];
		if (keys !== undefined) return keys.split(", ");
		throw error;
	}
	throw new Error(`The config takes ${JSON.stringify(wrong)}.`);
}
