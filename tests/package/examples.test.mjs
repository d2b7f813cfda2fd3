// The examples run as they stand, against the packed package.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CSP, serve } from "../../scripts/lib/static-server.mjs";
import { launch, skip } from "./browser.mjs";
import { install, tool } from "./consumers/tools.mjs";
import { packed } from "./packed.mjs";

const { home, folder } = packed();
const examples = join(home, "examples");
cpSync(fileURLToPath(new URL("../../examples", import.meta.url)), examples, { recursive: true });

const texts = join(home, "texts");
mkdirSync(texts);
const TEXTS = {
  "a.txt": "2023年，全区新建厂房12座，投资1.5亿元。",
  "b.txt": "今年新建厂房30座，满意率由85.6%提升至97%，同比增长11.4个百分点。",
  "c.txt": "没有数。",
  "notes.md": "另有厂房99座。",
};
for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(texts, name), text);

function run(name, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(examples, name), ...args], { cwd: home, encoding: "utf8" });
  assert.deepEqual([status, stderr], [0, ""]);
  return stdout;
}

test("page.html shows the figures of what is typed", { skip }, async () => {
  // Its script stands in the page, so that the page is one file.
  const csp = CSP.replaceAll("'self'", "'self' 'unsafe-inline'");
  const server = await serve({ "/pkg/": folder, "/examples/": examples }, { csp });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/examples/page.html`);
    const rows = (count) => page.waitForFunction((n) => document.querySelectorAll("tbody tr").length === n, count, { timeout: 30_000 });
    await rows(4);
    const cells = await page.locator("tbody tr").nth(1).locator("td").allTextContents();
    assert.deepEqual(cells.slice(0, 4), ["近百家", "100", "家", "企业"]);
    await page.fill("textarea", "<b>3人</b>");
    await rows(1);
    assert.equal(await page.locator("tbody b").count(), 0);
  } finally {
    await browser.close();
    await server.close();
  }
});

test("worker.mjs reads its files", () => {
  const [a, b] = ["a.txt", "b.txt"].map((name) => join(texts, name));
  assert.equal(run("worker.mjs", a, b), `${a}: 2 figures, 0 of them changes\n${b}: 4 figures, 3 of them changes\n`);
});

test("batch.mjs writes NDJSON that DuckDB reads", async () => {
  install();
  const target = join(home, "figures.ndjson");
  run("batch.mjs", texts, target);
  const { DuckDBInstance } = (await import(tool("@duckdb", "node-api", "lib", "index.js"))).default;
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const ask = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
  // The query of the example's own comment, first.
  const [, query] = /duckdb -c "(.*)"/.exec(readFileSync(join(examples, "batch.mjs"), "utf8"));
  const byUnit = new Map((await ask(query.replace("figures.ndjson", target))).map(([unit, ...rest]) => [unit, rest.map(Number)]));
  assert.deepEqual(byUnit.get("座"), [2, 42]);
  assert.deepEqual(byUnit.get("元"), [1, 150000000]);
  const rows = await ask(`SELECT file, item, value, date FROM '${target}' WHERE unit.canonical = '座' ORDER BY file`);
  assert.deepEqual(rows.map(([file, item, value, date]) => [file, item, Number(value), date]), [
    ["a.txt", "新建厂房", 12, "2023"], ["b.txt", "新建厂房", 30, rows[1][3]],
  ]);
});
