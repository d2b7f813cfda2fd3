import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// One file for a server, and the worker as another: what it reads stays in the package's folder.
await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: { main: "node.js", worker: "tishu/worker" },
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  outdir: "dist/node",
});
