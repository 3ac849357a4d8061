#!/usr/bin/env node
import module from "node:module";
import { main } from "./main.js";

// Node 22.8 and later keep compiled code between runs; a hook is run often.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

process.exitCode = await main(process.argv.slice(2));
