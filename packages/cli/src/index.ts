export { ExitCode } from "./exit-code.js";
export { main } from "./main.js";
