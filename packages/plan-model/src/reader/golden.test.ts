import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";
import { told } from "../testing/told.js";

/*
 * Whole documents, and beside each what the reader reads in it. After a change of the reader `vitest -u` writes what it
 * reads now: read the difference as if somebody else had written it.
 */

const folder = new URL("../../test/golden/", import.meta.url);

describe("what the reader reads", () => {
	const documents = readdirSync(folder).filter((file) => file.endsWith(".md"));

	it.each(documents)("in %s", async (file) => {
		const text = readFileSync(new URL(file, folder), "utf8");
		const kind = file.startsWith("index") ? "index" : "plan";
		const plan = read(text, { kind, path: `plans/${file}` });
		await expect(told(plan)).toMatchFileSnapshot(new URL(file.replace(/\.md$/, ".txt"), folder).pathname);
	});
});
