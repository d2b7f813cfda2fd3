import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

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

/** What compressing makes smaller; the dictionary is packed already. */
const PACKED = new Set([".html", ".js", ".mjs", ".css", ".json", ".webmanifest", ".wasm", ".svg"]);

const pack = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/**
 * Serves folders as files, nothing more.
 * @param compress whether to send files in brotli, as hosts of static pages do
 * @param folders `{ "/": directory, "/pkg/": directory }`, the longest prefix wins
 * @param answer `(request, response) => true` where a caller answers itself
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve(folders, { port = 0, host = "127.0.0.1", csp = CSP, compress = false, answer = () => false } = {}) {
  const packed = new Map();
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    if (answer(request, response)) return;
    const file = await fileOf(request.url);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const headers = {
      "content-type": TYPES[extname(file.path)] ?? "application/octet-stream",
      "content-length": file.size,
      "content-security-policy": csp,
      "cache-control": "no-cache",
    };
    if (compress && PACKED.has(extname(file.path)) && /\bbr\b/.test(request.headers["accept-encoding"])) {
      const body = packed.get(file.path) ?? pack(await readFile(file.path));
      packed.set(file.path, body);
      response.writeHead(200, { ...headers, "content-encoding": "br", "content-length": body.length }).end(body);
      return;
    }
    response.writeHead(200, headers);
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
