/** @typedef {{ name: string, users: string, reason: string, size: string }} Row a line of the table of dependencies */

const ROW = /^\| `([^`|]+)` \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$/gm;

/**
 * @param {string} record the text of the decision record
 * @returns {Row[]}
 */
export function rowsOf(record) {
	return [...record.matchAll(ROW)].map(([, name = "", users = "", reason = "", size = ""]) => ({
		name,
		users: users.trim(),
		reason: reason.trim(),
		size: size.trim(),
	}));
}

/**
 * @param {string} record
 * @param {Row} row takes the place of the one with its name
 */
export function writeRow(record, row) {
	return record.replace(ROW, (line, name) =>
		name === row.name ? `| \`${row.name}\` | ${row.users} | ${row.reason} | ${row.size} |` : line,
	);
}
