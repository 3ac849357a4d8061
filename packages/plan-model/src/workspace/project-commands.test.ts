import { describe, expect, it } from "vitest";
import { projectCommands } from "./project-commands.js";
import { tracked } from "../testing/tracked.js";

const names = (kind: "scripts" | "make" | "just" | "turbo", texts: Readonly<Record<string, string>>): unknown[] => {
	const { names: found, isOpen } = projectCommands(tracked(texts))[kind];
	return [[...found].sort(), isOpen];
};

describe("projectCommands", () => {
	it("reads the scripts of every package", () => {
		const commands = projectCommands(
			tracked({
				"package.json": '\uFEFF{"name":"root","scripts":{"build":"x","test:unit":"y"}}',
				"packages/web/package.json": '{"name":"@a/web","scripts":{"dev":"z"}}',
				"packages/api/package.json": "{}",
				"node_modules/x/package.json": '{"scripts":{"hidden":""}}',
			}),
		);
		expect(commands.packages.map(({ folder, name, scripts }) => [folder, name, [...scripts]])).toEqual([
			["", "root", ["build", "test:unit"]],
			["packages/web", "@a/web", ["dev"]],
			["packages/api", undefined, []],
		]);
		expect([[...commands.scripts.names], commands.scripts.isOpen, commands.scripts.files.length]).toEqual([
			["build", "test:unit", "dev"],
			false,
			3,
		]);
	});

	it.each(["", "{", "[]", "null", '{"scripts":{}}\n<<<<<<< HEAD'])(
		"leaves open what a package.json with %j has",
		(text) => {
			expect(names("scripts", { "package.json": text })).toEqual([[], true]);
		},
	);

	it.each([
		["all: build test\n\tcc -o a:b\n\nbuild test : dep\n", ["all", "build", "test"], false],
		[".PHONY: lint \\\n  fmt\nlint:\n", ["fmt", "lint", "lint"], false],
		["A := x:y\nB = c: d\nC ::= e\nD ?= f\n# g: h\nifdef X\nh:\nendif\nexport I: j\n", ["h"], false],
		["define X\nk: l\nendef\nm::\n", ["m"], false],
		["n o &: p\n", ["n", "o"], false],
		["%.o: %.c\n", ["%.o"], true],
		["$(TARGETS):\n", ["$(TARGETS)"], true],
		["include common.mk\n-include local.mk\nq:\n", ["q"], true],
		["$(eval $(call rules))\nr:\n", ["r"], true],
		["", [], false],
		[":a\n=b: c\ns: t = u\nv:= w\nx:::= y\nz: a:= b\n", ["s", "z"], false],
		["/\n#a: b\n\tc: d\n e: f\n", ["e"], false],
		["define X\n  endef\ng:\noverride define Y\nh:\n", ["g"], false],
		["sinclude a.mk\n", [], true],
		[".DEFAULT:\n", [".DEFAULT"], true],
	])("reads the makefile %j", (text, expected, isOpen) => {
		expect(names("make", { Makefile: text })).toEqual([[...new Set(expected)].sort(), isOpen]);
	});

	it.each([
		["build target='a:b' *flags: deps\n  x: y\n@quiet:\n_private:\n", ["_private", "build", "quiet"], false],
		[
			'set shell := ["bash"]\nversion := "1:2"\nexport A := "b"\nalias b := build\n[private]\nbuild:\n',
			["b", "build"],
			false,
		],
		["import 'x.just'\nmod web\ntest:\n", ["test", "web"], true],
	])("reads the justfile %j", (text, expected, isOpen) => {
		expect(names("just", { ".justfile": text })).toEqual([expected, isOpen]);
	});

	it.each([
		['{"tasks":{"build":{},"web#e2e":{},"//#lint":{}}}', ["build", "e2e", "lint"], false],
		['{ // "x": 1\n "pipeline": { "a": "//", /* b */ "c": [1,], }, }', ["a", "c"], false],
		["{", [], true],
		["{}", [], false],
		['{"tasks":[]}', [], true],
		['{"tasks":{"a":{}}} // the end', ["a"], false],
		['{"tasks":{"a":{}}} /* the end', ["a"], false],
		['/*/ {"tasks":1} */{"tasks":{"a\\"b,}":["//", "/*", ",]"],\n}}//', ['a"b,}'], false],
	])("reads the tasks of %s", (text, expected, isOpen) => {
		expect(names("turbo", { "turbo.json": text })).toEqual([expected, isOpen]);
	});

	it("is read once for a state, and says why a file could not be read", () => {
		let asked = 0;
		const repository = tracked({ "package.json": "{}" }, { problem: "git failed" });
		const counting = { ...repository, texts: (paths: readonly string[]) => (asked++, repository.texts(paths)) };
		expect([projectCommands(counting).problem, projectCommands(counting) === projectCommands(counting), asked]).toEqual(
			["git failed", true, 1],
		);
	});
});
