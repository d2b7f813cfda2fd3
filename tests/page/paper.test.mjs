// What is printed, read back out of the PDF that Chromium makes of it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { paste, quotes, start, until } from "./browser.mjs";
import { BROKEN } from "./pages.mjs";

/** More figures than a page of the table on screen has rows, and more text than a page of the text has characters. */
const LONG = `${BROKEN}\n${Array.from({ length: 260 }, (_, i) => `第${i + 1}村合作社今年新修水渠${i + 1000}米，村民说渠水进了田，心里踏实，明年还要把田埂路一起修好。`).join("\n\n")}\n`;
const WRONG = "柳塘镇菜价两年变化\n\n镇上的菜价从80元增至100元，增长20%。投诉由10件降到2件，下降80%。\n";

/** A4 in points, and its margins as the style sets them, less what a mark of punctuation may hang over. */
const [WIDTH, MARGIN] = [595, 36];

/**
 * The sheets of a PDF: text, and how far its words reach. Some fonts draw 车 and 民 with the glyph of a radical, and the
 * PDF then says the radical: words with those are not looked for.
 */
async function sheets(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const all = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const words = items.filter(({ str }) => str?.trim());
    all.push({
      text: words.map(({ str }) => str).join("").normalize("NFKC").replace(/\s+/g, ""),
      left: Math.min(...words.map(({ transform }) => transform[4])),
      right: Math.max(...words.map(({ transform, width }) => transform[4] + width)),
    });
  }
  await document.destroy();
  return all;
}

describe("on paper", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  const print = async (page) => sheets(await page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true }));

  test("the whole text and the whole table, within the margins, and nothing to press", async () => {
    const { page, errors } = await site.open();
    await paste(page, LONG);
    assert.ok((await page.locator(".pager").count()) > 1, "too long for one page on screen");
    assert.equal(await page.locator("tbody tr").count(), 200);
    const printed = await print(page);
    const text = printed.map((sheet) => sheet.text).join("");
    for (let i = 0; i < 260; i++) {
      assert.equal(text.split(`水渠${i + 1000}米`).length, 2, `${i}: once in the text`);
      assert.ok(text.split(`${i + 1000}米`).length >= 3, `${i}: in a row of the table too`);
    }
    for (const words of ["云麓县山货坐上早班", "程砚秋", "数值", "原文"]) assert.ok(text.includes(words), words);
    for (const control of ["粘贴", "示例", "编辑", "并排", "CSV", "Markdown", "筛选", "下一页", "分析在本机完成"]) assert.ok(!text.includes(control), control);
    for (const [n, { left, right }] of printed.entries()) assert.ok(left >= MARGIN && right <= WIDTH - MARGIN, `sheet ${n + 1}: ${left} to ${right}`);
    const table = printed.filter((sheet) => sheet.text.includes("数值单位对象"));
    assert.ok(table.length > 3 && table.at(-1) === printed.at(-1), "every sheet of the table begins with its head");
    await until(page, () => document.querySelectorAll("tbody tr").length === 200);
    assert.deepEqual(errors, []);
  });

  test("findings with their arithmetic, charts with their bars", async () => {
    const { page } = await site.open();
    await paste(page, WRONG);
    await page.keyboard.press("f");
    await page.waitForSelector(".finding");
    const findings = (await print(page)).map(({ text }) => text).join("");
    for (const words of ["错误", "增加25%", "(100−80)÷80", "菜价从80元增至100元"]) assert.ok(findings.includes(words), words);
    for (const control of ["此处忽略", "关闭此规则", "从严", "CSV"]) assert.ok(!findings.includes(control), control);
    await page.keyboard.press("g");
    await page.waitForSelector("[data-chart=changes]");
    const charts = (await print(page)).map(({ text }) => text).join("");
    for (const words of ["变化:之前与之后", "80元100元", "虚线框为之前"]) assert.ok(charts.includes(words), words);
    for (const control of ["SVG", "PNG"]) assert.ok(!charts.includes(control), control);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("[data-chart=changes] rect.length").first().isVisible());
  });

  test("of a filtered table the rows that are left", async () => {
    const { page } = await site.open();
    await paste(page, BROKEN);
    await page.fill("#filter", "元");
    const left = await quotes(page);
    const table = (await print(page)).map(({ text }) => text).filter((text) => text.includes("数值")).join("");
    for (const quote of left) assert.ok(table.includes(quote), quote);
    assert.ok(!table.includes("36万件"));
  });
});
