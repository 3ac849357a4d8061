/** A computation that runs when first asked for and is remembered. */
export function once<T>(compute: () => T): () => T {
	let done: { readonly value: T } | undefined;
	return () => (done ??= { value: compute() }).value;
}
