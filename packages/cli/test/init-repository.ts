import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { acidPlans, createFolder, git } from "./command-line.js";

/** A git repository with these files, none of them committed. */
export function createRepository(files: Readonly<Record<string, string>>): string {
	const folder = createFolder(files);
	git(folder, "init", "--quiet", "--initial-branch=main");
	return folder;
}

/** Every file of the working tree with its text. */
export function filesOf(folder: string): Record<string, string> {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((path) => !/^\.git(?:\/|$)/.test(path) && statSync(join(folder, path)).isFile())
			.sort()
			.map((path) => [path, readFileSync(join(folder, path), "utf8")]),
	);
}

/** Runs `init` where it has to succeed. */
export function init(folder: string, ...args: readonly string[]): string {
	const { code, stdout, stderr } = acidPlans(folder, "init", ...args);
	expect(stderr).toBe("");
	expect(code).toBe(0);
	return stdout;
}

export const MANIFEST = '{\n  "name": "handbook",\n  "type": "module"\n}\n';
/** What gives the verdict in a hook. */
export const VERDICT = "acid-plans check --staged";

/** A plan after the template, and one that is not. */
export const ACID = `# Search Implementation Plan

## Overview
Find it.

## Goals
- Speed

## Prerequisites
- None

## ACID Breakdown

### Phase 1: Build
**Objective**: Have it.

**Steps**:
1. Write it.

**Testing**: Run it.

**Deliverables**: It

## Success Criteria
- It is used
`;
export const OWN = "# Search revamp\n\n## Context\n\nSlow.\n\n## Milestone 1: Build\n\n- [ ] Write it\n";
