import { describe, expect, it } from "vitest";
import { joinedTitle } from "./joined-title.js";
import { read } from "../testing/read.js";

const JOINERS = new Set(["and", "&", "+", "/", "und"]);
function joined(title: string): string | undefined {
	const phase = read(`# A\n\n### Phase 1: ${title}\n`).phases[0];
	const found = phase && joinedTitle(phase, JOINERS);
	return found && `${found.left} | ${found.joiner.text} | ${found.right}`;
}

describe("joinedTitle", () => {
	it.each([
		["Testing and Documentation", "Testing | and | Documentation"],
		["Map & Search ✅", "Map | & | Search"],
		["Store: positions + routes", "positions | + | routes"],
		["Frontend / Backend", "Frontend | / | Backend"],
		["Speicher und Suche", "Speicher | und | Suche"],
		["Add a cache and metrics", "Add a cache | and | metrics"],
		["Document the API and retire the old one", "Document the API | and | retire the old one"],
		["Integration & Testing", "Integration | & | Testing"],
		["API Layer & Services", "API Layer | & | Services"],
		["Store, Map, and Search", "Store, Map | and | Search"],
	])("finds what joins in %j", (title, expected) => {
		expect(joined(title)).toBe(expected);
	});

	it.each([
		"Store",
		"CI/CD Pipeline",
		"Add empty and broken states",
		"Security and Performance Audit",
		"Sandbox, Security and Performance Audit",
		"R&D Environment",
		"Loader for CSV and JSON",
		"Build and test the loader",
		"Audit & complete the mappings",
		"Drag and drop",
		"Testing & Validation",
		"Live Validation and Performance Testing",
		"Project Foundation and Setup",
		"Update shared types and schemas",
		"Advanced Control and AI",
		"Make broken reviews prominent and truthful",
		"Keep the logic local and thread-safe",
		"Authoring tools _done + verified_",
		"Public scaffold: rename + modernize",
		"Commit, Tag, And Publish",
		"Store (positions and routes)",
		"Rename `a and b`",
		"Update evals/README.md and notes.md",
		"Vorbereitung und Setup",
		"Error Handling and Robustness",
		"Authentication & Authorization",
		"Database Schema & Types",
		"Write the helper and verify the callers",
	])("joins nothing in %j", (title) => {
		expect(joined(title)).toBeUndefined();
	});
});
