import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { analysed, downloaded, drop, paste, quotes, start } from "./browser.mjs";
import { poorContrast } from "./contrast.mjs";

// Plain figures only: what is tested here is the page, not the engine.
const PAGE = `柳塘镇办起村口学堂

► 许望舒

2024年，柳塘镇建成便民服务站36个，招聘网格员120名，接待群众1.5万人次。

把课堂搬进粮仓

镇上的老粮仓改成了夜校，居民报名参加书法和电工课程，不少人每晚都从邻村骑车赶

来听课，现有学员80名、教师6名。改造投入资金240万元，节能率提高15%。
`;

describe("the page", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  const mark = (page, text) => page.locator("mark.figure", { hasText: text }).first();
  const row = (page, text) => page.locator("tbody tr", { has: page.locator(`td.quote:text-is("${text}")`) }).first();
  const edit = (page) => page.click(".switch [data-view=edit]");
  const read = (page) => page.click(".switch [data-view=read]");

  test("shows the analysed sample at start, without a click", async () => {
    const { page, errors } = await site.open();
    assert.ok((await page.locator("mark.figure").count()) > 20);
    assert.ok((await page.locator("tbody tr").count()) > 20);
    assert.equal(await page.locator(".entry.article").count(), 2);
    assert.equal(await page.locator(".entry.photo").count(), 1);
    assert.match(await page.textContent("#live"), /分析完成/);
    assert.deepEqual(errors, []);
  });

  test("shows outline, figures, times and joins of a pasted text", async () => {
    const { page, errors } = await site.open();
    await paste(page, PAGE);
    assert.equal(await page.textContent(".reading h2"), "柳塘镇办起村口学堂");
    assert.equal(await page.textContent(".entry.article .label"), "柳塘镇办起村口学堂");
    assert.equal(await page.textContent(".entry .authors"), "许望舒");
    assert.equal(await page.textContent(".entry.heading .label"), "把课堂搬进粮仓");
    const marked = await page.locator("mark.figure").allTextContents();
    for (const figure of ["36个", "120名", "1.5万人次", "80名", "6名", "240万元", "15%"]) assert.ok(marked.includes(figure), figure);
    assert.deepEqual(await page.locator(".reading .time").allTextContents(), ["2024年"]);
    assert.equal(await page.locator(".reading .join").count(), 1);
    const paragraphs = await page.locator(".block.paragraph").allTextContents();
    assert.ok(paragraphs.some((text) => text.includes("骑车赶来听课")), "the break is gone");
    assert.deepEqual(errors, []);
  });

  test("marks exactly the words of every figure, layout breaks taken out", async () => {
    const { page } = await site.open();
    const { text } = await downloaded(page, () => page.click(".downloads button:last-child"));
    const { analysis } = JSON.parse(text);
    assert.ok(analysis.figures.length > 20);
    const marked = await page.locator("mark.figure").evaluateAll((marks) => marks.map((m) => [m.dataset.figure, m.textContent]));
    assert.deepEqual(marked, analysis.figures.map(({ id, text: words }) => [id, words]));
  });

  test("jumps from a row to the text and back, by mouse", async () => {
    const { page } = await site.open();
    await paste(page, PAGE);
    await row(page, "80名").click();
    assert.equal(await mark(page, "80名").getAttribute("aria-pressed"), "true");
    assert.match(await page.textContent(".detail"), /80名/);
    await mark(page, "36个").click();
    assert.equal(await row(page, "36个").getAttribute("aria-selected"), "true");
    assert.equal(await page.locator("tbody tr[aria-selected=true]").count(), 1);
  });

  test("jumps from a row to the text and back, by keyboard", async () => {
    const { page } = await site.open();
    await paste(page, PAGE);
    await mark(page, "36个").focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await mark(page, "120名").getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.querySelector("td.quote")?.textContent), "120名");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "1.5万人次");
    assert.match(await page.textContent("#live"), /1\.5万人次/);
    await page.keyboard.press("j");
    assert.equal(await mark(page, "80名").getAttribute("aria-pressed"), "true");
    await page.keyboard.press("k");
    assert.equal(await mark(page, "1.5万人次").getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("mark.chosen").count(), 0);
  });

  test("scrolls a chosen figure into sight in both panes", async () => {
    const { page } = await site.open({ viewport: { width: 1300, height: 600 } });
    const inSight = (selector, pane) =>
      page.evaluate(([inner, outer]) => {
        const box = document.querySelector(inner).getBoundingClientRect();
        const frame = document.querySelector(outer).getBoundingClientRect();
        return box.top >= frame.top && box.bottom <= frame.bottom;
      }, [selector, pane]);
    await page.locator("tbody tr").last().click();
    assert.ok(await inSight("mark.chosen", ".reading"));
    await page.keyboard.press("Escape");
    await page.locator("mark.figure").first().click();
    assert.ok(await inSight("tr.chosen", ".rows"));
  });

  test("goes to a heading from the outline", async () => {
    const { page } = await site.open({ viewport: { width: 1300, height: 600 } });
    await page.click(".entry.heading:last-of-type button, .entry.photo button");
    assert.ok((await page.evaluate(() => document.querySelector(".reading").scrollTop)) > 100);
  });

  test("filters by word and kind, and sorts", async () => {
    const { page } = await site.open();
    await paste(page, PAGE);
    const all = (await quotes(page)).length;
    // At once, as a reader types.
    await page.keyboard.press("/");
    await page.keyboard.type("240万");
    assert.deepEqual(await quotes(page), ["240万元"]);
    assert.match(await page.textContent(".shown"), new RegExp(`第 1–1 行，共 1 行（全文 ${all} 个）`));
    await page.fill("#filter", "没有的词");
    assert.match(await page.textContent(".shown"), /没有符合条件/);
    await page.fill("#filter", "");
    await page.click(".chip.percent");
    assert.deepEqual(await quotes(page), ["15%"]);
    await page.click(".chip.percent");
    await page.click("th.value button");
    assert.equal((await quotes(page))[0], "6名");
    await page.click("th.value button");
    assert.equal((await quotes(page))[0], "240万元");
    assert.equal(await page.getAttribute("th.value", "aria-sort"), "descending");
  });

  test("hides columns that are empty on the whole page", async () => {
    const { page } = await site.open();
    await paste(page, "食堂有桌子4张。");
    assert.equal(await page.locator("th.value").count(), 1);
    assert.equal(await page.locator("th.bound").count(), 0);
    assert.equal(await page.locator("th.change").count(), 0);
  });

  test("downloads CSV for Excel, and JSON whose offsets fit the text", async () => {
    const { page } = await site.open();
    await paste(page, PAGE);
    const csv = await downloaded(page, () => page.click(".downloads button:first-child"));
    assert.equal(csv.name, "tishu.csv");
    assert.ok(csv.text.startsWith("\ufeff"), "byte order mark");
    const lines = csv.text.slice(1).split("\r\n");
    assert.ok(lines[0].includes("数值"));
    assert.ok(lines.some((line) => line.startsWith("1.5万人次,count,15000,")));
    const json = await downloaded(page, () => page.click(".downloads button:last-child"));
    assert.equal(json.name, "tishu.json");
    const { text, analysis: { figures } } = JSON.parse(json.text);
    assert.equal(text, PAGE);
    const found = figures.find(({ decimal }) => decimal === "2400000");
    assert.equal(text.slice(found.start, found.end), "240万元");
  });

  test("downloads the rows that the filter leaves, and no formulas", async () => {
    const { page } = await site.open();
    await paste(page, PAGE);
    await page.fill("#filter", "80名");
    const { text } = await downloaded(page, () => page.click(".downloads button:first-child"));
    assert.equal(text.trimEnd().split("\r\n").length, 2);
    for (const cell of text.slice(1).split(/[,\r\n]+/)) assert.doesNotMatch(cell, /^"?[=@+]./, "a lone = is a bound");
  });

  test("speaks English after the switch, and remembers it", async () => {
    const { page } = await site.open();
    await page.click(".lang");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.equal(await page.textContent("th.value button"), "Value");
    const shown = await page.evaluate(() => {
      const copy = document.body.cloneNode(true);
      for (const chinese of copy.querySelectorAll("[lang='zh-CN'], #live, noscript")) chinese.remove();
      return copy.textContent;
    });
    assert.doesNotMatch(shown, /[\u4e00-\u9fff]/, "no Chinese left outside the text itself");
    await page.reload();
    await page.waitForSelector(".reading .block");
    assert.equal(await page.getAttribute("html", "lang"), "en");
  });

  test("follows the system's appearance, and the button overrides it", async () => {
    const { page } = await site.open({ colorScheme: "dark" });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.click(".actions .icon");
    assert.equal(await page.getAttribute("html", "data-theme"), "light");
    assert.notEqual(await ground(), dark);
    await page.click(".actions .icon");
    assert.equal(await page.getAttribute("html", "data-theme"), "dark");
    assert.equal(await ground(), dark);
  });

  test("shows a choice of language or appearance before the next frame", async () => {
    const { page } = await site.open();
    const clicked = (selector) =>
      page.evaluate(async (button) => {
        document.querySelector(button).click();
        await null; // What a click changes is drawn when it is over: no frame and no timer comes between.
        await null;
        const { lang, dataset } = document.documentElement;
        return [lang, dataset.theme];
      }, selector);
    assert.deepEqual(await clicked(".lang"), ["en", undefined]);
    assert.deepEqual(await clicked(".actions .icon"), ["en", "light"]);
  });

  test("has a contrast of 4.5:1 or more in both appearances", async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page } = await site.open({ colorScheme });
      await page.locator("mark.figure").first().click();
      assert.deepEqual(await page.evaluate(poorContrast), [], colorScheme);
    }
  });

  test("keeps to a strict policy, shows it, and inlines nothing", async () => {
    const { page, errors } = await site.open();
    const policy = await page.getAttribute("meta[http-equiv='Content-Security-Policy']", "content");
    for (const rule of [
      "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
      "worker-src 'self'", "img-src 'self'",
    ]) {
      assert.ok(policy.split("; ").includes(rule), rule);
    }
    assert.equal(await page.locator("script:not([src]), style, [style]").count(), 0);
    await page.click(".foot summary");
    assert.match(await page.textContent(".foot pre"), /default-src 'none'/);
    assert.deepEqual(errors, []);
    const outcome = await page.evaluate(() => fetch("https://example.org/").then(() => "sent", () => "blocked"));
    assert.equal(outcome, "blocked");
  });

  test("sends nothing during an analysis, says so, and works offline", async () => {
    const { page, context, requests } = await site.open();
    await page.waitForTimeout(500);
    const loaded = requests.length;
    assert.ok(loaded >= 6, "page, script, style, engine, dictionary, worker");
    await context.setOffline(true);
    await paste(page, PAGE);
    assert.ok((await page.locator("mark.figure").count()) >= 7);
    assert.equal(requests.length, loaded);
    assert.equal(await page.getAttribute("#requests", "data-since"), "0");
    assert.match(await page.textContent("#privacy"), /未发送任何请求/);
  });

  test("takes an empty text", async () => {
    const { page, errors } = await site.open();
    await edit(page);
    await page.fill("textarea", "");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 0);
    await read(page);
    assert.match(await page.textContent(".text-pane .blank-note"), /还没有文字/);
    await page.click(".samples summary");
    await page.click(".samples button");
    await page.waitForSelector(".reading .block");
    assert.deepEqual(errors, []);
  });

  test("analyses while one types", async () => {
    const { page } = await site.open();
    await edit(page);
    await page.fill("textarea", "");
    await page.keyboard.type("会场有椅子45把。");
    await analysed(page, "会场有椅子45把。");
    assert.deepEqual(await quotes(page), ["45把"]);
    assert.equal(await page.inputValue("textarea"), "会场有椅子45把。");
  });

  test("shows the text when a row is chosen while editing", async () => {
    const { page } = await site.open();
    await paste(page, PAGE);
    await edit(page);
    await row(page, "80名").click();
    assert.equal(await mark(page, "80名").getAttribute("aria-pressed"), "true");
  });

  test("shows markup as the text it is", async () => {
    const { page, errors } = await site.open();
    await paste(page, `新购设备<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>25台。`);
    assert.ok((await page.textContent(".reading")).includes("<img src=x onerror="));
    assert.equal(await page.locator(".reading img, .reading script").count(), 0);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.deepEqual(errors, []);
  });

  test("takes lone surrogates, and its offsets still fit", async () => {
    const { page, errors } = await site.open();
    await paste(page, "\ud83d站内\udc00新购设备25台😀，更换灯具48盏。");
    assert.deepEqual(await page.locator("mark.figure").allTextContents(), ["25台", "48盏"]);
    assert.deepEqual(errors, []);
  });

  test("says what a dropped image or binary file is, and keeps the text", async () => {
    const { page, errors } = await site.open();
    await paste(page, PAGE);
    await drop(page, "版面.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], "image/png");
    await page.waitForSelector(".notice.error");
    assert.match(await page.textContent(".notice"), /“版面\.png”是 PNG 图片，不是文字/);
    await page.click(".notice button");
    await drop(page, "data.bin", Array.from({ length: 2000 }, (_, i) => (i * 7) % 256), "");
    await page.waitForSelector(".notice.error");
    assert.match(await page.textContent(".notice"), /二进制文件/);
    assert.equal(await page.textContent(".reading h2"), "柳塘镇办起村口学堂");
    assert.deepEqual(errors, []);
  });

  test("reads dropped text files in UTF-8 and GB 18030", async () => {
    const { page } = await site.open();
    await drop(page, "page.txt", new TextEncoder().encode(PAGE), "text/plain");
    await analysed(page, PAGE);
    const gb = [0xb9, 0xb2, 0xd3, 0xd0, 0xca, 0xf7, 0xc4, 0xbe, 0x33, 0x30, 0xbf, 0xc3, 0xa1, 0xa3];
    await drop(page, "old.txt", gb, "text/plain");
    await analysed(page, "共有树木30棵。");
    assert.match(await page.textContent(".notice"), /GB18030/);
    assert.match(await page.textContent(".reading"), /共有树木30棵。/);
  });

  test("resolves dates against the day of publication", async () => {
    const { page } = await site.open();
    await paste(page, "3月8日，学堂新增座位40个。");
    await page.fill(".date input", "2025-04-01");
    await page.waitForFunction(() => document.querySelector(".reading .time")?.title.includes("2025-03-08"));
  });

  test("fits a narrow screen: one pane at a time, nothing wider than it", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await paste(page, PAGE);
    assert.ok(await page.isVisible(".reading"));
    assert.ok(!(await page.isVisible(".table-pane")));
    await mark(page, "36个").click();
    await page.click(".to-table");
    assert.ok(await page.isVisible(".table-pane"));
    assert.equal(await row(page, "36个").getAttribute("aria-selected"), "true");
    await row(page, "80名").click();
    assert.ok(await page.isVisible(".reading"));
    await page.click("#tab-outline");
    assert.ok(await page.isVisible(".outline"));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  });
});
