// The API reference builds from the types, and every public name in them is documented.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { install, tool } from "./consumers/tools.mjs";
import { packed } from "./packed.mjs";

const { home, folder } = packed();
const types = readdirSync(folder).filter((name) => name.endsWith(".d.ts"));
const read = (name) => readFileSync(join(folder, name), "utf8");
before(install);

test("the reference builds without a warning", () => {
  const out = join(home, "api");
  const options = fileURLToPath(new URL("../../docs/typedoc.json", import.meta.url));
  const run = spawnSync(process.execPath, [tool("typedoc", "bin", "typedoc"), "--options", options, "--out", out], { encoding: "utf8" });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.match(readFileSync(join(out, "interfaces", "Tishu.html"), "utf8"), /addWords/);
});

test("every entry has types", () => assert.ok(types.length >= 6, types.join()));

test("what is said of a field is said where an editor shows it", () => {
  for (const name of types) assert.doesNotMatch(read(name), /^ +\w+\??: .*;\s*\/\/ /m, name);
});

test("no type is any", () => {
  for (const name of types) assert.doesNotMatch(read(name).replace(/\/\*[\s\S]*?\*\//g, ""), /\bany\b/, name);
});
