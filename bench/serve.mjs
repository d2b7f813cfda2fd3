// The server of the bench: everything in Brotli, as a good server sends it, and the sizes of what was fetched.

import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { serve as serveFolders } from "../scripts/lib/static-server.mjs";

/** The bench's own scripts are no part of anybody's download. */
const OWN = "/bench/";

/** Serves folders; `fetched()` tells the sizes of what was asked for since it was called last. */
export async function serve(folders) {
  const packed = new Map();
  let asked = new Set();

  function answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/") {
      response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>bench</title>");
      return true;
    }
    const first = /^\/first\/(.+)$/.exec(pathname);
    if (first) {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!DOCTYPE html><title>first</title><script type="module" src="/bench/first.mjs?${first[1]}"></script>`);
      return true;
    }
    // The longer prefix stands first.
    const prefix = Object.keys(folders).find((folder) => pathname.startsWith(folder));
    const type = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" }[extname(pathname)];
    if (!prefix || pathname.includes("..")) return false;
    const sizes = packed.get(pathname) ?? pack(pathname, folders[prefix] + "/" + pathname.slice(prefix.length));
    if (!sizes) return false;
    if (!pathname.startsWith(OWN)) asked.add(pathname);
    response.writeHead(200, {
      "content-type": type ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": sizes.bytes.length,
      "cache-control": "no-store",
    });
    response.end(sizes.bytes);
    return true;
  }

  function pack(pathname, file) {
    let raw;
    try {
      raw = readFileSync(file);
    } catch {
      return undefined;
    }
    const bytes = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    const sizes = { bytes, raw: raw.length, gzip: gzipSync(raw, { level: 9 }).length, brotli: bytes.length };
    packed.set(pathname, sizes);
    return sizes;
  }

  function fetched() {
    const sum = (key) => [...asked].reduce((total, path) => total + packed.get(path)[key], 0);
    const sizes = { raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
    asked = new Set();
    return sizes;
  }

  return { ...(await serveFolders({}, { answer })), fetched };
}
