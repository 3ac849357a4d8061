#!/usr/bin/env node
import module from "node:module";
import { main } from "./main.js";

// Node 22.8 and later keep compiled code between runs; a hook is run often.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

// `acid-plans check | head`: nobody reads the rest, and the verdict stays what it is.
for (const stream of [process.stdout, process.stderr]) {
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
	});
}

process.exitCode = await main(process.argv.slice(2));
