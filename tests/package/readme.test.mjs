// The examples of the package's README run as they stand, and print what their comments say.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CSP, serve } from "../../scripts/lib/static-server.mjs";
import { launch, skip } from "./browser.mjs";
import { packed } from "./packed.mjs";

const { home, folder } = packed();
const readme = readFileSync(join(folder, "README.md"), "utf8");
const examples = (language) => Array.from(readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm")), ([, code]) => code);

const scripts = examples("js");
test("there are examples", () => assert.ok(scripts.length >= 5));

for (const [i, code] of scripts.entries()) {
  test(`example ${i + 1} runs and prints what it says`, () => {
    const name = `example-${i}.mjs`;
    writeFileSync(join(home, name), code);
    const run = spawnSync(process.execPath, [name], { cwd: home, encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    const said = Array.from(code.matchAll(/console\.log\(.*\).*? \/\/ (.*)$/gm), ([, comment]) => comment);
    const printed = run.stdout.trimEnd().split("\n");
    if (said.length > 0) assert.deepEqual(printed, said);
  });
}

test("the page without a bundler works as written, under the policy as written", { skip }, async () => {
  const [html] = examples("html");
  writeFileSync(join(home, "code.mjs"), /<script type="module">([\s\S]*)<\/script>/.exec(html)[1]);
  // The policy forbids inline scripts, so the example's script comes from a file here.
  writeFileSync(join(home, "index.html"), '<!doctype html><script type="module" src="code.mjs"></script>');
  assert.ok(readme.includes(CSP));
  const server = await serve({ "/tishu/": folder, "/": home });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => document.title === "2 words", undefined, { timeout: 30_000 });
  } finally {
    await browser.close();
    await server.close();
  }
});
