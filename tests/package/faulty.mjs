// A server for the package and the tests that misbehaves on request.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CSP, serve } from "../../scripts/lib/static-server.mjs";

/** Serves the packed package as /pkg/, the tests as /, and /<fault>/<file> with that fault. */
export async function faultyServer(folder) {
  const { wasm, dictionary } = await import(join(folder, "lib", "assets.js"));
  const files = {
    wasm: readFileSync(fileURLToPath(wasm.url())),
    dictionary: readFileSync(fileURLToPath(dictionary.url())),
    text: readFileSync(new URL("../../data/dictionary/dict.txt", import.meta.url)),
  };
  const flaky = new Set();

  const faults = {
    good: (response, bytes) => response.writeHead(200, { "content-length": bytes.length }).end(bytes),
    // No length, and a type that streaming compilation refuses.
    octets: (response, bytes) => {
      response.writeHead(200, { "content-type": "application/octet-stream" });
      response.write(bytes.subarray(0, 1000));
      response.end(bytes.subarray(1000));
    },
    // The type of what the file is not.
    typed: (response, bytes) => response.writeHead(200, { "content-type": "text/plain", "content-length": bytes.length }).end(bytes),
    encoded: (response, bytes) =>
      response.writeHead(200, { "content-encoding": "gzip", "content-length": bytes.length }).end(bytes),
    html: (response) => response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>app</title>"),
    cut: (response, bytes) => response.writeHead(200).end(bytes.subarray(0, bytes.length / 2)),
    broken: (response, bytes) => {
      response.writeHead(200, { "content-length": bytes.length });
      response.write(bytes.subarray(0, 1000), () => setTimeout(() => response.destroy(), 50));
    },
    throws: (response) =>
      response.writeHead(200, { "content-type": "text/javascript" }).end("throw new Error('this script is broken');"),
  };

  const answer = (request, response) => {
    const [, fault, file] = request.url.split("/");
    response.setHeader("content-security-policy", CSP);
    if (fault.startsWith("flaky-") && !flaky.has(fault)) {
      flaky.add(fault);
      response.writeHead(503).end();
      return true;
    }
    const give = fault.startsWith("flaky-") ? faults.good : faults[fault];
    give?.(response, files[file]);
    return Boolean(give);
  };
  return serve({ "/pkg/": folder, "/": fileURLToPath(new URL(".", import.meta.url)) }, { answer });
}
