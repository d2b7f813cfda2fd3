import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { paste, start, until } from "./browser.mjs";
import { poorContrast } from "./contrast.mjs";
import { BROKEN } from "./pages.mjs";

const { source: AXE } = createRequire(import.meta.url)("axe-core");

/** What axe finds against WCAG 2.2 AA that is serious or worse, as rule and elements. */
async function complaints(page) {
  await page.evaluate(`${AXE};0`);
  return page.evaluate(async () => {
    // A ground that is still turning into another has the contrast of neither.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ target }) => target.join(" ")).join(" | ")}`);
  });
}

const SUMMARY = "云麓县开通线路18条，带货40万件，惠及7个乡镇。";

/** Every view of the page, by what one does to get there from the pasted text. */
const VIEWS = {
  reading: async () => {},
  detail: (page) => page.keyboard.press("j"),
  "original and rebuilt": async (page) => {
    await page.keyboard.press("v");
    await page.keyboard.press("v");
  },
  layers: async (page) => {
    for (const layer of ["sentences", "words", "rejected"]) await page.click(`[data-layer=${layer}]`);
    await until(page, () => CSS.highlights.has("word"));
  },
  "menu of roles": (page) => page.locator(".role").nth(2).click(),
  corrected: async (page) => {
    await page.keyboard.press("]");
    await page.keyboard.press("Enter");
    await page.click(".corrections summary");
  },
  columns: (page) => page.click(".columns summary"),
  charts: (page) => page.keyboard.press("g"),
  checks: (page) => page.keyboard.press("f"),
  compare: async (page) => {
    await page.keyboard.press("m");
    await page.fill("#claim", SUMMARY);
    await page.waitForSelector(".match");
  },
  editing: (page) => page.keyboard.press("e"),
  keys: (page) => page.keyboard.press("?"),
};

describe("for everyone", { timeout: 600_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  for (const colorScheme of ["light", "dark"]) {
    test(`axe has no serious complaint about any view, ${colorScheme}`, async () => {
      const found = {};
      for (const [view, go] of Object.entries(VIEWS)) {
        const { page, context } = await site.open({ colorScheme });
        await paste(page, BROKEN);
        await go(page);
        const here = await complaints(page);
        if (here.length > 0) found[view] = here;
        await context.close();
      }
      assert.deepEqual(found, {});
    });
  }

  test("axe has none on a narrow screen either, in English", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 } });
    await paste(page, BROKEN);
    await page.click(".lang");
    const found = {};
    for (const pane of ["outline", "text", "table", "pictures", "findings", "compare"]) {
      await page.click(`#tab-${pane}`);
      const here = await complaints(page);
      if (here.length > 0) found[pane] = here;
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, `${pane} is wider than the screen`);
    }
    assert.deepEqual(found, {});
  });

  test("loses nothing at 200 % zoom", async () => {
    // A screen of 1280 × 800 at 200 % has room for half of it.
    const { page } = await site.open({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await paste(page, BROKEN);
    for (const pane of ["outline", "text", "table", "pictures", "findings", "compare"]) {
      await page.click(`#tab-${pane}`);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 640, pane);
    }
    await page.click("#tab-text");
    assert.ok(await page.locator("mark.figure").first().isVisible());
  });

  test("has its help, and both texts, on a narrow screen too", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 } });
    await paste(page, BROKEN);
    await page.locator("button.help").click();
    assert.ok(await page.isVisible("dialog.help-sheet .what"));
    assert.deepEqual(await complaints(page), []);
    const sheet = await page.locator("dialog.help-sheet").boundingBox();
    assert.ok(sheet.x >= 0 && sheet.x + sheet.width <= 390, JSON.stringify(sheet));
    await page.locator("dialog.help-sheet header button").click();
    await until(page, () => !document.querySelector("dialog.help-sheet"));
    await page.click("[data-form=both]");
    const widths = await page.locator(".reading").evaluateAll((panes) => panes.map((pane) => pane.clientWidth));
    assert.deepEqual(widths, [390, 390]);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  });

  test("shows every key with ?, and Escape goes back", async () => {
    const { page } = await site.open();
    await page.keyboard.press("?");
    assert.ok(await page.isVisible("dialog.help-sheet"));
    assert.ok((await page.locator(".help-sheet kbd").count()) >= 12);
    await page.keyboard.press("Escape");
    await until(page, () => !document.querySelector("dialog.help-sheet"));
  });

  test("keeps what is chosen visible in forced colours", async () => {
    const { page } = await site.open({ forcedColors: "active" });
    await page.locator("mark.figure").first().click();
    const { style, width } = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.querySelector("mark.chosen"));
      return { style: outlineStyle, width: outlineWidth };
    });
    assert.deepEqual([style, width], ["solid", "2px"]);
    // Where the system's colours are named instead of forced, text must still be seen on its ground.
    for (const key of ["t", "g"]) {
      await page.keyboard.press(key);
      assert.deepEqual(await page.evaluate(poorContrast), [], key);
    }
  });
});
