import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMachinePaths, relativeMachinePath } from "./machine-paths.js";
import { read } from "../testing/read.js";

const found = (text: string): string[] => findMachinePaths(text).map(({ start, end }) => text.slice(start, end));

describe("findMachinePaths", () => {
	it.each([
		["/Users/ada/work/shop/src/cart.ts", "ada", "work/shop/src/cart.ts"],
		["/home/grace/code/shop", "grace", "code/shop"],
		["C:\\Users\\Ada\\shop\\src", "Ada", "shop/src"],
		["c:/Users/ada/shop", "ada", "shop"],
		["C:\\\\Users\\\\ada\\\\shop", "ada", "shop"],
		["file:///Users/ada/shop/README.md", "ada", "shop/README.md"],
		["file:///c:/Users/ada/shop", "ada", "shop"],
		["/mnt/c/Users/ada/shop", "ada", "shop"],
		["/c/Users/ada/shop", "ada", "shop"],
		["/Users/ada/shop-<module>", "ada", "shop-"],
		["/Users/ada/home/settings", "ada", "home/settings"],
		["/Users/2ada/shop", "2ada", "shop"],
		["/Users/ada2/shop?!", "ada2", "shop"],
		["file:/home/ada//code///shop/", "ada", "code/shop/"],
		[`/Users/ada/${"a".repeat(1013)}`, "ada", "a".repeat(1013)],
	])("finds %s", (text, user, below) => {
		expect(findMachinePaths(text)).toMatchObject([{ start: 0, user, below, certain: true }]);
	});

	it("ends where the path ends", () => {
		expect(found("Run (in /Users/ada/shop), then `cd /home/grace/code/shop && make`.")).toEqual([
			"/Users/ada/shop",
			"/home/grace/code/shop",
		]);
		expect(found("See /Users/ada/shop/README.md.")).toEqual(["/Users/ada/shop/README.md"]);
	});

	it.each([
		"https://example.org/Users/ada/profile",
		"gym/home/minimal equipment",
		"$HOME/Users/ada/x",
		"${root}/home/ada/code",
		"~/Users/ada/x",
		"../home/ada/code",
		"/Users/{id}/groups",
		"/Users/<name>/shop",
		"/home/$USER/shop",
		"GET /Users/42/groups",
		"/Users/4.2-1/groups",
		"/Users/ada<number>",
		"/Users/ada[1] and /home/ada$N",
		`/Users/ada/${"a".repeat(1014)}`,
		"/users/ada/orders",
		"home/ada/code",
	])("leaves %s alone", (text) => {
		expect(found(text)).toEqual([]);
	});

	it("is not sure of what may be a route", () => {
		expect(findMachinePaths("/home/settings/profile")).toMatchObject([{ certain: false }]);
		expect(findMachinePaths("file:///home/settings/profile")).toMatchObject([{ certain: false }]);
		expect(findMachinePaths("/home/a/b/c/d")).toMatchObject([{ certain: false }]);
		expect(findMachinePaths("/home/a/b/c/d/e")).toMatchObject([{ certain: true }]);
		expect(findMachinePaths("/Users/ada")).toMatchObject([{ certain: false }]);
		expect(findMachinePaths("{ in /Users/ada }")).toMatchObject([{ certain: false }]);
		expect(findMachinePaths("It was /home/ada.")).toMatchObject([{ user: "ada", below: "", certain: false }]);
	});

	it("gives ranges of the text, in order, and takes no time to speak of", () => {
		const piece = fc.constantFrom(
			"/Users/",
			"/home/",
			"C:\\Users\\",
			"file://",
			"ada",
			"/",
			"\\",
			" ",
			"`",
			".",
			"src",
			"code",
			"(",
			"👩‍💻",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const text = pieces.join("");
				let from = 0;
				for (const { start, end, user } of findMachinePaths(text)) {
					expect(start).toBeGreaterThanOrEqual(from);
					expect(text.slice(start, end)).toContain(user.replace(/[.]+$/, ""));
					from = end;
				}
			}),
		);
		const started = performance.now();
		findMachinePaths("/home/a".repeat(50_000));
		findMachinePaths(`/Users/${"a/".repeat(100_000)}`);
		findMachinePaths(`/Users/a/${".".repeat(100_000)}x`);
		expect(performance.now() - started).toBeLessThan(2000);
	});
});

