import { fileURLToPath } from "node:url";
import webpack from "webpack";

const here = fileURLToPath(new URL(".", import.meta.url));

// Nothing in here is for the package: webpack 5 finds wasm, dictionary and worker by itself.
const config = {
  mode: "production",
  context: here,
  entry: "./main.js",
  output: { path: `${here}dist`, filename: "main.js", clean: true },
  performance: { hints: false },
};

webpack(config, (error, stats) => {
  if (!error && !stats.hasErrors() && !stats.hasWarnings()) return;
  console.error(error ?? stats.toString());
  process.exitCode = 1;
});
