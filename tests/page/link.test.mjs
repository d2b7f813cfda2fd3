import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { analysed, dropAll, paste, start } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TEXT = "3月8日，学堂新增座位40个。";

describe("links and paper", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  const linkOf = async (page, withText) => {
    await page.click(".share");
    const before = await page.inputValue(".sharing textarea");
    if (withText) await page.check(".sharing input");
    await page.waitForFunction(
      ([last, text]) => document.querySelector(".sharing textarea").value.includes("text=") === text && document.querySelector(".sharing textarea").value !== (text ? last : ""),
      [before, withText],
    );
    return page.inputValue(".sharing textarea");
  };

  test("a link holds the settings, and not the text", async () => {
    const { page } = await site.open();
    await paste(page, TEXT);
    await page.fill(".date input", "2025-04-01");
    await page.click("#side-findings");
    await page.click("[data-style=strict]");
    await page.click(".lang");
    const link = await linkOf(page, false);
    assert.equal(new URL(link).search, "");
    assert.deepEqual([...new URLSearchParams(new URL(link).hash.slice(1)).keys()].sort(), ["date", "form", "lang", "pane", "style", "theme", "view"]);
    assert.equal(new URL(page.url()).hash, "", "the address of the page itself says nothing");

    const { page: other, errors } = await site.open({ address: link });
    assert.equal(await other.getAttribute("html", "lang"), "en");
    assert.equal(await other.inputValue(".date input"), "2025-04-01");
    assert.equal(await other.getAttribute("[data-style=strict]", "aria-pressed"), "true");
    assert.doesNotMatch(await other.textContent(".reading"), /学堂/);
    assert.equal(new URL(other.url()).hash, "", "taken out of the address once read");
    assert.deepEqual(errors, []);
  });

  test("the text goes into a link only when asked for, with a warning", async () => {
    const { page } = await site.open();
    await paste(page, TEXT);
    assert.equal(await page.locator(".sharing .warning").count(), 0);
    const link = await linkOf(page, true);
    assert.match(await page.textContent(".sharing .warning"), /凡是拿到链接的人都能读到全文/);
    assert.doesNotMatch(decodeURIComponent(link), /学堂/, "packed");

    const { page: other, requests, errors } = await site.open({ address: link });
    await analysed(other, TEXT);
    assert.deepEqual(await other.locator("mark.figure").allTextContents(), ["40个"]);
    assert.match(await other.textContent(".notice"), /来自链接/);
    assert.ok(!other.url().includes("text="), "and the text is taken out of the address");
    assert.ok(requests.every((url) => !url.includes("text=")), "no request carries it");
    assert.deepEqual(errors, []);
    await other.goto("about:blank");
    await other.goto(`${site.url}/#text=nothing`);
    await other.waitForSelector(".notice.error");
    assert.match(await other.textContent(".notice"), /不完整/);
  });

  test("a text too long for a link stays out of it", async () => {
    const { page } = await site.open();
    // Nothing that packs well.
    const text = Array.from({ length: 40_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919 + i * i * 31) % 20_000))).join("");
    await paste(page, text, 60_000);
    await page.click(".share");
    await page.check(".sharing input");
    await page.waitForFunction(() => /太长/.test(document.querySelector(".sharing .warning")?.textContent));
    assert.ok(await page.isDisabled(".sharing .primary"));
  });

  test("pages, samples, link and proof have no finding of axe, light and dark", async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page } = await site.open({ colorScheme });
      await page.evaluate(AXE);
      const findings = async (where) => {
        const { violations } = await page.evaluate((selector) => window.axe.run(selector, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }), where);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      };
      await dropAll(page, [
        { name: "一.txt", bytes: new TextEncoder().encode("食堂有桌子4张。") },
        { name: "二.txt", bytes: new TextEncoder().encode("会场有椅子45把。") },
      ]);
      await page.waitForFunction(() => document.querySelectorAll(".pages li").length === 2);
      assert.deepEqual(await findings(".pages"), []);
      assert.deepEqual(await findings(".notice"), []);
      await page.click(".samples summary");
      assert.deepEqual(await findings(".head"), []);
      await page.keyboard.press("Escape");
      await page.click(".foot summary");
      assert.deepEqual(await findings(".foot"), []);
      await page.click(".share");
      await page.check(".sharing input");
      await page.waitForSelector(".sharing .warning");
      assert.deepEqual(await findings(".sharing"), []);
    }
  });

  test("on paper there are the text with its figures and the table, and nothing to press", async () => {
    const { page } = await site.open({ colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    for (const shown of [".reading .block.title", "mark.figure", ".rows table", "tbody tr:last-child td.quote"]) {
      assert.ok(await page.locator(shown).first().isVisible(), shown);
    }
    for (const hidden of [".head", ".foot", ".filter", ".outline-pane", ".switch", ".layers", ".downloads"]) {
      assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
    }
    const look = await page.evaluate(() => ({
      ground: getComputedStyle(document.querySelector(".pane.text-pane")).backgroundColor,
      cell: getComputedStyle(document.querySelector("tbody td")).display,
      cut: [...document.querySelectorAll(".reading, .rows")].filter((pane) => pane.scrollHeight > pane.clientHeight + 2).length,
    }));
    assert.deepEqual(look, { ground: "rgb(255, 255, 255)", cell: "table-cell", cut: 0 });
  });
});