describe("machine paths of a document", () => {
	const paths = (text: string): string[] => read(text).machinePaths.map((path) => `${path.place} ${path.text}`);

	it("stand in links, code, prose and shell fences", () => {
		const text = [
			"See [cart](/Users/ada/shop/cart.ts#L3), <file:///Users/ada/shop/a.md> and `/Users/ada/shop/b.ts`.",
			"The checkout is /Users/ada/shop.",
			"",
			"```bash",
			"cd /Users/ada/shop",
			"```",
			"",
			"[ref]: /Users/ada/shop/c.md",
		].join("\n");
		expect(paths(text)).toEqual([
			"link /Users/ada/shop/cart.ts#L3",
			"link file:///Users/ada/shop/a.md",
			"code /Users/ada/shop/b.ts",
			"prose /Users/ada/shop",
			"shell /Users/ada/shop",
			"link /Users/ada/shop/c.md",
		]);
	});

	it("are not looked for in data and sample output", () => {
		expect(paths('```json\n{ "cwd": "/Users/ada/shop" }\n```\n\n```\n/Users/ada/shop\n```\n')).toEqual([]);
	});

	it("may have spaces on Windows", () => {
		expect(paths("From `C:\\Users\\ada\\OneDrive - Firm\\shop` run `cd C:\\Users\\ada\\shop && make`.")).toEqual([
			"code C:\\Users\\ada\\OneDrive - Firm\\shop",
			"code C:\\Users\\ada\\shop",
		]);
		expect(paths("`C:\\Users\\ada\\my-big shop\\a` `C:\\Users\\ada\\a D:\\b` `/Users/ada/a,C:\\b`")).toEqual([
			"code C:\\Users\\ada\\my-big shop\\a",
			"code C:\\Users\\ada\\a",
			"code /Users/ada/a",
		]);
	});

	it("include every file URL that is a link, and none that is talked about", () => {
		expect(read("[hosts](file:///etc/hosts), but `file://` and file:// are schemes").machinePaths).toMatchObject([
			{ text: "file:///etc/hosts", user: undefined },
		]);
	});

	it("are certain of a home folder that another path shows to be one", () => {
		expect(paths("`/home/ada/shop`\n")).toEqual([]);
		expect(paths("`/home/ada/shop`, `/home/ada/code/x`\n")).toEqual(["code /home/ada/shop", "code /home/ada/code/x"]);
		expect(paths("`/home/ada/shop`\n\n```sh\ncd /home/ada/shop\n```\n")).toEqual([
			"code /home/ada/shop",
			"shell /home/ada/shop",
		]);
	});

	it("are told once where several references share a target", () => {
		expect(paths("[a][x], [b][x]\n\n[x]: /Users/ada/shop/a.md\n")).toEqual(["link /Users/ada/shop/a.md"]);
	});
});

describe("relativeMachinePath", () => {
	const files = ["src/cart.ts", "docs/my plan.md", "Makefile"];
	const repository = {
		root: "/srv/shop",
		hasFile: (path: string) => files.includes(path),
		hasDirectory: (path: string) => files.some((file) => file.startsWith(`${path}/`)),
	};
	it.each([
		["link", "work/shop/src/cart.ts#L3", "plans/a.md", "../src/cart.ts#L3"],
		["link", "work/src/cart.ts", "a.md", "src/cart.ts"],
		["link", "shop/docs/my%20plan.md", "docs/plans/a.md", "../my%20plan.md"],
		["link", "shop/src", "src/a.md", "../src"],
		["code", "shop/src/cart.ts:10-20", "plans/a.md", "src/cart.ts:10-20"],
		["code", "shop/Makefile", "plans/a.md", "Makefile"],
		["code", "shop/src/", "plans/a.md", "src"],
		["code", "other/Makefile", "plans/a.md", undefined],
		["code", "shop", "plans/a.md", undefined],
		["code", "", "plans/a.md", undefined],
		["link", "shop/100%/x.md", "plans/a.md", undefined],
	] as const)("of a %s to %s in %s is %s", (place, below, from, relative) => {
		expect(relativeMachinePath({ place, below }, from, repository)).toBe(relative);
	});
});
