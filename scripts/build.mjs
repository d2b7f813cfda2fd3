// Builds the package's wasm and the page, and exits.

import { pathToFileURL } from "node:url";
import { buildWasm } from "./build-wasm.mjs";
import { hasPage } from "./lib/paths.mjs";
import { must } from "./lib/run.mjs";
import { setup } from "./setup.mjs";

export async function build() {
  await buildWasm();
  if (hasPage()) await must("npm", ["run", "build", "--workspace", "www"]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setup();
  await build();
}
