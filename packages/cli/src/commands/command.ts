import type { ExitCode } from "../exit-code.js";

/** How a command hands its exit code to `main`; called once, when the command has ended. */
export type CommandDone = (code: ExitCode) => void;
