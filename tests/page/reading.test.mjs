import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { paste, quotes, start, until } from "./browser.mjs";
import { BROKEN } from "./pages.mjs";

describe("reading and correcting", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  const joins = (page) => page.locator(".reading .join").count();
  const opened = async (options) => {
    const opening = await site.open(options);
    await paste(opening.page, BROKEN);
    return opening;
  };

  test("shows three items, their figures and six joins", async () => {
    const { page, errors } = await opened();
    assert.deepEqual(await page.locator(".entry.article .label").allTextContents(), ["云麓县山货坐上早班车", "老茶厂里来了年轻人"]);
    assert.equal(await page.locator(".entry.photo").count(), 1);
    assert.equal(await joins(page), 6);
    const found = await quotes(page);
    for (const quote of ["18条", "36万件", "520万元", "45个", "90名", "12元", "5元", "6名", "14期", "8台", "230万元", "25名", "9个"]) {
      assert.ok(found.includes(quote), quote);
    }
    const cells = await page.locator("tbody tr", { has: page.locator('td.quote:text-is("18条")') }).locator("td").allTextContents();
    assert.ok(cells.includes("18") && cells.includes("条") && cells.includes("客货邮线路") && cells.includes("2024年"), cells.join(" | "));
    assert.deepEqual(errors, []);
  });

  test("undoes and redoes a join by mouse, and the table follows", async () => {
    const { page } = await opened();
    const at = BROKEN.indexOf("\n\n元");
    await page.click(`[data-join="${at}"]`, { force: true });
    await until(page, () => document.querySelectorAll(".reading .join").length === 5);
    assert.ok(!(await quotes(page)).includes("5元"), "the figure fell apart");
    assert.equal(await page.locator(".reading .cut").count(), 1);
    assert.match(await page.textContent("#live"), /已更正并重新分析/);
    await page.click(".reading .cut");
    await until(page, () => document.querySelectorAll(".reading .join").length === 6);
    assert.ok((await quotes(page)).includes("5元"));
    assert.equal(await page.locator(".reading .cut").count(), 0);
  });

  test("undoes and redoes a join by keyboard, the focus staying in place", async () => {
    const { page } = await opened();
    for (let i = 0; i < 4; i++) await page.keyboard.press("]");
    const at = BROKEN.indexOf("\n\n元");
    const focused = () => page.evaluate(() => [document.activeElement.className, document.activeElement.dataset.join]);
    assert.deepEqual(await focused(), ["join", `${at}`]);
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.className === "cut");
    assert.deepEqual(await focused(), ["cut", `${at}`]);
    assert.ok(!(await quotes(page)).includes("5元"));
    await page.keyboard.press(" ");
    await until(page, () => document.activeElement.className === "join");
    assert.ok((await quotes(page)).includes("5元"));
    await page.keyboard.press("u");
    await until(page, () => document.querySelectorAll(".reading .cut").length === 1);
    await page.keyboard.press("r");
    await until(page, () => document.querySelectorAll(".reading .cut").length === 0);
    assert.equal(await joins(page), 6);
  });

  test("goes from join to join by arrows, and all of them are one tab stop", async () => {
    const { page } = await opened();
    await page.keyboard.press("]");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => [...document.querySelectorAll(".join")].indexOf(document.activeElement)), 1);
    assert.equal(await page.locator(".reading .join[tabindex='0']").count(), 1);
    assert.equal(await page.locator(".reading .role[tabindex='0']").count(), 1);
  });

  test("changes a role by keyboard: the outline follows, and the list takes it back", async () => {
    const { page } = await opened();
    const heading = page.locator(".stretch", { has: page.locator("h3") });
    await heading.locator(".role").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".menu");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.choice), "heading");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelectorAll(".entry.heading").length === 0);
    assert.equal(await page.locator(".reading h3").count(), 0);
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /段落/);
    await page.click(".corrections summary");
    assert.match(await page.textContent(".corrections .sheet"), /角色改为段落/);
    await page.click(".corrections .reset");
    await until(page, () => document.querySelectorAll(".entry.heading").length === 1);
    assert.equal(await page.locator(".corrections summary").count(), 0);
  });

  test("makes a paragraph a title, which opens an article", async () => {
    const { page } = await opened();
    await page.locator(".stretch", { has: page.locator("h3") }).locator(".role").click();
    await page.click(".menu [data-choice=title]");
    await until(page, () => document.querySelectorAll(".entry.article").length === 3);
    assert.ok((await page.locator(".entry.article .label").allTextContents()).includes("小站连着大山"));
  });

  test("joins a paragraph to the one above, and back", async () => {
    const { page } = await site.open();
    await paste(page, "广场上摆着花盆\n\n120个，每天早晨有人浇水。\n");
    const blocks = await page.locator(".reading .block").count();
    if (blocks === 1) return assert.fail("the page must begin with two blocks");
    await page.locator(".stretch").nth(1).locator(".role").click();
    await page.click(".menu [data-choice=join]");
    await until(page, () => document.querySelectorAll(".reading .join").length === 1);
    assert.equal(await page.locator(".reading .block").count(), blocks - 1);
    await page.locator(".reading .join").click({ force: true });
    await until(page, (n) => document.querySelectorAll(".reading .block").length === n, blocks);
    assert.equal(await page.locator(".corrections summary").count(), 0, "the opposite takes the correction back");
  });

  test("keeps corrections behind an edit of the text, and drops them for another text", async () => {
    const { page } = await opened();
    const at = BROKEN.indexOf("\n\n元");
    await page.click(`[data-join="${at}"]`, { force: true });
    await until(page, () => document.querySelectorAll(".reading .cut").length === 1);
    await page.click(".switch [data-view=edit]");
    await page.fill("textarea", `新闻\n\n${BROKEN}`);
    await until(page, (units) => document.querySelector("#stats").textContent.startsWith(units), `${BROKEN.length + 4} `);
    await page.click(".switch [data-view=read]");
    assert.equal(await page.getAttribute(".reading .cut", "data-join"), `${at + 4}`);
    await paste(page, "学堂有座位40个。");
    assert.equal(await page.locator(".corrections").count(), 0);
  });

  test("keeps the chosen figure and the place in the text through a correction", async () => {
    const { page } = await opened({ viewport: { width: 1300, height: 600 } });
    await page.locator("mark.figure", { hasText: "14期" }).click();
    const before = await page.evaluate(() => document.querySelector(".reading").scrollTop);
    assert.ok(before > 0);
    await page.locator(".reading .join").last().click({ force: true });
    await until(page, () => document.querySelectorAll(".reading .cut").length === 1);
    assert.equal(await page.textContent("mark.chosen"), "14期");
    assert.ok(Math.abs((await page.evaluate(() => document.querySelector(".reading").scrollTop)) - before) < 200);
  });

  /** The texts that are drawn as a highlight. */
  const drawn = (page, name) =>
    page.evaluate((highlight) => {
      const text = (place) => {
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        return range.toString();
      };
      return [...(CSS.highlights.get(highlight) ?? [])].map(text);
    }, name);

  test("draws sentences and words on request, and remembers the layers", async () => {
    const { page } = await opened();
    assert.deepEqual(await drawn(page, "sentence"), []);
    await page.click("[data-layer=sentences]");
    const sentences = await drawn(page, "sentence");
    assert.ok(sentences.includes("每天清晨，司机先到村口的小站取货，再按单子把米面、农具和药品送到各家各户，全年带货36万件，帮助村民增收520万元。"), sentences.join("\n"));
    for (const sentence of sentences) assert.doesNotMatch(sentence.slice(0, -1), /。/, "one sentence each");
    await page.click("[data-layer=words]");
    await until(page, () => CSS.highlights.has("word"));
    const words = await drawn(page, "word");
    assert.ok(words.length > 50);
    assert.ok(words.every((word) => word.length <= 8), words.find((word) => word.length > 8));
    await page.click("[data-layer=words]");
    await until(page, () => !CSS.highlights.has("word"));
    await page.reload();
    await page.waitForSelector(".reading .block");
    assert.equal(await page.getAttribute("[data-layer=sentences]", "aria-pressed"), "true");
    await until(page, () => CSS.highlights.has("sentence"));
  });

  test("hides figures and structure with their layers, and every layer has a sign that is not a colour", async () => {
    const { page } = await opened();
    const style = (selector, name) => page.evaluate(([s, n]) => getComputedStyle(document.querySelector(s))[n], [selector, name]);
    assert.equal(await style("mark.figure", "borderBottomStyle"), "solid");
    assert.equal(await style("mark.figure", "fontWeight"), "600");
    await page.click("[data-layer=figures]");
    assert.match(await style("mark.figure", "borderBottomColor"), /^rgba\(0, 0, 0, 0\)$/);
    assert.equal(await style(".join", "display"), "inline-block");
    await page.click("[data-layer=structure]");
    assert.equal(await style(".join", "display"), "none");
    assert.equal(await style(".role", "display"), "none");
    const rules = await page.evaluate(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)));
    for (const name of ["sentence", "word", "finding"]) {
      assert.ok(rules.some((rule) => rule.startsWith(`::highlight(${name})`) && /text-decoration/.test(rule)), name);
    }
  });

  test("shows the text as given, or both forms side by side with one choice", async () => {
    const { page, errors } = await opened();
    await page.click("[data-form=original]");
    assert.equal(await page.textContent(".original .given"), BROKEN);
    assert.equal(await page.locator(".reading:not(.original)").count(), 0);
    await page.keyboard.press("v");
    assert.equal(await page.locator(".reading").count(), 2);
    await page.locator("tbody tr", { has: page.locator('td.quote:text-is("5元")') }).click();
    assert.equal(await page.textContent(".reading:not(.original) mark.chosen"), "5元");
    assert.equal(await page.textContent(".original mark.chosen"), "5\n\n元");
    await page.locator(".original mark.figure", { hasText: "14期" }).click();
    assert.equal(await page.textContent("tr.chosen td.quote"), "14期");
    await page.keyboard.press("v");
    assert.equal(await page.locator(".original").count(), 0);
    assert.deepEqual(errors, []);
  });

  test("lists rejected numerals with their reasons on request", async () => {
    const { page } = await site.open();
    await paste(page, "他走在生产第一线，一心一意办学堂，学堂有座位40个。");
    assert.equal(await page.locator(".reading .rejected").count(), 0);
    await page.click("[data-layer=rejected]");
    assert.ok((await page.locator(".reading .rejected").count()) > 0);
    assert.match(await page.locator(".reading .rejected").first().getAttribute("title"), /不算数字：/);
  });
});
