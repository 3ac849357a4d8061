import { expect, it } from "vitest";
import { goodPlan, index } from "./plan-texts.js";
import { TestRepository } from "./repository.js";

const SEARCH = { "plans/README.md": index({ "search.md": "Search" }), "plans/search.md": goodPlan("Search") };

it("refuses to delete a plan that the index still lists", () => {
	const repository = TestRepository.create({
		"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
		"plans/search.md": goodPlan("Search"),
		"plans/contact.md": goodPlan("Contact"),
	});
	repository.commitUnchecked();
	repository.git("rm", "plans/contact.md");
	expect(repository.refuseCommit()).toMatch(/contact\.md.*acid-plans\/index-complete/);
	repository.write({ "plans/README.md": index({ "search.md": "Search" }) });
	repository.landCommit("--all");
});

it("refuses an index that drops a plan", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/README.md": index({}) });
	expect(repository.refuseCommit("--all")).toMatch(/search\.md.*acid-plans\/index-complete/);
});

it("refuses a rename that leaves the index behind", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.git("mv", "plans/search.md", "plans/finding.md");
	expect(repository.refuseCommit()).toMatch(/acid-plans\/index-complete/);
	repository.write({ "plans/README.md": index({ "finding.md": "Search" }) });
	repository.landCommit("--all");
});

it.each(["../docs/guide.md", "../docs/guide"])("refuses to delete what a plan links as %s", (link) => {
	const repository = TestRepository.create({
		...SEARCH,
		"plans/search.md": goodPlan("Search").replace("What readers", `See [the guide](${link}). What readers`),
		"docs/guide.md": "# Guide\n",
		"docs/other.md": "# Other\n",
	});
	repository.commitUnchecked();
	repository.git("rm", "docs/guide.md");
	expect(repository.refuseCommit()).toMatch(/docs\/guide.*acid-plans\/valid-links/);
});
