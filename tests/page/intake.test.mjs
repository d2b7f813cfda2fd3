import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { drop, dropAll, named, paste, start } from "./browser.mjs";
import { ARTICLE, asDocx, asHtml, asPdf, asText, encoded, utf16 } from "./files.mjs";

const bytes = (text) => new TextEncoder().encode(text);
const PAGES = ".pages li .name";

/** Whether this machine can print Chinese; without a font there is no text in what it prints. */
function hasChineseFont() {
  try {
    return execFileSync("fc-list", [":lang=zh", "family"]).length > 0;
  } catch {
    return false;
  }
}

describe("files", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  const rows = (page) => page.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const headings = (page) => page.locator("thead th").allTextContents();
  /** A second page, so that the list of pages and their names is on screen. */
  const ready = async () => {
    const opened = await site.open();
    await paste(opened.page, "另一页有椅子45把。");
    return opened;
  };
  const tableOf = async (page) => ({ title: await page.locator(".reading h2").allTextContents(), headings: await headings(page), rows: await rows(page) });

  test("of every kind give the same table of one text", async () => {
    const { page, errors } = await ready();
    const text = asText(ARTICLE);
    await drop(page, "utf8.txt", bytes(text), "text/plain");
    await named(page, "utf8.txt");
    const expected = await tableOf(page);
    assert.deepEqual(expected.title, [ARTICLE.title]);
    assert.ok(expected.rows.length >= 16, `${expected.rows.length} rows`);
    assert.ok(expected.rows.some((cells) => cells.includes("1.5万人次") && cells.includes("15,000")));

    const files = {
      "bom.txt": bytes(`\ufeff${text}`),
      "gb.txt": encoded(text, "gb18030"),
      "utf16.txt": utf16(text),
      "page.html": bytes(asHtml(ARTICLE)),
      "gb.html": encoded(asHtml(ARTICLE, "gb2312"), "gb18030"),
      "word.docx": asDocx(ARTICLE),
      "notes.md": bytes(`# ${ARTICLE.title}\n\n${ARTICLE.byline}\n\n${ARTICLE.paragraphs.map((p) => p.replace("36个", "**36个**")).join("\n\n")}\n`),
      "print.pdf": asPdf(ARTICLE),
    };
    for (const [name, content] of Object.entries(files)) {
      await drop(page, name, content, "");
      await named(page, name);
      assert.deepEqual(await tableOf(page), expected, name);
    }
    assert.equal(await page.evaluate(() => window.hacked), undefined, "nothing in a page runs");
    // The policy holds for the styles and handlers in a page that is read, and says so.
    assert.deepEqual(errors.filter((message) => !/Content Security Policy/.test(message)), []);
  });

  // What a browser prints without a font for it holds no text; the PDF above, whose font is not inside, is read anywhere.
  const printed = hasChineseFont() ? test : () => {};
  printed("printed to PDF by the browser give the same table", async () => {
    const { page, context, errors } = await ready();
    const printer = await context.newPage();
    await printer.setContent(`<body style="font: 14px/1.7 sans-serif; width: 30em">${asHtml(ARTICLE).replace(/<nav>.*?<\/nav>|<aside>.*?<\/aside>|<script>.*?<\/script>/g, "")}`);
    const pdf = await printer.pdf({ format: "A5" });
    await printer.close();
    await drop(page, "plain.txt", bytes(asText(ARTICLE)), "text/plain");
    await named(page, "plain.txt");
    const expected = await tableOf(page);
    await drop(page, "browser.pdf", pdf, "application/pdf");
    await named(page, "browser.pdf");
    assert.deepEqual(await tableOf(page), expected);
    assert.ok((await page.locator(".reading .join").count()) > 4, "the lines of the page were rejoined");
    assert.deepEqual(errors, []);
  });

  test("of web pages give paragraphs, lines and cells, from pages laid out in tables too", async () => {
    const { page } = await ready();
    const html = `<table><tr><td><p>食堂有桌子4张。</p><p>会场有椅子<b>45</b>把。</p></td><td></td></tr></table>
      <table><tr><th>镇</th><th>学堂</th></tr><tr><td><p>柳塘</p></td><td>36所</td></tr></table><p>第一行<br>第二行有  灯
      48盏。</p><p hidden>另有999人</p>`;
    await drop(page, "old.html", bytes(html), "");
    await named(page, "old.html");
    await page.click(".switch [data-view=edit]");
    assert.equal(await page.inputValue("textarea.editor"), "食堂有桌子4张。\n\n会场有椅子45把。\n\n镇\t学堂\n\n柳塘\t36所\n\n第一行\n第二行有灯 48盏。");
  });

  test("of subtitles give what is said", async () => {
    const { page } = await ready();
    const srt = "1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>全镇建成服务站36个，</i>\r\n\r\n2\r\n00:00:03,600 --> 00:00:05,000\r\n招聘网格员120名。\r\n";
    await drop(page, "talk.srt", bytes(srt), "");
    await named(page, "talk.srt");
    assert.deepEqual(await page.locator("mark.figure").allTextContents(), ["36个", "120名"]);
  });

  test("several at once become pages to switch between and close", async () => {
    const { page, errors } = await site.open();
    assert.equal(await page.locator(PAGES).count(), 0, "one page needs no list");
    await dropAll(page, [
      { name: "一.txt", bytes: bytes("食堂有桌子4张。") },
      { name: "二.txt", bytes: bytes("会场有椅子45把。") },
      { name: "图.png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
      { name: "三.docx", bytes: asDocx(ARTICLE) },
    ]);
    await named(page, "一.txt");
    assert.deepEqual(await page.locator(PAGES).allTextContents(), ["一.txt", "二.txt", "三.docx"], "in place of the untouched sample");
    assert.match(await page.textContent(".notice.error"), /“图\.png”是 PNG 图片，不是文字/);
    assert.deepEqual(await page.locator("tbody td.quote").allTextContents(), ["4张"]);
    await page.click(`${PAGES}:text-is("二.txt")`);
    await named(page, "二.txt");
    assert.deepEqual(await page.locator("tbody td.quote").allTextContents(), ["45把"]);
    await paste(page, "会场另有桌子8张。");
    await page.click(`${PAGES}:text-is("一.txt")`);
    await named(page, "一.txt");
    assert.deepEqual(await page.locator("tbody td.quote").allTextContents(), ["4张"], "the pasted text went into the other page");
    await page.getByRole("button", { name: "关闭“一.txt”" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".pages li").length === 2);
    await page.getByRole("button", { name: "新的一页" }).click();
    await page.waitForSelector("textarea.editor");
    assert.deepEqual(errors, []);
  });

  test("of text can be read in another encoding than was guessed", async () => {
    const { page } = await ready();
    // Four bytes that GB 18030 and Big5 read differently, and too few to tell.
    await drop(page, "old.txt", [...encoded("共有樹木", "big5"), 0x33, 0x30, ...encoded("棵", "big5")], "text/plain");
    await named(page, "old.txt");
    await page.getByLabel("编码").selectOption("big5");
    await page.waitForFunction(() => document.querySelector(".reading")?.textContent.includes("共有樹木30棵"));
    assert.deepEqual(await page.locator("mark.figure").allTextContents(), ["30棵"]);
    await page.getByLabel("编码").selectOption("gb18030");
    await page.waitForFunction(() => !document.querySelector(".reading")?.textContent.includes("共有樹木"));
  });

  test("that give no text are told apart, and the text stays", async () => {
    const { page, errors } = await site.open();
    await paste(page, "食堂有桌子4张。");
    const docx = asDocx(ARTICLE);
    const pdf = asPdf({ title: "", byline: "", paragraphs: [] });
    const cases = [
      ["表.xlsx", [0x50, 0x4b, 0x03, 0x04, ...new Array(200).fill(0)], /“表\.xlsx”已损坏/],
      ["断.docx", docx.slice(0, docx.length / 2), /“断\.docx”已损坏/],
      ["图.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], /“图\.png”是 PNG 图片，不是文字/],
      ["旧.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], /“旧\.doc”是 Word 97/],
      ["扫描.pdf", pdf, /“扫描\.pdf”里没有文字/],
      ["坏.pdf", bytes("%PDF-1.4\n这里什么都没有"), /“坏\.pdf”已损坏/],
    ];
    for (const [name, content, says] of cases) {
      await drop(page, name, content, "");
      await page.waitForFunction((file) => document.querySelector(".notice.error")?.textContent.includes(file), name, { timeout: 60_000 });
      assert.match(await page.textContent(".notice"), says);
    }
    assert.deepEqual(await page.locator("tbody td.quote").allTextContents(), ["4张"]);
    assert.deepEqual(errors, []);
  });

  test("come in through the chooser, and samples through their menu", async () => {
    const { page } = await site.open();
    await page.setInputFiles("input[type=file]", [
      { name: "甲.txt", mimeType: "text/plain", buffer: Buffer.from("食堂有桌子4张。") },
      { name: "乙.md", mimeType: "", buffer: Buffer.from("# 会场\n\n会场有**椅子45把**。") },
    ]);
    await named(page, "甲.txt");
    await page.click(`${PAGES}:text-is("乙.md")`);
    await named(page, "乙.md");
    assert.deepEqual(await page.locator("mark.figure").allTextContents(), ["45把"]);
    for (const [name, title] of [["统计公报", "青石市"], ["人物特写", "山路上的邮递员"], ["一版报纸", "临溪老厂房"]]) {
      await page.click(".samples summary");
      await page.click(`.samples button:has-text("${name}")`);
      await page.waitForFunction((words) => document.querySelector(".reading h2")?.textContent.startsWith(words), title);
      assert.ok((await page.locator("mark.figure").count()) > 15, name);
    }
  });
});
