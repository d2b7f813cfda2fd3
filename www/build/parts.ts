import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { PARTS } from "../src/parts-folder.ts";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("pdfjs-dist/package.json"));
const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
if (PARTS !== `pdfjs-${version}`) throw new Error(`www/src/parts-folder.ts must name pdfjs-${version}`);

/** The files of pdf.js that reading text takes: name among the parts, and where it is. */
export const partFiles: { name: string; file: string }[] = [
  ...["pdf.min.mjs", "pdf.worker.min.mjs"].map((name) => ({ name, file: join(home, "build", name) })),
  ...readdirSync(join(home, "cmaps")).map((name) => ({ name: `cmaps/${name}`, file: join(home, "cmaps", name) })),
  { name: "LICENSE", file: join(home, "LICENSE") },
];

/** Puts them beside the page as they are: they are minified already, and nobody needs them who opens no PDF. */
export function parts(): Plugin {
  return {
    name: "parts",
    generateBundle() {
      for (const { name, file } of partFiles) this.emitFile({ type: "asset", fileName: `${PARTS}/${name}`, source: readFileSync(file) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = request.url?.split(`/${PARTS}/`)[1];
        const part = partFiles.find((each) => each.name === name);
        if (!part) return next();
        if (name!.endsWith(".mjs")) response.setHeader("content-type", "text/javascript");
        response.end(readFileSync(part.file));
      });
    },
  };
}
