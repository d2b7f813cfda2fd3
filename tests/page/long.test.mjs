import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { paste, send, start } from "./browser.mjs";

// About as many figures as news has: one in fifty characters or so.
const PARAGRAPH =
  "老粮仓改成夜校以后，柳塘镇的晚上热闹起来，居民白天下地干活，晚饭后结伴来听书法课和电工课，教室里常常坐得满满当当。" +
  "2024年，镇上建成便民服务站36个，招聘网格员120名，全年接待群众1.5万人次，大家都说办事不用再往县城跑了。\n\n";
const LONG = PARAGRAPH.repeat(Math.ceil(5e6 / new TextEncoder().encode(PARAGRAPH).length));

/** Longest time in which the page did not answer while `work` ran, in milliseconds. */
async function longestPause(page, work) {
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    window.watch = setInterval(() => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
    }, 20);
  });
  await work();
  return page.evaluate(() => {
    clearInterval(window.watch);
    return window.longest;
  });
}

describe("5 MB of text", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  test("is analysed and shown page by page, and the page goes on answering", async (t) => {
    const { page, errors } = await site.open();
    const began = performance.now();
    const pause = await longestPause(page, () => paste(page, LONG, 120_000));
    t.diagnostic(`analysed in ${Math.round(performance.now() - began)} ms, longest pause of the page ${Math.round(pause)} ms`);
    assert.ok(pause < 5000, `the page froze for ${Math.round(pause)} ms`);
    assert.ok((await page.locator(".block").count()) < 1500, "not all of it is rendered");
    assert.equal(await page.locator("tbody tr").count(), 200);
    assert.match(await page.textContent(".shown"), /第 1–200 行，共 \d{5,} 行/);
    await page.locator(".rows .pager button").last().click();
    await page.locator("tbody tr").nth(150).click();
    assert.equal(await page.locator("mark.chosen").count(), 1);
    await page.click(".switch [data-view=edit]");
    assert.match(await page.textContent(".text-pane .blank-note"), /太长/);
    assert.deepEqual(errors, []);
  });

  test("is shown in stretches when it is one line", async () => {
    const { page } = await site.open();
    await paste(page, PARAGRAPH.trimEnd().repeat(1000));
    assert.ok((await page.textContent(".reading")).length < 60_000);
    assert.ok((await page.locator("mark.figure").count()) > 100);
    assert.ok((await page.locator(".reading .pager").count()) > 0);
  });

  test("can be cancelled, and the next text is analysed", async () => {
    const { page, errors } = await site.open();
    await send(page, LONG.repeat(4));
    await page.click("#cancel", { timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector(".panes").dataset.phase === "cancelled");
    assert.match(await page.textContent(".progress"), /已取消/);
    await paste(page, "学堂有座位40个。");
    assert.deepEqual(await page.locator("mark.figure").allTextContents(), ["40个"]);
    assert.deepEqual(errors, []);
    assert.equal(await page.getAttribute("#requests", "data-since"), "0");
  });
});
