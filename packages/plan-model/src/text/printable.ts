/**
 * A text of a document or a name, safe to print on one line of a terminal or a log. Control characters, line ends and
 * those that turn the direction of writing would let a stranger steer the terminal, begin a line of their own, which a
 * CI system may take for a command, or hide what the text says. Each is replaced by one character, so that columns stay
 * right: what ASCII controls by its picture (`␛`, `␊`), all others by U+FFFD. Tabs are kept.
 */
export function printable(text: string): string {
	return text.replace(/[^\P{Cc}\t]|[\u2028\u2029]|\p{Bidi_Control}/gu, (character) => {
		const code = character.charCodeAt(0);
		if (code < 0x20) return String.fromCharCode(0x2400 + code);
		return code === 0x7f ? "\u2421" : "\ufffd";
	});
}
