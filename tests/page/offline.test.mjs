import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { pageDir } from "../../scripts/lib/paths.mjs";
import { drop, named, paste, quotes, start } from "./browser.mjs";
import { ARTICLE, asDocx, asHtml, asPdf } from "./files.mjs";

const TEXT = "2024年，柳塘镇建成便民服务站36个，招聘网格员120名。";
const offline = (page, state) => page.waitForSelector(`#offline[data-state=${state}]`, { timeout: 60_000, state: "attached" });
const allowed = { serviceWorkers: "allow" };

describe("without a network", { timeout: 300_000 }, () => {
  const folders = [];
  const sites = [];
  const site = async (options) => {
    const started = await start(options);
    sites.push(started);
    return started;
  };
  /** A copy of the built page that a test may change. */
  const copy = async () => {
    const folder = await mkdtemp(join(tmpdir(), "tishu-page-"));
    folders.push(folder);
    await cp(pageDir, folder, { recursive: true });
    return folder;
  };
  after(async () => {
    for (const started of sites) await started.stop();
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  test("the page opens again and works, files included, after it was opened once", async () => {
    const served = await site();
    const { page, context, errors } = await served.open(allowed);
    await offline(page, "ready");
    assert.equal(await page.textContent("#offline"), "离线可用");
    await served.goDark();
    await page.reload();
    await page.waitForSelector(".reading .block", { timeout: 60_000 });
    await paste(page, TEXT);
    assert.deepEqual(await quotes(page), ["36个", "120名"]);
    await drop(page, "word.docx", asDocx(ARTICLE), "");
    await named(page, "word.docx");
    await drop(page, "page.html", new TextEncoder().encode(asHtml(ARTICLE)), "text/html");
    await named(page, "page.html");
    const rows = await quotes(page);
    assert.ok(rows.includes("1.5万人次"));

    // pdf.js is not kept before it was used; the page says so.
    await drop(page, "print.pdf", asPdf(ARTICLE), "application/pdf");
    await page.waitForSelector(".notice.error", { timeout: 60_000 });
    assert.match(await page.textContent(".notice"), /另一个部件，它还没有载入过/);
    assert.equal(await page.getAttribute("#requests", "data-since"), "0");
    assert.deepEqual(errors.filter((message) => !/Content Security Policy|Failed to load resource|ERR_/.test(message)), []);
    await context.close();
  });

  test("PDFs can be read too, once one was", async () => {
    const served = await site();
    const { page, context } = await served.open(allowed);
    await offline(page, "ready");
    await paste(page, TEXT);
    await drop(page, "first.pdf", asPdf(ARTICLE), "application/pdf");
    await named(page, "first.pdf");
    const rows = await quotes(page);
    assert.equal(await page.getAttribute("#requests", "data-since"), "0");
    assert.ok(Number(await page.getAttribute("#requests", "data-parts")) >= 3, "the parts of pdf.js are counted apart");
    await served.goDark();
    await page.reload();
    await page.waitForSelector(".reading .block", { timeout: 60_000 });
    await paste(page, TEXT);
    await drop(page, "second.pdf", asPdf(ARTICLE), "application/pdf");
    await named(page, "second.pdf");
    assert.deepEqual(await quotes(page), rows);
    await context.close();
  });

  test("a new version waits, says so, and keeps the texts when it is taken", async () => {
    const folder = await copy();
    const served = await site({ folder });
    const { page, context, errors } = await served.open(allowed);
    await offline(page, "ready");

    const index = await readFile(join(folder, "index.html"), "utf8");
    await writeFile(join(folder, "index.html"), index.replace("<title>", "<title>新 "));
    const worker = await readFile(join(folder, "sw.js"), "utf8");
    const changed = worker.replace(/(url:"index\.html",revision:")[^"]*/, "$1other").replace(/(revision:")[^"]*(",url:"index\.html")/, "$1other$2");
    assert.notEqual(changed, worker);
    await writeFile(join(folder, "sw.js"), changed);

    await page.reload();
    await offline(page, "update");
    await page.waitForSelector(".notice.update");
    assert.match(await page.textContent(".notice.update"), /有新版本/);
    assert.doesNotMatch(await page.title(), /^新/, "nothing was swapped");
    await paste(page, TEXT);
    await page.reload();
    await page.waitForSelector(".reading .block");
    assert.doesNotMatch(await page.title(), /^新/, "not by a reload either");
    await offline(page, "update");
    await paste(page, TEXT);
    await page.click(".notice.update .primary");
    await page.waitForFunction(() => document.title.startsWith("新"), undefined, { timeout: 60_000 });
    await page.waitForFunction(() => document.querySelectorAll("mark.figure").length === 2);
    assert.deepEqual(await page.locator("mark.figure").allTextContents(), ["36个", "120名"], "the pasted text is still there");
    assert.equal(await page.locator(".notice.update").count(), 0);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test("the manifest names icons that are there, and the page can be installed", async () => {
    const served = await site();
    const { page, context } = await served.open(allowed);
    await offline(page, "ready");
    const manifest = await page.evaluate(async () => {
      const address = document.querySelector("link[rel=manifest]").href;
      const manifest = await (await fetch(address)).json();
      const icons = await Promise.all(manifest.icons.map(async ({ src, sizes }) => {
        const image = new Image();
        image.src = new URL(src, address);
        await image.decode();
        return sizes === "any" || sizes === `${image.naturalWidth}x${image.naturalHeight}`;
      }));
      return { ...manifest, icons };
    });
    assert.equal(manifest.short_name, "提数");
    assert.ok(manifest.icons.length >= 4 && manifest.icons.every(Boolean));
    const session = await context.newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // A context of a test counts as a private window, where nothing can be installed.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
    await context.close();
  });
});

describe("the page in one file", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await start();
    await site.goDark();
  });
  after(() => site?.stop());
  const open = () => site.open({ address: pathToFileURL(join(pageDir, "tishu.html")).href });

  test("works from file:// without a single request", async () => {
    const { page, requests, errors } = await open();
    await paste(page, TEXT);
    assert.deepEqual(await quotes(page), ["36个", "120名"]);
    for (const [name, content] of [["word.docx", asDocx(ARTICLE)], ["print.pdf", asPdf(ARTICLE)], ["page.html", new TextEncoder().encode(asHtml(ARTICLE))]]) {
      await drop(page, name, content, "");
      await named(page, name);
      assert.ok((await quotes(page)).includes("1.5万人次"), name);
    }
    assert.deepEqual(requests.filter((url) => !/^(blob|data):/.test(url)), [page.url()], "the file itself, and nothing more");
    assert.match(await page.textContent("#offline"), /单文件版/);
    assert.equal(await page.getAttribute("#requests", "data-since"), "0");
    assert.equal(await page.locator(".away a").count(), 0, "it does not offer itself");
    assert.deepEqual(errors.filter((message) => !/Applying inline style|inline event handler/.test(message)), []);
  });

  test("ends a long analysis and does the next one", async () => {
    const { page, errors } = await open();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text.repeat(60_000));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, `${TEXT}\n\n`);
    await page.click("#cancel", { timeout: 60_000 });
    await page.waitForSelector(".panes[data-phase=cancelled]");
    await paste(page, TEXT);
    assert.deepEqual(await quotes(page), ["36个", "120名"]);
    assert.deepEqual(errors, []);
  });

  test("holds itself to a policy that lets it connect to nothing", async () => {
    const { page } = await open();
    const policy = await page.getAttribute("meta[http-equiv='Content-Security-Policy']", "content");
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval' blob:; style-src 'sha256-[^']+'; worker-src blob:;/);
    assert.doesNotMatch(policy, /connect-src|unsafe-inline/);
    const outcome = await page.evaluate(() => fetch("https://example.org/").then(() => "sent", () => "blocked"));
    assert.equal(outcome, "blocked");
    await page.click(".foot summary");
    assert.match(await page.textContent(".foot pre"), /default-src 'none'/);
  });
});

describe("the page on its server", { timeout: 120_000 }, () => {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site?.stop());

  test("offers itself as one file", async () => {
    const { page } = await site.open();
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(".away a")]);
    assert.equal(download.suggestedFilename(), "tishu.html");
    assert.deepEqual(await readFile(await download.path()), await readFile(join(pageDir, "tishu.html")));
  });
});
