// A browser without the CSS Custom Highlight API: everything that is drawn with it elsewhere has a class instead.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { paste, start, until } from "./browser.mjs";
import { BROKEN } from "./pages.mjs";

const WRONG = "柳塘镇菜价两年变化\n\n镇上的菜价从80元增至\n\n100元，增长20%。投诉由10件降到2件，下降80%。\n";

describe("without highlights of CSS", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  const opened = async (text) => {
    const before = (page) =>
      page.addInitScript(() => {
        delete globalThis.Highlight;
        delete globalThis.HighlightRegistry;
        delete CSS.highlights;
      });
    const opening = await site.open({ before });
    assert.deepEqual(await opening.page.evaluate(() => [typeof globalThis.Highlight, "highlights" in CSS]), ["undefined", false]);
    await paste(opening.page, text);
    return opening;
  };
  const style = (page, selector, name) => page.evaluate(([s, n]) => getComputedStyle(document.querySelector(s))[n], [selector, name]);

  test("figures are marked, and row and text lead to each other", async () => {
    const { page, errors } = await opened(BROKEN);
    const rows = page.locator("tbody td.quote");
    assert.deepEqual(await page.locator("mark.figure").allTextContents(), await rows.allTextContents());
    assert.equal(await style(page, "mark.figure", "borderBottomStyle"), "solid");
    await page.locator("tbody tr", { has: page.locator('td.quote:text-is("5元")') }).click();
    assert.equal(await page.textContent("mark.chosen"), "5元");
    assert.equal(await style(page, "mark.chosen", "outlineStyle"), "solid");
    await page.locator("mark.figure", { hasText: "14期" }).focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.querySelector("td.quote").textContent), "14期");
    assert.deepEqual(errors, []);
  });

  test("sentences and words are drawn and taken away", async () => {
    const { page, errors } = await opened(BROKEN);
    const plain = await page.textContent(".reading");
    assert.equal(await page.locator(".part.sentence, .part.word").count(), 0);
    await page.click("[data-layer=sentences]");
    assert.match(await style(page, ".part.sentence", "textDecorationLine"), /overline/);
    await page.click("[data-layer=words]");
    await page.waitForSelector(".part.word");
    assert.match(await style(page, ".part.word:not(.sentence)", "textDecorationLine"), /underline/);
    assert.match(await style(page, ".part.word.sentence", "textDecorationLine"), /overline.*underline|underline.*overline/, "both at once");
    assert.equal(await page.textContent(".reading"), plain, "not a character more or less");
    await page.click("[data-layer=words]");
    await page.click("[data-layer=sentences]");
    await until(page, () => document.querySelectorAll(".part.sentence, .part.word").length === 0);
    assert.deepEqual(errors, []);
  });

  test("a finding is underlined, and the chosen one shows all its places", async () => {
    const { page, errors } = await opened(WRONG);
    assert.match(await style(page, ".part.finding", "textDecorationStyle"), /wavy/);
    assert.equal(await page.locator(".part.place").count(), 0);
    await page.click("#side-findings");
    await page.locator(".finding .about").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".part.place");
    assert.deepEqual(await page.locator(".part.place").allTextContents(), ["80元", "100元", "20%"]);
    assert.notEqual(await style(page, ".part.place", "backgroundColor"), "rgba(0, 0, 0, 0)");
    await page.keyboard.press("Escape");
    await until(page, () => document.querySelectorAll(".part.place").length === 0);
    assert.deepEqual(errors, []);
  });
});
