// The examples of the package's README run as they stand, and print what their comments say.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { CSP, serve } from "../../scripts/lib/static-server.mjs";
import { launch, skip } from "./browser.mjs";
import { install, tool } from "./consumers/tools.mjs";
import { must, packed } from "./packed.mjs";

const { home, folder, tarball } = packed();
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

test("the app for Vite works as written, in fewer than ten lines: in development and built", { skip }, async () => {
  const [code] = examples("ts");
  assert.ok(code.split("\n").filter(Boolean).length < 10);
  // What `npm create vite@latest` makes, less its own content.
  const app = join(home, "app");
  mkdirSync(join(app, "src"), { recursive: true });
  writeFileSync(join(app, "src", "main.ts"), code);
  writeFileSync(join(app, "index.html"), '<!doctype html><body><script type="module" src="/src/main.ts"></script></body>');
  writeFileSync(join(app, "package.json"), '{ "private": true, "type": "module" }');
  must("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], app);
  const flags = "--noEmit --strict --noUnusedLocals --target es2023 --module esnext --moduleResolution bundler --types".split(" ");
  const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
  const types = spawnSync(process.execPath, [tsc, ...flags, "", "src/main.ts"], { cwd: app, encoding: "utf8" });
  assert.equal(types.status, 0, types.stdout);
  install();
  const { build, createServer } = await import(tool("vite", "dist", "node", "index.js"));
  const common = { root: app, configFile: false, logLevel: "error" };
  const browser = await launch();
  const rows = async (url) => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => document.querySelectorAll("tr").length === 3, undefined, { timeout: 60_000 });
    return page.locator("tr").first().locator("td").allTextContents();
  };
  const wanted = ["12座", "12", "座", "新建厂房"];
  const development = await createServer({ ...common, server: { port: 0, host: "127.0.0.1" } });
  try {
    await development.listen();
    assert.deepEqual(await rows(`http://127.0.0.1:${development.httpServer.address().port}/`), wanted);
    await build(common);
    const server = await serve({ "/": join(app, "dist") });
    assert.deepEqual(await rows(`${server.url}/`), wanted);
    await server.close();
  } finally {
    await browser.close();
    await development.close();
  }
});
