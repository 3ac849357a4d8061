import type { Root } from "mdast";
import type { Link } from "./plan.js";

/** Links, images and link definitions outside code, in the order of the document. */
export function readLinks(root: Root, source: string): Link[] {
	void root;
	void source;
	return [];
}
