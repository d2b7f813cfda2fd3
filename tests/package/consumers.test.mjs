// The packed package where people use it: in bundlers, in a framework that renders on the server, in other runtimes,
// in a service worker. Each consumer is a small app in consumers/, built or started here, and each reads a text.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/lib/static-server.mjs";
import { launch, skip } from "./browser.mjs";
import { consumers, install, provide, tool } from "./consumers/tools.mjs";
import { must, packed } from "./packed.mjs";

const { home, tarball } = packed();
const READ = "12座 85.6% 97%";
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", DENO_NO_UPDATE_CHECK: "1", CI: "1" };

let folder;
before(() => {
  install();
  folder = provide(tarball);
});

/** Runs a script of Node's, or a program, to its end. */
function run(command, args, cwd = consumers) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${args.join(" ")}: ${error ?? ""}\n${stdout}\n${stderr}`);
  return stdout;
}

const node = (...args) => run(process.execPath, args);

describe("in a browser", { skip }, () => {
  let browser;
  before(async () => void (browser = await launch()));
  after(() => browser?.close());

  /** Opens the page, waits until it has written down what it read, and hands that back. */
  async function visit(url) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const requests = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(url);
      await page.waitForFunction(() => document.title.includes(":"), undefined, { timeout: 60_000 });
      const elsewhere = requests.filter((request) => !request.startsWith(new URL(url).origin) && !request.startsWith("blob:"));
      assert.deepEqual(elsewhere, []);
      return await page.title();
    } finally {
      await context.close();
    }
  }

  /** Serves folders as plain files under the strict Content-Security-Policy, with a page that runs their main.js. */
  async function visitFiles(folders) {
    const server = await serve({ "/page.html": join(consumers, "page.html"), ...folders });
    try {
      return await visit(`${server.url}/page.html`);
    } finally {
      await server.close();
    }
  }

  const both = `page: ${READ}; worker: ${READ}`;

  test("no build step: plain files under a strict policy", async () => {
    const files = { "/": join(consumers, "static"), "/tishu/": folder, "/show.js": join(consumers, "show.js") };
    assert.equal(await visitFiles(files), both);
  });

  test("Vite's development server", async () => {
    const { createServer } = await import(tool("vite", "dist", "node", "index.js"));
    const server = await createServer({ root: join(consumers, "vite"), logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
    try {
      await server.listen();
      assert.equal(await visit(`http://127.0.0.1:${server.httpServer.address().port}/`), both);
    } finally {
      await server.close();
    }
  });

  test("Vite's build", async () => {
    node(tool("vite", "bin", "vite.js"), "build", "vite", "--logLevel", "error");
    assert.equal(await visitFiles({ "/": join(consumers, "vite", "dist"), "/page.html": join(consumers, "vite", "dist", "index.html") }), both);
  });

  for (const [name, ...build] of [
    ["webpack", "webpack/build.js"],
    ["esbuild", "esbuild/build.js"],
    ["Rollup", tool("rollup", "dist", "bin", "rollup"), "--silent", "-c", "rollup/rollup.config.js"],
  ]) {
    test(name, async () => {
      node(...build);
      assert.equal(await visitFiles({ "/": join(consumers, name.toLowerCase(), "dist") }), both);
    });
  }

  test("Next.js: harmless on the server, at work in the page, and on the server too", async () => {
    const next = tool("next", "dist", "bin", "next");
    node(next, "build", "next");
    const server = spawn(process.execPath, [next, "start", "next", "-H", "127.0.0.1", "-p", "0"], { cwd: consumers, env });
    try {
      const url = await addressIn(server);
      const html = await (await fetch(url)).text();
      assert.ok(html.includes('<p id="server">function</p>'), "the server component imports it");
      assert.deepEqual(await (await fetch(`${url}/read`)).json(), [READ, READ]);
      assert.equal(await visit(url), both);
    } finally {
      server.kill();
    }
  });

  test("a service worker, as in an extension's background: no document, no Worker", async () => {
    const title = await visitFiles({ "/": join(consumers, "service-worker"), "/tishu/": folder });
    assert.ok(title.startsWith(`undefined undefined ${READ} load: `), title);
    assert.match(title, /call load\(\) instead/);
  });
});

/** The address that a server prints when it is ready. */
function addressIn(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (text) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address && /ready/i.test(said)) resolve(address[0]);
    };
    server.stdout.setEncoding("utf8").on("data", hear);
    server.stderr.setEncoding("utf8").on("data", hear);
    server.on("error", reject).on("exit", (code) => reject(new Error(`it ended with code ${code}: ${said}`)));
  });
}

describe("without a browser", () => {
  const twice = `${READ}\n${READ}\n`;

  test("Node, module and CommonJS, installed by npm", () => {
    const app = join(home, "app");
    mkdirSync(app);
    writeFileSync(join(app, "package.json"), '{ "private": true }');
    for (const name of ["main.mjs", "main.cjs"]) copyFileSync(join(consumers, "runtime", name), join(app, name));
    must("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], app);
    assert.deepEqual(readdirSync(join(app, "node_modules")).filter((name) => !name.startsWith(".")), ["tishu"], "no dependencies");
    assert.equal(run(process.execPath, ["main.mjs"], app), twice);
    assert.equal(run(process.execPath, ["main.cjs"], app), `${READ}\n`);
    assert.match(run("npx", ["tishu", "--help"], app), /^Usage: tishu/);
  });

  test("a bundle for Node by esbuild, the files said", () => {
    node("esbuild/build-node.js");
    assert.equal(node("esbuild/dist/node/main.mjs"), twice);
  });

  test("Deno", () => {
    assert.equal(run(process.execPath, [tool("deno", "bin.cjs"), "run", "--allow-read", "runtime/main.mjs"]), twice);
  });

  test("Bun", () => {
    assert.equal(run(tool("bun", "bin", "bun.exe"), ["runtime/main.mjs"]), twice);
  });
});
