import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { analysed, start } from "./browser.mjs";

const PARAGRAPH =
  "老粮仓改成夜校以后，柳塘镇的晚上热闹起来，居民白天下地干活，晚饭后结伴来听书法课和电工课，教室里常常坐得满满当当。" +
  "2024年，镇上建成便民服务站36个，招聘网格员120名，全年接待群众1.5万人次，大家都说办事不用再往县城跑了。\n\n";
const TIMES = Math.ceil(1e6 / new TextEncoder().encode(PARAGRAPH).length);
const MEGABYTE = PARAGRAPH.repeat(TIMES);

/** What the page must answer within, in milliseconds. */
const ANSWER = 100;
const CANCEL = 300;

/** The text is made in the page beforehand: bringing it there is no part of what is measured. */
const bring = (page) => page.evaluate(([paragraph, times]) => (window.megabyte = paragraph.repeat(times)), [PARAGRAPH, TIMES]);
const pasteIt = (page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", window.megabyte);
    setTimeout(() => document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })));
  });

/**
 * The longest task of the page's main thread while something runs: by the clock, as the page itself sees it, and in
 * time the thread had the processor, which does not grow when other programs want it too.
 */
async function longestTask(page, browser, work) {
  await page.evaluate(() => {
    window.tasks = [];
    window.watcher = new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)));
    window.watcher.observe({ type: "longtask" });
  });
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const clock = await page.evaluate(() => {
    window.watcher.takeRecords().forEach(({ duration }) => window.tasks.push(duration));
    window.watcher.disconnect();
    return Math.max(0, ...window.tasks);
  });
  const threads = new Set(traceEvents.filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain").map((e) => `${e.pid} ${e.tid}`));
  const own = traceEvents.filter((e) => e.name.endsWith("RunTask") && e.tdur !== undefined && threads.has(`${e.pid} ${e.tid}`)).map((e) => e.tdur / 1000);
  assert.ok(own.length > 100, "the trace has the tasks of the main thread");
  return { clock, own: Math.max(...own) };
}

describe("1 MB of text", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  test("leaves the page free to answer while it is analysed and shown", async (t) => {
    const { page, context, errors } = await site.open();
    await bring(page);
    const { clock, own } = await longestTask(page, context.browser(), async () => {
      await pasteIt(page);
      await analysed(page, MEGABYTE, 120_000);
    });
    t.diagnostic(`longest task ${Math.round(clock)} ms by the clock, ${Math.round(own)} ms of its own`);
    assert.ok(Math.min(clock, own) < ANSWER, `a task took ${Math.round(own)} ms`);
    assert.deepEqual(errors, []);
  });

  test("can be typed into", async (t) => {
    const { page, context } = await site.open();
    await bring(page);
    await pasteIt(page);
    await analysed(page, MEGABYTE, 120_000);
    await page.keyboard.press("e");
    const typed = "新增课桌45张。";
    await page.waitForSelector("textarea.editor");
    const { clock, own } = await longestTask(page, context.browser(), async () => {
      for (const character of typed) await page.keyboard.insertText(character);
      await analysed(page, typed + MEGABYTE, 120_000);
    });
    t.diagnostic(`longest task ${Math.round(clock)} ms by the clock, ${Math.round(own)} ms of its own`);
    assert.ok(Math.min(clock, own) < ANSWER, `a task took ${Math.round(own)} ms`);
    assert.equal((await page.inputValue("textarea.editor")).slice(0, typed.length), typed);
    assert.equal(await page.locator("tbody td.quote").first().textContent(), "45张");
  });

  test("shows its progress, can be cancelled at once, and the next run is right", async (t) => {
    const { page, errors } = await site.open();
    await bring(page);
    // The first run tells how fast this machine is; only then is there something to foresee.
    await pasteIt(page);
    await page.evaluate(() => {
      window.shares = [];
      window.watcher = new MutationObserver(() => {
        const bar = document.querySelector(".text-pane .progress progress");
        if (bar?.hasAttribute("value") && window.shares.at(-1) !== bar.value) window.shares.push(bar.value);
      });
      window.watcher.observe(document.querySelector(".text-pane"), { subtree: true, childList: true, attributes: true });
    });
    await analysed(page, MEGABYTE, 120_000);
    const shares = await page.evaluate(() => window.shares);
    assert.ok(shares.length >= 3, `progress was seen ${shares.length} times`);
    assert.deepEqual(shares, shares.toSorted((a, b) => a - b), "it only grows");
    assert.ok(shares.every((share) => share > 0 && share < 1) || shares[0] === 0, "and never says done before it is");

    const took = await page.evaluate(async () => {
      const panes = document.querySelector(".panes");
      const until = (condition) => new Promise((resolve) => {
        const look = () => condition() && (observer.disconnect(), resolve());
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        look();
      });
      window.megabyte += "完。";
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", window.megabyte);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      await until(() => document.querySelector("#cancel"));
      const pressed = performance.now();
      document.querySelector("#cancel").click();
      await until(() => panes.dataset.phase === "cancelled");
      return performance.now() - pressed;
    });
    t.diagnostic(`cancelled in ${Math.round(took)} ms`);
    assert.ok(took < CANCEL, `${Math.round(took)} ms`);
    assert.match(await page.textContent(".text-pane .progress"), /已取消/);

    await page.click(".text-pane .progress button");
    await analysed(page, `${MEGABYTE}完。`, 120_000);
    assert.match(await page.textContent(".shown"), new RegExp(`共 ${TIMES * 3} 行`));
    assert.deepEqual(await page.locator("mark.figure").evaluateAll((marks) => marks.slice(0, 3).map((mark) => mark.textContent)), ["36个", "120名", "1.5万人次"]);
    assert.equal(await page.getAttribute("#requests", "data-since"), "0");
    assert.deepEqual(errors, []);
  });
});
