/** Entry of the chunk for configuration comments that are not JSON. */
export { parse } from "levn";
