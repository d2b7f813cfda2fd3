// A whole session at the page with nothing but keys: no mouse, no script that presses or focuses anything.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { analysed, downloaded, quotes, start, until } from "./browser.mjs";
import { BROKEN } from "./pages.mjs";

const SHORT = "食堂有桌子4张、椅子45把。";
const SENTENCE = "老粮仓改成夜校以后，柳塘镇的晚上热闹起来，2024年建成便民服务站36个，接待群众1.5万人次。";
/** Long enough that its analysis is still under way when its cancel button has been reached, on a fast machine too. */
const LONG = `${SENTENCE.repeat(20)}\n\n`.repeat(3_000);
/** More stops than the page has from its first to its last. */
const STOPS = 150;

describe("by keyboard alone", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  /** What another program would have put on the clipboard. */
  const copied = (page, text) => page.evaluate((content) => navigator.clipboard.writeText(content), text);
  const pressed = async (page, ...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const isOn = (page, selector) => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  const focused = (page, selector) => until(page, (wanted) => document.activeElement?.matches(wanted), selector);
  const focusedText = (page) => page.evaluate(() => document.activeElement.textContent);
  /** Presses Tab until what is looked for has the focus. */
  const tabTo = async (page, selector, key = "Tab") => {
    for (let i = 0; i < STOPS; i++) {
      if (await isOn(page, selector)) return;
      await page.keyboard.press(key);
    }
    assert.fail(`Tab does not lead to ${selector}`);
  };
  /** Every stop shows that it has the focus. */
  const isMarked = (page) =>
    page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });

  test("a session from the first paste to the saved table", async () => {
    const { page, errors } = await site.open({ viewport: { width: 1300, height: 640 }, permissions: ["clipboard-read", "clipboard-write"] });

    // Paste, and go to an article from the outline.
    await copied(page, BROKEN);
    await page.keyboard.press("Control+V");
    await analysed(page, BROKEN);
    const all = await quotes(page);
    await tabTo(page, ".entry.article:nth-child(n + 2) button");
    assert.ok(await isMarked(page));
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector(".reading").scrollTop > 100);

    // Break a join, with the table following; undo, redo, undo.
    const breaks = (n) => until(page, (count) => document.querySelectorAll(".reading .cut").length === count, n);
    await pressed(page, "]", "]", "]", "]");
    await focused(page, `.join[data-join="${BROKEN.indexOf("\n\n元")}"]`);
    await page.keyboard.press("Enter");
    await breaks(1);
    assert.ok(!(await quotes(page)).includes("5元"));
    for (const [key, n] of [["u", 0], ["r", 1], ["u", 0]]) {
      await page.keyboard.press(key);
      await breaks(n);
      assert.equal((await quotes(page)).includes("5元"), n === 0, key);
    }

    // Change a role and take that back.
    await tabTo(page, ".role", "Shift+Tab");
    await page.keyboard.press("Enter");
    await focused(page, ".menu [aria-checked=true]");
    await page.keyboard.press("Escape");
    await focused(page, ".role");

    // Through the figures; what is marked is what the row says.
    const chosen = (quote) => until(page, (words) => document.querySelector("mark.chosen")?.textContent === words && document.querySelector("tr.chosen td.quote")?.textContent === words, quote);
    await page.keyboard.press("j");
    await chosen(all[0]);
    await pressed(page, "j", "j");
    await chosen(all[2]);
    await page.keyboard.press("k");
    await chosen(all[1]);
    assert.match(await page.textContent("#live"), new RegExp(`第 2 个，共 ${all.length} 个：${all[1]}`));

    // From the row to the text and back, and what is known of the figure.
    await tabTo(page, "tbody tr");
    await page.keyboard.press("ArrowDown");
    await chosen(all[2]);
    await page.keyboard.press("Enter");
    await focused(page, "mark.chosen");
    assert.equal(await focusedText(page), all[2]);
    assert.ok(await page.isVisible(".detail .origin [data-how=written]"));
    await page.keyboard.press("Enter");
    await focused(page, "tr.chosen");
    await tabTo(page, ".detail .cite");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("#live").textContent.includes("已复制"));
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).startsWith(all[2]));
    await page.keyboard.press("Escape");
    await until(page, () => !document.querySelector(".detail"));

    // Filter by words, by kind and by unit; sort.
    await page.keyboard.press("/");
    await focused(page, "#filter");
    await page.keyboard.type("520万");
    await until(page, () => document.querySelectorAll("tbody tr").length === 1);
    assert.deepEqual(await quotes(page), ["520万元"]);
    await pressed(page, "Control+A", "Delete");
    await until(page, (n) => document.querySelectorAll("tbody tr").length === n, all.length);
    await tabTo(page, ".chip.money");
    await page.keyboard.press(" ");
    await until(page, () => document.querySelectorAll("tbody tr").length === 4);
    await page.keyboard.press(" ");
    await tabTo(page, "[data-filter=unit]", "Shift+Tab");
    await page.keyboard.press("ArrowDown");
    await until(page, (n) => document.querySelectorAll("tbody tr").length < n, all.length);
    await page.keyboard.press("ArrowUp");
    await until(page, (n) => document.querySelectorAll("tbody tr").length === n, all.length);
    await tabTo(page, "th.value button");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("th.value").ariaSort === "ascending");
    assert.equal((await quotes(page))[0], "两斤");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("th.value").ariaSort === "descending");
    assert.equal((await quotes(page))[0], "520万元");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("th.value").ariaSort === "none");

    // Columns, charts, checks, a claim.
    await tabTo(page, ".columns summary");
    await page.keyboard.press("Enter");
    await tabTo(page, "[data-column=sentence]");
    await page.keyboard.press(" ");
    await page.waitForSelector("th.sentence");
    await page.keyboard.press("Escape");
    await focused(page, ".columns summary");
    await page.keyboard.press("g");
    await tabTo(page, "[data-chart=changes] .bar");
    await pressed(page, "ArrowDown", "Enter");
    await until(page, () => document.querySelector("mark.chosen")?.textContent === "5元");
    await page.keyboard.press("f");
    await tabTo(page, "[data-style=strict]");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("[data-style=strict]").ariaPressed === "true");
    await page.keyboard.press("m");
    await tabTo(page, "#claim");
    await page.keyboard.insertText("客货邮线路有18条。");
    await page.waitForSelector(".match.same");
    await tabTo(page, ".match");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("mark.chosen")?.textContent === "18条");
    await page.keyboard.press("t");

    // Edit, and come back.
    await page.keyboard.press("e");
    await focused(page, "textarea.editor");
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText("新闻\n\n");
    await analysed(page, `新闻\n\n${BROKEN}`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await page.waitForSelector(".reading .block");

    // Save the table and everything.
    await tabTo(page, ".out .downloads button:first-child");
    const csv = await downloaded(page, () => page.keyboard.press("Enter"));
    assert.equal(csv.name, "tishu.csv");
    assert.equal(csv.text.trimEnd().split("\r\n").length, 1 + (await quotes(page)).length);
    await tabTo(page, ".out .downloads button:last-child");
    const json = await downloaded(page, () => page.keyboard.press("Enter"));
    assert.equal(JSON.parse(json.text).text, `新闻\n\n${BROKEN}`);

    // Open a file by its button.
    const open = async (name, content) => {
      await tabTo(page, ".head .actions button:not(.primary)");
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
      await chooser.setFiles({ name, mimeType: "", buffer: Buffer.from(content) });
    };
    await open("short.txt", SHORT);
    await analysed(page, SHORT);
    assert.deepEqual(await quotes(page), ["4张", "45把"]);
    await open("tishu.json", json.text);
    await analysed(page, `新闻\n\n${BROKEN}`);

    // End a long analysis; the next one is right.
    await copied(page, LONG);
    await page.keyboard.press("Control+V");
    await page.waitForSelector("#cancel");
    await tabTo(page, "#cancel");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector(".panes").dataset.phase === "cancelled");
    await copied(page, SHORT);
    await page.keyboard.press("Control+V");
    await analysed(page, SHORT);
    assert.deepEqual(await quotes(page), ["4张", "45把"]);

    // The sheet of keys.
    await tabTo(page, ".help");
    await page.keyboard.press("?");
    await focused(page, "dialog.help-sheet button");
    await page.keyboard.press("Escape");
    await until(page, () => !document.querySelector("dialog[open]"));
    assert.ok(await isOn(page, ".help"), "the focus is back where it was");
    await page.keyboard.press("Enter");
    await focused(page, "dialog.help-sheet button");
    await page.keyboard.press("Enter");
    await until(page, () => !document.querySelector("dialog[open]"));
    assert.deepEqual(errors, []);
  });
});
