import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

await build({
  absWorkingDir: here,
  entryPoints: { main: "main.js", worker: "tishu/worker" },
  bundle: true,
  format: "esm",
  outdir: "dist",
  loader: { ".wasm": "file", ".bin": "file" },
});
