import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** What the page, its workers and the package need, and nothing else: no other origin can be reached from it. */
export const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'";

/** For what a page needs on top of it to be shown: its icon and its manifest. */
export const PAGE_CSP = `${CSP}; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'`;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves folders as files, nothing more.
 * @param folders `{ "/": directory, "/pkg/": directory }`, the longest prefix wins
 * @param answer `(request, response) => true` where a caller answers itself
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve(folders, { port = 0, host = "127.0.0.1", csp = CSP, answer = () => false } = {}) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    if (answer(request, response)) return;
    const file = await fileOf(request.url);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file.path)] ?? "application/octet-stream",
      "content-length": file.size,
      "content-security-policy": csp,
      "cache-control": "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
  });

  async function fileOf(url) {
    let path;
    try {
      // normalize() of an absolute path cannot climb above its root.
      path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname)).replaceAll("\\", "/");
    } catch {
      return undefined;
    }
    const prefix = prefixes.find((p) => path.startsWith(p));
    if (prefix === undefined) return undefined;
    const full = join(folders[prefix], path.slice(prefix.length), path.endsWith("/") ? "index.html" : "");
    const found = await stat(full).catch(() => undefined);
    return found?.isFile() ? { path: full, size: found.size } : undefined;
  }

  await new Promise((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
