/** How well a page answers a query: the share of its words that the query names. */
export function rank(query, words) {
	return words.length === 0 ? 0 : words.filter((word) => query.includes(word)).length / words.length;
}
