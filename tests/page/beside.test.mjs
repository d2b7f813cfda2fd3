import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { read, utils } from "@e965/xlsx";
import { downloaded, drop, paste, quotes, start, until, upToDate } from "./browser.mjs";
import { BROKEN } from "./pages.mjs";

const WRONG = "柳塘镇菜价两年变化\n\n镇上的菜价从80元增至100元，增长20%。投诉由10件降到2件，下降80%。\n";

describe("what stands beside the text", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  const opened = async (text = BROKEN, options) => {
    const opening = await site.open(options);
    await paste(opening.page, text);
    return opening;
  };
  const file = (page, name) => downloaded(page, () => page.click(`.out .downloads button:text-is("${name}")`));

  test("narrows the table by unit, article and time", async () => {
    const { page } = await opened();
    const all = (await quotes(page)).length;
    await page.selectOption("[data-filter=unit]", "元");
    assert.deepEqual(await quotes(page), ["520万元", "12元", "5元", "230万元"]);
    await page.selectOption("[data-filter=article]", "1");
    assert.deepEqual(await quotes(page), ["230万元"]);
    await page.click(".narrow .link");
    await page.selectOption("[data-filter=time]", "2024");
    const dated = await quotes(page);
    assert.ok(dated.includes("18条") && dated.length < all, dated.join());
  });

  test("shows the sentence on request, and remembers the columns", async () => {
    const { page } = await opened();
    assert.equal(await page.locator("th.sentence").count(), 0);
    await page.click(".columns summary");
    await page.check("[data-column=sentence]");
    await page.uncheck("[data-column=subject]");
    const row = page.locator("tbody tr", { has: page.locator('td.quote:text-is("5元")') });
    assert.equal(await row.locator("td.sentence").textContent(), "运费由每件12元降至每件5元，村民寄一箱菌子省下的钱够买两斤盐。");
    await page.reload();
    await page.waitForSelector("th.sentence");
    assert.equal(await page.locator("th.subject").count(), 0);
  });

  test("says how a figure was read", async () => {
    const { page } = await opened();
    await page.locator("tbody tr", { has: page.locator('td.quote:text-is("36万件")') }).click();
    const line = (name) => page.textContent(`.origin [data-how=${name}]`);
    assert.match(await line("written"), /36 × 10⁴ = 360,000/);
    assert.match(await line("rule"), /numeral/);
    assert.match(await line("item"), /带货 · 在数字之前/);
    assert.match(await line("sentence"), /^原句.*全年带货36万件/);
    await page.locator("tbody tr", { has: page.locator('td.quote:text-is("5元")') }).click();
    assert.match(await line("place"), /跨过 1 处接回的断行/);
  });

  test("copies a row as a citation", async () => {
    const { page } = await opened(BROKEN, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("tbody tr", { has: page.locator('td.quote:text-is("36万件")') }).click();
    await page.keyboard.press("c");
    await until(page, () => document.querySelector("#live").textContent.includes("已复制"));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^36万件（带货.*全年带货36万件.*——程砚秋《云麓县山货坐上早班车》$/);
    await paste(page, "“学堂新增座位40个。”校长说，“还要添书。”");
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await until(page, async () => (await navigator.clipboard.readText()).includes("40个"));
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /：“[^“”]*‘学堂新增座位40个。[^“”]*”$/, "quotation marks within are the inner ones");
  });

  test("writes CSV that a spreadsheet opens with its Chinese intact, and no formula", async () => {
    // What begins with = + - @, in half and in full width, each as a figure, a sentence or both.
    const risky = [
      "=1+1，云麓县新修桥梁5座。", "@云麓发布，粉丝达到12万人。", "+86打头的电话300次。", "－5℃的夜里，值守干部36名。", "-3.5℃，增幅为+12%。",
    ];
    const { page } = await opened(`${BROKEN}\n${risky.join("\n\n")}\n`);
    const shown = await quotes(page);
    const { text } = await file(page, "CSV");
    const book = read(Buffer.from(text, "utf8"), { type: "buffer" });
    const sheet = book.Sheets[book.SheetNames[0]];
    const [head, ...rows] = utils.sheet_to_json(sheet, { header: 1, raw: true, defval: "" });
    const column = (name) => rows.map((row) => row[head.indexOf(name)]);
    assert.equal(rows.length, shown.length);
    for (const row of rows) assert.equal(row.length, head.length);

    const plain = (cell) => String(cell).replace(/^'/, "");
    assert.deepEqual(column("原文").map(plain), shown, "every figure in its row");
    const row = rows.find((cells) => cells[0] === "18条");
    const cell = (name) => row[head.indexOf(name)];
    assert.deepEqual(["数值", "单位", "对象", "时间"].map(cell), [18, "条", "客货邮线路", "2024年"]);
    assert.match(cell("原句"), /^2024年，云麓县开通客货邮线路18条.*沿线村民不用再起早赶集。$/);

    assert.ok(read("=1+1\r\n", { type: "string" }).Sheets.Sheet1.A1.f, "the spreadsheet would run it");
    for (const [name, { f }] of Object.entries(sheet)) if (!name.startsWith("!")) assert.equal(f, undefined, `${name} is a formula`);
    for (const sentence of risky) assert.ok(column("原句").map(plain).includes(sentence), sentence);
    const guarded = [...column("原文"), ...column("原句")].filter((words) => words.startsWith("'")).map((words) => words[1]);
    for (const sign of ["+", "-", "=", "@", "－"]) assert.ok(guarded.includes(sign), sign);
  });

  test("writes a Markdown table and web annotations of the rows shown", async () => {
    const { page } = await opened();
    await page.fill("#filter", "元");
    const shown = await quotes(page);
    const markdown = (await file(page, "Markdown")).text.trimEnd().split("\n");
    assert.equal(markdown.length, shown.length + 2);
    assert.match(markdown[0], /^\| 数值 \| 单位 \|/);
    assert.ok(markdown.some((line) => line.endsWith("| 520万元 |")));
    const annotations = JSON.parse((await file(page, "标注")).text);
    assert.equal(annotations.length, shown.length);
    for (const { target: { selector: [place, quote] } } of annotations) assert.equal(BROKEN.slice(place.start, place.end), quote.exact);
  });

  test("takes its own JSON back: text, corrections and date", async () => {
    const { page } = await opened();
    await page.click(`[data-join="${BROKEN.indexOf("\n\n元")}"]`, { force: true });
    await until(page, () => document.querySelectorAll(".reading .cut").length === 1);
    await page.fill(".date input", "2025-04-20");
    await upToDate(page);
    const before = await quotes(page);
    const { text } = await file(page, "JSON");
    const saved = JSON.parse(text);
    assert.deepEqual([saved.format, saved.version, saved.text, saved.corrections.breaks.length], ["tishu", 1, BROKEN, 1]);
    const { page: other } = await site.open();
    await drop(other, "tishu.json", new TextEncoder().encode(text), "application/json");
    await until(other, () => document.querySelectorAll(".reading .cut").length === 1);
    assert.deepEqual(await quotes(other), before);
    assert.equal(await other.inputValue(".date input"), "2025-04-20");
    assert.match(await other.textContent(".corrections summary"), /更正 1/);
  });

  test("lists what does not add up, and shows all its places", async () => {
    const { page } = await opened(WRONG);
    await page.click("#side-findings");
    const first = page.locator(".finding").first();
    assert.match(await first.textContent(), /错误.*25%.*\(100 − 80\) ÷ 80/);
    await first.locator(".about").focus();
    await page.keyboard.press("Enter");
    await until(page, () => CSS.highlights.get("place")?.size === 3);
    assert.match(await page.textContent(".agreements summary"), /相符的 1 处/);
  });

  test("ignores a finding here, or a rule everywhere, until that is cleared", async () => {
    const { page } = await opened(WRONG);
    await page.keyboard.press("f");
    const rest = (await page.locator(".finding").count()) - 1;
    await page.locator(".finding").first().locator(".mute button").first().click();
    assert.equal(await page.locator(".finding").count(), rest);
    await page.reload();
    await page.waitForSelector(".reading .block");
    await paste(page, WRONG);
    await page.keyboard.press("f");
    await page.waitForSelector(".muted .clear");
    assert.equal(await page.locator(".finding").count(), rest, "remembered");
    await page.click(".muted .clear");
    assert.equal(await page.locator(".finding").count(), rest + 1);
    await page.locator(".finding.error .mute button").last().click();
    assert.equal(await page.locator(".finding.error").count(), 0);
    await page.click(".muted button");
    assert.equal(await page.locator(".finding.error").count(), 1);
  });

  test("says as much about style as the reader wants, and remembers it", async () => {
    const text = "柳塘镇来客两年变化\n\n98年来客约50人左右，2千余名居民参加庙会。\n\n镇上的菜价从80元增至100元，增长20%。\n";
    const { page } = await opened(text);
    await page.keyboard.press("f");
    const choose = (name) => page.click(`[data-style=${name}]`);
    const styles = (n) => until(page, (count) => document.querySelectorAll(".finding.style").length === count, n);
    assert.equal(await page.getAttribute("[data-style=usual]", "aria-pressed"), "true");
    await styles(1);
    await choose("strict");
    await styles(3);
    const said = (await page.locator(".finding.style .message").allTextContents()).join();
    for (const words of ["约50人左右", "2千余名", "98年"]) assert.ok(said.includes(words), words);
    await page.locator(".finding.style", { hasText: "98年" }).locator(".mute button").last().click();
    assert.match(await page.textContent(".muted"), /已关闭：两位数年份/);
    await page.reload();
    await page.waitForSelector(".reading .block");
    await paste(page, text);
    await page.keyboard.press("f");
    assert.equal(await page.getAttribute("[data-style=strict]", "aria-pressed"), "true", "remembered");
    await styles(2);
    await choose("off");
    await styles(0);
    assert.equal(await page.locator(".finding.error").count(), 1, "what is wrong is wrong in any style");
  });

  test("holds a summary against the text, and leads to the source", async () => {
    const { page, errors } = await opened();
    await page.click("#side-compare");
    await page.fill("#claim", "云麓县开通客货邮线路18条，新建码头777座。");
    await page.waitForSelector(".match");
    const verdict = (text) => page.locator(".match", { has: page.locator(`b:text-is("${text}")`) });
    assert.match(await verdict("18条").textContent(), /一致/);
    assert.match(await verdict("777座").textContent(), /无出处/);
    assert.deepEqual(await page.locator(".claimed .verdict").allTextContents(), ["18条", "777座"]);
    await page.locator(".match").first().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent(".reading mark.chosen"), "18条");
    assert.deepEqual(errors, []);
  });

  test("draws charts whose bars lead to the text, and saves them as SVG and PNG", async () => {
    const { page, errors } = await opened();
    await page.click("#side-pictures");
    const chart = (name) => page.locator(`[data-chart=${name}]`);
    for (const name of ["changes", "items", "kinds"]) assert.equal(await chart(name).count(), 1, name);
    assert.deepEqual(await chart("changes").locator(".chart-value").allTextContents(), ["12元", "5元"]);
    const lengths = await chart("changes").locator("rect.length").evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("width"))));
    assert.ok(Math.abs(lengths[1] / lengths[0] - 5 / 12) < 0.01, lengths.join());
    await chart("changes").locator(".bar").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent(".reading mark.chosen"), "5元");
    const svg = await downloaded(page, () => chart("changes").locator(".downloads button").first().click());
    assert.equal(svg.name, "tishu-changes.svg");
    const parsed = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
      return [documentElement.tagName, [...documentElement.querySelectorAll("text")].map((node) => node.textContent)];
    }, svg.text);
    assert.equal(parsed[0], "svg");
    assert.ok(parsed[1].includes("12元"));
    const [png] = await Promise.all([page.waitForEvent("download"), chart("changes").locator(".downloads button").last().click()]);
    const chunks = [];
    for await (const chunk of await png.createReadStream()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    assert.deepEqual([...bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
    assert.equal(bytes.readUInt32BE(16), 1200, "twice as wide as the chart");
    assert.deepEqual(errors, []);
  });
});
