/** Stands in for levn, which ESLint's comment parser needs only for configuration comments that are not JSON. */
import { createRequire } from "node:module";

export default { parse: (...args) => createRequire(import.meta.url)("./levn.cjs").parse(...args) };
