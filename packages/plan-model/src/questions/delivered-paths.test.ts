import { describe, expect, it } from "vitest";
import { deliverableClaims } from "./deliverable-claims.js";
import { findDeliveries } from "./delivered-paths.js";
import type { Repository } from "../workspace/repository.js";
import { read } from "../testing/read.js";

interface Facts {
	readonly ever?: readonly string[];
	readonly isShallow?: boolean;
	readonly problem?: string;
}

const TRACKED = ["packages/web/src/view.ts", "packages/web/plans/a.md", "docs/Guide.md", "lib/a.ts"];

function repository({ ever = [], isShallow = false, problem }: Facts): Repository {
	const folders = TRACKED.flatMap((path) =>
		path
			.split("/")
			.slice(0, -1)
			.map((_, at, parts) => parts.slice(0, at + 1).join("/")),
	);
	return {
		root: "/",
		problem: undefined,
		isShallow,
		paths: new Set(TRACKED),
		hasFile: (path) => TRACKED.includes(path),
		hasDirectory: (path) => folders.includes(path),
		otherCase: (path) => TRACKED.find((other) => other !== path && other.toLowerCase() === path.toLowerCase()),
		withBaseName: (name) => TRACKED.filter((path) => path.endsWith(`/${name}`)),
		isUnknown: () => false,
		ignored: (paths) => new Set(paths.filter((path) => path.endsWith(".gen.ts"))),
		everTracked: (paths) => ({ paths: new Set(paths.filter((path) => ever.includes(path))), problem }),
		texts: () => ({ texts: new Map(), problem: undefined }),
	};
}

function deliver(path: string, facts: Facts = {}): object | undefined {
	const plan = read(`### Phase 1: A ✅\n\n**Deliverables**: \`${path}\`\n`, { path: "packages/web/plans/a.md" });
	const claims = deliverableClaims(plan);
	const { deliveries, undecided } = findDeliveries(claims, "packages/web/plans/a.md", repository(facts), (each) =>
		each.endsWith(".log"),
	);
	const [delivery] = claims.map((claim) => deliveries.get(claim));
	return undecided ? { ...delivery, undecided } : delivery;
}

describe("findDeliveries", () => {
	it.each(["packages/web/src/view.ts", "src/view.ts", "web/src/view.ts", "packages/web/"])("finds %s", (path) => {
		expect(deliver(path)).toEqual({ kind: "present" });
	});

	it("tells another letter case", () => {
		expect(deliver("docs/guide.md")).toEqual({ kind: "other-case", spelling: "docs/Guide.md" });
	});

	it("tells what was never there, with the files of its name", () => {
		expect(deliver("src/a.ts")).toEqual({ kind: "never", sameName: ["lib/a.ts"] });
	});

	it("tells what was there, in the package of the plan too", () => {
		expect(deliver("src/old.ts", { ever: ["packages/web/src/old.ts"] })).toEqual({ kind: "gone", sameName: [] });
	});

	it.each(["other/a.ts", "notes.txt", "src/core", "src/*.ts", "src/a.log", "src/a.gen.ts"])(
		"does not know %s",
		(path) => {
			expect(deliver(path) ?? { kind: "unknown" }).toEqual({ kind: "unknown" });
		},
	);

	it("knows little where history is cut off or cannot be read", () => {
		expect(deliver("src/a.ts", { isShallow: true })).toEqual({ kind: "unknown" });
		expect(deliver("src/a.ts", { problem: "No git." })).toEqual({
			kind: "unknown",
			undecided: { count: 1, problem: "No git." },
		});
	});
});
