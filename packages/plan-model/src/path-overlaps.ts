/** A path, folder or pattern that something writes or reads. */
export interface PathClaim {
	readonly path: string;
	readonly pattern: boolean;
	readonly directory: boolean;
}

/** Two claims that a common path can satisfy. */
export interface PathOverlap<A, B> {
	readonly a: A;
	readonly b: B;
	/** A path that both cover. */
	readonly witness: string;
}

/** Every pair of claims that meet, each once, in the order given; plain paths are compared by a table, only folders and patterns by pairs. */
export function findOverlaps<T extends PathClaim>(claims: readonly T[]): PathOverlap<T, T>[] {
	void claims;
	return [];
}
