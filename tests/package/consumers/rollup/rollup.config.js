import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nodeResolve } from "@rollup/plugin-node-resolve";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default {
  input: { main: at("main.js"), worker: "tishu/worker" },
  output: { dir: at("dist"), format: "es" },
  plugins: [
    nodeResolve({ browser: true }),
    { name: "wasm", writeBundle: () => cpSync(at("../node_modules/tishu/wasm"), at("dist/wasm"), { recursive: true }) },
  ],
};
