import { CannotRun, describeFailure } from "../problems.js";
import { jsonText } from "../terminal/json-text.js";
import type { FailureJson } from "./check-json.js";

/** What a failed command writes where `--json` was asked for: whoever reads a program's answer gets one of the same kind. */
export function jsonFailure(error: unknown): string {
	const message =
		error instanceof CannotRun
			? error.message
			: isCommanderError(error)
				? error.message.replace(/^error: /, "")
				: describeFailure(error);
	const failure: FailureJson = { version: 1, exitCode: 2, error: { message } };
	return jsonText(failure);
}

function isCommanderError(error: unknown): error is Error {
	return error instanceof Error && "code" in error && String(error.code).startsWith("commander.");
}
