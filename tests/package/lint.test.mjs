// What publint and arethetypeswrong say of the tarball: nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { install, tool } from "./consumers/tools.mjs";
import { packed } from "./packed.mjs";

const { folder, tarball } = packed();

before(install);

test("publint has nothing to say, not even a suggestion", async () => {
  const { publint } = await import(tool("publint", "src", "index-node.js"));
  const bytes = new Uint8Array(readFileSync(tarball));
  const { messages } = await publint({ pack: { tarball: bytes.buffer }, level: "suggestion", strict: true });
  assert.deepEqual(messages, []);
});

// The profile "esm-only": the package has no CommonJS build, since Node 20 loads it from CommonJS with import(). So
// the resolution of old TypeScript ("node10") and of a CommonJS importer are left out, as arethetypeswrong's own
// profile leaves them out.
const NOT_SERVED = ["node10", "node16-cjs"];

test("arethetypeswrong finds no problem for importers of modules", async () => {
  const core = await import(tool("@arethetypeswrong", "core", "dist", "index.js"));
  const result = await core.checkPackage(core.createPackageFromTarballData(new Uint8Array(readFileSync(tarball))), {
    excludeEntrypoints: [/^\.\/wasm\//],
  });
  assert.ok(result.types, "types are found");
  const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const entries = Object.keys(exports).filter((entry) => !entry.includes("*"));
  assert.deepEqual(Object.keys(result.entrypoints).sort(), entries.sort(), "every entry is looked at");
  const problems = result.problems.filter((problem) => !NOT_SERVED.includes(problem.resolutionKind));
  assert.deepEqual(problems, []);
});
