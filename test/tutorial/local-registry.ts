import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";

/** A package that is served as if it were published: its manifest and the file that `pnpm pack` made. */
export interface LocalPackage {
	readonly manifest: { readonly name: string; readonly version: string };
	readonly tarball: string;
}

/** What `npm publish` sends of a package that has one version. */
export interface PublishedPackage {
	readonly name: string;
	readonly versions: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>;
}

/** A registry on this computer; its address is what `npm config get registry` names for a test. */
export interface LocalRegistry {
	readonly address: string;
	/** What `npm publish` has sent, in its order. */
	readonly published: readonly PublishedPackage[];
	close(): void;
}

/**
 * Serves packed packages to npm under the names and versions that they would have, and sends it to the registry in use for
 * all others. So commands that install run as a page has them, before anything is published.
 *
 * @param packages what it has
 * @param unpublished names that it does not know before they are published to it, whatever the registry in use has
 */
export async function startLocalRegistry(
	packages: readonly LocalPackage[],
	unpublished: readonly string[] = [],
): Promise<LocalRegistry> {
	const upstream = execFileSync("npm", ["config", "get", "registry"], {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "ignore"],
	}).trim();
	const byName = new Map(packages.map((each) => [each.manifest.name, each]));
	const published: PublishedPackage[] = [];
	let address = "";
	const server: Server = createServer((request, response) => {
		const { url = "/", method } = request;
		const path = decodeURIComponent(url.slice(1).split("?")[0] ?? "");
		const file = path.startsWith("-/local/") ? byName.get(path.slice("-/local/".length)) : undefined;
		const named = byName.get(path);
		const sent = published.find(({ name }) => name === path);
		if (method === "PUT") void bodyOf(request).then((body) => sendJson(response, { added: published.push(body) }));
		else if (sent !== undefined) sendJson(response, sent);
		else if (unpublished.includes(path)) response.writeHead(404).end("{}");
		else if (file !== undefined) response.end(readFileSync(file.tarball));
		else if (named !== undefined) sendJson(response, packument(named, address));
		else response.writeHead(307, { location: new URL(url.slice(1), upstream).href }).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return {
		address,
		published,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** What a registry says of a package that has one version. */
function packument({ manifest, tarball }: LocalPackage, address: string): object {
	const { name, version } = manifest;
	const hash = (algorithm: string): ReturnType<typeof createHash> =>
		createHash(algorithm).update(readFileSync(tarball));
	const dist = {
		tarball: `${address}-/local/${encodeURIComponent(name)}`,
		integrity: `sha512-${hash("sha512").digest("base64")}`,
		shasum: hash("sha1").digest("hex"),
	};
	return { name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } } };
}

async function bodyOf(request: IncomingMessage): Promise<PublishedPackage> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString("utf8")) as PublishedPackage;
}

function sendJson(response: ServerResponse, body: object): void {
	response.setHeader("content-type", "application/json").end(JSON.stringify(body));
}
