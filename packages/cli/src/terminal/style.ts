import { styleText } from "node:util";

/** Styles a text for the standard output, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Colour only on a terminal, and as `NO_COLOR` and `FORCE_COLOR` say there. */
export function paintFor(stream: NodeJS.WriteStream = process.stdout): Paint {
	const isColoured = stream.isTTY && stream.hasColors();
	return (style, text) => (isColoured && text !== "" ? styleText(style, text, { validateStream: false }) : text);
}
