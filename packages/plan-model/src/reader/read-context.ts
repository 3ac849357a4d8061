import type { SectionContent } from "./fields.js";
import type { Outline, OutlineSection } from "./outline.js";
import type { PhaseHeading } from "../text/phase-heading.js";
import type { DocumentKind, Section } from "../plan.js";
import type { LineIndex } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** What every part of the reader is given: the document cut into sections, and the table of words. */
export interface ReadContext {
	/** The whole document. */
	readonly source: string;
	readonly lines: LineIndex;
	readonly vocabulary: Vocabulary;
	readonly path: string | undefined;
	readonly kind: DocumentKind;
	readonly outline: Outline;
	/** What stands before the first heading. */
	readonly preamble: SectionContent;
	/** What the heading of a section says of a phase; read once for all who ask. */
	phaseHeading(section: OutlineSection): PhaseHeading | undefined;
	/** What stands directly below a heading. */
	content(section: OutlineSection): SectionContent;
	/** The section of the model that a section of the outline became. */
	section(section: OutlineSection): Section;
}
