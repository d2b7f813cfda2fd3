// The suite in Chromium, over the packed package served as plain files under a strict Content-Security-Policy.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, skip } from "./browser.mjs";
import { faultyServer } from "./faulty.mjs";
import { packed } from "./packed.mjs";
import { cases, loadCases, sharedCases, workerCases } from "./suite.mjs";

const groups = {
  load: { cases, loadCases, sharedCases },
  loadInWorker: { cases, loadCases, workerCases },
};

describe("in Chromium", { skip }, () => {
  let server, browser, page;
  const requests = [];
  before(async () => {
    server = await faultyServer(packed().folder);
    browser = await launch();
    page = await browser.newPage();
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${server.url}/page.html`);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("the page's policy is in force, and import alone fetches no data", async () => {
    const isBlocked = await page.evaluate(() => fetch("https://example.org/").then(() => false, () => true));
    assert.ok(isBlocked);
    requests.length = 0;
    await page.evaluate(() => import("/pkg/index.js").then(() => undefined));
    assert.deepEqual(requests.filter((url) => !url.endsWith(".js")), []);
  });

  for (const [kind, own] of Object.entries(groups)) {
    describe(kind, () => {
      for (const [group, all] of Object.entries(own)) {
        for (const name of Object.keys(all)) {
          test(name, () =>
            page.evaluate(([kind, group, name]) => import("/in-page.mjs").then((m) => m.run(kind, group, name)), [kind, group, name]),
          );
        }
      }
    });
  }

  test("no request left the server", () => {
    const elsewhere = requests.filter((url) => !url.startsWith(server.url) && !url.startsWith("http://127.0.0.1:1/"));
    assert.deepEqual(elsewhere, []);
  });
});
