export { type DocumentSeen, OBSERVE } from "eslint-plugin-acid-plans";
import plugin from "eslint-plugin-acid-plans";
// PLACEHOLDER of the cli branch until the factory lands.
export default function acidPlans(options: { plans?: readonly string[] } = {}): object[] {
	return [{ name: "acid-plans/plans", files: (options.plans ?? ["plans"]).map((folder) => `**/${folder}/**/*.md`), plugins: { "acid-plans": plugin }, language: "acid-plans/plan", rules: plugin.configs.recommended.rules, settings: { "acid-plans": options } }];
}
