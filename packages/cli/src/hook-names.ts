/** The hooks that git runs before a commit: the second one alone for a merge without conflicts. */
export const HOOKS = ["pre-commit", "pre-merge-commit"] as const;

export type HookName = (typeof HOOKS)[number];
