import { spawn } from "node:child_process";
import {
	closeSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { environment } from "../environment.js";
import { packedPackage, publishedNames } from "../packages/packed.js";
import { startLocalRegistry } from "./local-registry.js";
import { stepsOf } from "./tutorial-page.js";

const page = readFileSync(join(import.meta.dirname, "../../docs/tutorial.md"), "utf8");
/** Where the reader of the page begins. */
const HOME = "/home/you";

/** A stranger's folder, and nothing in it; the packed packages come from a registry as published ones would. */
class Stranger {
	readonly #start = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-tutorial-")));
	readonly #notes = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-tutorial-notes-")));
	readonly #registry: string;
	#folder = this.#start;

	constructor(registry: string) {
		this.#registry = registry;
		onTestFinished(() => {
			for (const folder of [this.#start, this.#notes]) rmSync(folder, { recursive: true, force: true });
		});
	}

	/** Types commands into a shell, up to the first that fails; what both outputs show, in order, and how it ended. */
	async run(commands: string): Promise<{ screen: string; code: number | null }> {
		const screen = join(this.#notes, "screen");
		const place = join(this.#notes, "place");
		const output = openSync(screen, "w");
		// The next block begins in the folder where this one ends.
		const program = `set -e\ntrap 'pwd > "$PLACE"' EXIT\n${commands}`;
		const env = environment();
		const code = await new Promise<number | null>((resolve, reject) => {
			spawn("sh", ["-c", program], {
				cwd: this.#folder,
				stdio: ["ignore", output, output],
				env: {
					...env,
					// What the tests were started with puts this repository's own commands in front.
					PATH: (env["PATH"] ?? "")
						.split(delimiter)
						.filter((folder) => !folder.includes("node_modules"))
						.join(delimiter),
					PLACE: place,
					// npx keeps what it installed once: an earlier build would be taken for this one.
					npm_config_cache: join(this.#notes, "npm"),
					npm_config_registry: this.#registry,
					npm_config_update_notifier: "false",
				},
			})
				.on("error", reject)
				.on("close", resolve);
		});
		closeSync(output);
		this.#folder = readFileSync(place, "utf8").trim();
		return { screen: readFileSync(screen, "utf8").replaceAll(this.#start, HOME), code };
	}

	write(file: string, text: string): void {
		mkdirSync(dirname(join(this.#folder, file)), { recursive: true });
		writeFileSync(join(this.#folder, file), text);
	}

	read(file: string): string {
		return readFileSync(join(this.#folder, file), "utf8");
	}
}

it("docs/tutorial.md prints what it says, from `git init` to a commit that is refused and then lands", async () => {
	const registry = await startLocalRegistry(publishedNames.map(packedPackage));
	onTestFinished(() => registry.close());
	const stranger = new Stranger(registry.address);
	const refused: string[] = [];
	for (const step of stepsOf(page)) {
		if (step.kind === "write") stranger.write(step.file, step.text);
		else if (step.kind === "change") {
			let text = stranger.read(step.file);
			for (const { from, to } of step.changes) {
				expect(text.split(`${from}\n`), `"${from}" stands in ${step.file} once`).toHaveLength(2);
				text = text.replace(`${from}\n`, () => `${to}\n`);
			}
			stranger.write(step.file, text);
		} else {
			const { screen, code } = await stranger.run(step.commands);
			expect(`${step.commands}${withoutPadding(screen)}`).toBe(`${step.commands}${withoutPadding(step.printed)}`);
			if (code !== 0) refused.push(step.commands);
		}
	}
	expect(refused).toEqual([expect.stringMatching(/git commit/)]);
	expect((await stranger.run("git log --format=%s")).screen).toBe(
		"Phase 1 is done\nPlan parcel tracking\nCheck plans\n",
	);
}, 180_000);

/** npm says of itself what is no part of the page; empty lines around an output are not drawn. */
function withoutPadding(screen: string): string {
	return screen
		.split("\n")
		.filter((line) => !/^npm (?:warn|notice)/.test(line))
		.join("\n")
		.trim();
}
