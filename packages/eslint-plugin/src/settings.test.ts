import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "./settings.js";
import { SHARED_SURFACES } from "./shared-surfaces.js";

const read = (settings: unknown): ReturnType<typeof readSettings> => readSettings({ "acid-plans": settings });

describe("settings", () => {
	it("have defaults", () => {
		expect(readSettings(undefined)).toMatchObject({
			plans: ["plans"],
			base: "HEAD",
			repository: true,
			decisions: undefined,
			sharedSurfaces: SHARED_SURFACES,
			snapshot: "worktree",
			cache: true,
			template: { kind: "acid", title: "Implementation Plan", phaseWord: "Phase", level: 3 },
		});
	});

	it("are read once for each settings object", () => {
		const settings = { "acid-plans": { plans: "docs/plans/" } };
		expect(readSettings(settings)).toBe(readSettings({ ...settings }));
		expect(readSettings(settings).plans).toEqual(["docs/plans"]);
	});

	it.each([
		["the commit of a range stands for the base", { base: "main", against: "v1" }, { base: "v1", repository: true }],
		["a base that is off stays off", { base: false, against: "v1" }, { base: false }],
		[
			"without git neither base nor repository is asked",
			{ base: "main", git: false },
			{ base: false, repository: false },
		],
	])("are completed by the command line: %s", (_, input, expected) => {
		expect(read(input)).toMatchObject(expected);
	});

	it("let a config carry a toJSON", () => {
		expect(() => read({ toJSON: () => ({}) })).not.toThrow();
	});

	it("add the team's words to the vocabulary and read its template with them", () => {
		const settings = read({
			vocabulary: { sections: { goals: ["Ziele"] } },
			template: { sections: ["Ziele", "Kosten"], fields: ["Objective"] },
		});
		expect(settings.template).toMatchObject({
			kind: "own",
			sections: [
				{ title: "Ziele", name: "goals" },
				{ title: "Kosten", name: undefined },
			],
			fields: [{ label: "Objective", name: "objective" }],
		});
	});

	it.each([
		[{ plan: "x" }, 'Unknown option "plan" ("x") in settings["acid-plans"]. Did you mean "plans"?'],
		[{ plans: 3 }, 'Option "plans" in settings["acid-plans"] is 3. It takes a folder'],
		[{ plans: [] }, 'Option "plans"'],
		[{ plans: "../other" }, 'Option "plans"'],
		[{ plans: "/srv/plans" }, 'Option "plans"'],
		[{ plans: "plans/*" }, 'Option "plans" in settings["acid-plans"] has "plans/*", which looks like a glob.'],
		[{ plans: ["plans", "packages/{a,b}/plans"] }, 'has "packages/{a,b}/plans", which looks like a glob.'],
		[
			{ documents: { indx: "x" } },
			'Unknown key "documents.indx" ("x") in settings["acid-plans"]. Did you mean "index"?',
		],
		[{ documents: { index: 1 } }, 'Option "documents.index"'],
		[{ base: true }, 'Option "base"'],
		[{ base: "--output=x" }, 'Option "base"'],
		[{ repository: "no" }, 'Option "repository"'],
		[{ decisions: 1 }, 'Option "decisions"'],
		[{ template: "fre" }, 'Option "template" in settings["acid-plans"] is "fre". It takes "acid", "free" or a table'],
		[{ template: { sections: [] } }, 'Option "template.fields"'],
		[{ template: { sections: [], fields: [], level: 9 } }, 'Option "template.level"'],
		[
			{ vocabulary: { sections: { goal: ["x"] } } },
			'Unknown section "vocabulary.sections.goal" (["x"]) in settings["acid-plans"]. Did you mean "goals"?',
		],
		[{ vocabulary: { sections: { toString: ["x"] } } }, 'Unknown section "vocabulary.sections.toString"'],
		[{ vocabulary: { statusForms: { done: 1 } } }, 'Option "vocabulary.statusForms.done"'],
		[{ sharedSurfaces: "x" }, 'Option "sharedSurfaces"'],
		[{ snapshot: "head" }, 'Option "snapshot"'],
		[{ against: "--output" }, 'Option "against"'],
		[{ git: "no" }, 'Option "git"'],
		["plans", 'settings["acid-plans"] is "plans". It takes an object of options.'],
	])("%j are refused by name", (settings, message) => {
		expect(() => read(settings)).toThrow(SettingsError);
		expect(() => read(settings)).toThrow(message);
	});
});
