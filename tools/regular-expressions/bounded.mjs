/**
 * Regular expressions for which recheck cannot say that they are linear, with the reason why that does no harm here: a
 * bound of the text that they are given, or what recheck does not see. An entry holds for its file alone, and for the
 * expression as it is written.
 *
 * @type {readonly { file: string, expression: RegExp, reason: string }[]}
 */
export const BOUNDED = [
	{
		file: "packages/cli/src/new-plan/fill-template.ts",
		expression: /\[[^[\]\n]{1,80}\]|<[^<>\n]{1,80}>|\{\{[^{}\n]{1,80}\}\}/g,
		reason:
			"No piece is longer than 84 characters, and a piece that begins inside another one is another kind of bracket.",
	},
	{
		file: "packages/plan-model/src/questions/added-names.ts",
		expression: /\b(?:add|creat|introduc|defin|register|extend|new|expos|wire|provid)\p{L}*\b/iu,
		reason: "A word begins once, and its letters are read once.",
	},
	{
		file: "packages/plan-model/src/questions/renumbering.ts",
		expression: /(?:\bplan\s+\S{1,20}|\))[\s,:(–—-]{1,4}$/iu,
		reason: "`placeOf` gives it 60 characters.",
	},
	{
		file: "packages/plan-model/src/reader/count-claims.ts",
		expression:
			/(?<![\p{L}\p{N}_])(?:(all(?: of the)?|across(?: all)?|in(?: all)?|over|throughout|total[:：]?|alle|in allen|insgesamt|todas las|todos los|en|sur|em|todas as) {1,2})(\d{1,3}|\p{L}{2,6}) {1,2}(?:(?:[Ii]mplementation|[Dd]evelopment|[Mm]ain|[Mm]ajor|[Aa]tomic) {1,2})?(\p{L}+)(?![\p{L}\p{N}_-])/giu,
		reason:
			"A match begins at a word of the list; only the last word is of any length, and it is read once for a beginning that stands right before it.",
	},
	{
		file: "packages/plan-model/src/reader/placeholders.ts",
		expression:
			/^(?:describe|explain|insert|specify|provide|briefly|fill|list|replace|write|outline|summari[sz]e|state|define|your)\s|^(?:what|how|why|who|which|when)\s[^?]{3,200}\?|\{\{[A-Z_ ]+\}\}|\[PLACEHOLDER|(?<![\p{L}])(?:fill (?:this |these )?in|replace (?:this|with)|delete (?:this|these)|remove (?:this|these) (?:comment|line|section|block|when|once|before)|template text)(?![\p{L}])|^(?:TODO|TBD|FIXME)(?![\p{L}])/iu,
		reason: "A comment of more than 2,000 characters is not asked.",
	},
	{
		file: "packages/plan-model/src/text/date-text.ts",
		expression: /(\p{L}{3,10})(\.?\s{1,8})(?:(\d{1,2})(st|nd|rd|th)?(,?\s{1,8}))?(\d{4})(?!\d)/u,
		reason: "`readDate` reads 200 characters.",
	},
	{
		file: "packages/plan-model/src/text/dependency-value.ts",
		expression:
			/(?:\s|[*_`])*(?:(?:[,;+&、，/]|→|->)(?:\s|[*_`])*(?:and\s|und\s|y\s|et\s|e\s|и\s|&\s?)?|(?:and|und|y|et|e|и|or|plus|then)\s|和|及)(?:\s|[*_`])*/iuy,
		reason: "Sticky: it begins once, behind a label, and behind the mark nothing can fail.",
	},
	{
		file: "packages/plan-model/src/text/dependency-value.ts",
		expression:
			/(?<![\p{L}\p{N}_.~/-])(?:[\p{L}\p{N}_.~-]+\/)*[\p{L}\p{N}_.-]+\.mdx?(?:#[\p{L}\p{N}_-]+)?(?![\p{L}\p{N}])/gu,
		reason: "It begins once in a run of these characters, and each part of the run ends at a slash.",
	},
	{
		file: "packages/plan-model/src/text/estimate.ts",
		expression:
			/(?<![\p{L}\p{N}.,_/$€£:-])(?<fewer>[<>≤≥]=?\s{0,2})?(?<about>[~≈]\s{0,2})?(?<min>\d{1,5}(?:[.,]\d{1,2})?)(?<plus1>\+)?(?:\s{0,2}(?:-|–|—|to|bis|a|à|до)\s{0,2}[~≈]?(?<max>\d{1,5}(?:[.,]\d{1,2})?))?(?<plus2>\+)?[\s-]{0,2}(?:(?:person|working|work|business|calendar|dev|engineer|engineering|full|story)[\s-])?(?<unit>个月|小时|分钟|[天周年]|\p{L}{1,9})(?<plus3>\+)?(?![\p{L}\p{N}_])/giu,
		reason: "`MAX_ESTIMATE_LENGTH`, 400 characters.",
	},
	{
		file: "packages/plan-model/src/text/path-form.ts",
		expression:
			/<[^<>]+>|\{\{[^{}]*\}\}|\$?\{[^{},]*\}|\$[A-Z_][A-Z0-9_]*|^\$[A-Za-z_][\w.]*(?=\/)|…|(?<=^|\/)\.\.\.(?=\/|$)|(?<![A-Za-z])(?:N{2,}|X{3,}|YYYY(?:-?MM(?:-?DD)?)?)(?![A-Za-z])/gu,
		reason: "`LONGEST_PATH`, 1,024 characters.",
	},
	{
		file: "packages/plan-model/src/text/path-text.ts",
		expression: /(?<!\s)\s*[([]\s*(\p{L}{3,10})(?:[ ,:;–—-][^()[\]]{0,60})?\s*[)\]]$/u,
		reason: "`takeNote` gives it 96 characters.",
	},
	{
		file: "packages/plan-model/src/text/path-text.ts",
		expression: /(?::L?|#L|(?<!\s)\s+\(?(?:lines?|L)\s*)~?\d{1,7}(?:\s*[-–—,:]\s*L?\d{1,7})*\)?$/u,
		reason: "`takeLines` gives it 64 characters.",
	},
	{
		file: "packages/plan-model/src/text/path-text.ts",
		expression: /^(.*?\.[A-Za-z]\w{0,9})(?:::|:|#)([\p{L}_][\p{L}\p{N}_.:[\]-]*(?:\(\))?)$/u,
		reason: "`LONGEST_PATH`, 1,024 characters.",
	},
	{
		file: "packages/plan-model/src/text/title-abbreviation.ts",
		expression: /\([^()]{0,120}\)|\[[^[\]]{0,120}\]/gu,
		reason: "A bracket is looked at for 120 characters.",
	},
];
