// Builds the package's API reference from its types into docs/api.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { install, tool } from "../tests/package/consumers/tools.mjs";
import { root } from "./lib/paths.mjs";
import { must } from "./lib/run.mjs";

export async function docs() {
  install();
  await must("node", [tool("typedoc", "bin", "typedoc"), "--options", join(root, "docs", "typedoc.json")]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await docs();
