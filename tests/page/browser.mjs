import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { pageDir } from "../../scripts/lib/paths.mjs";
import { PAGE_CSP, serve } from "../../scripts/lib/static-server.mjs";

/** The built page (or another folder) on a server of its own, and a browser to open it in. */
export async function start({ folder = pageDir, compress = false } = {}) {
  const server = await serve({ "/": folder }, { csp: PAGE_CSP, compress });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "/usr/bin/chromium",
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-gpu", "--disable-background-networking", "--disable-sync", "--disable-component-update"],
  });
  return {
    url: server.url,
    /** Ends the server, the browser stays: nothing can come from a network any more. */
    goDark: () => server.close(),
    /**
     * Opens the page; uncaught errors and complaints about the policy are kept in `errors`. Its service worker, which
     * would fetch every file once more, is let in only where it is what is tested.
     * @param before is handed page and context before anything is fetched
     */
    async open({ address = `${server.url}/`, before = async () => {}, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block", ...options });
      const page = await context.newPage();
      const errors = [];
      const requests = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      context.on("request", (request) => requests.push(request.url()));
      await before(page, context);
      await page.goto(address);
      await page.waitForSelector(".reading .block", { timeout: 60_000 });
      return { page, context, errors, requests };
    },
    async stop() {
      await browser.close();
      await server.close().catch(() => {});
    },
  };
}

/** Pastes anywhere on the page. */
export function send(page, text) {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Pastes, and waits until this text has been analysed. */
export async function paste(page, text, timeout) {
  await send(page, text);
  await analysed(page, text, timeout);
}

/** Waits until the analysis on screen is that of a text (of its length, which no other text of a test may share). */
export async function analysed(page, text, timeout = 30_000) {
  await page.waitForFunction(
    (units) =>
      document.querySelector(".panes")?.dataset.phase === "done" &&
      document.querySelector("#stats")?.textContent.startsWith(`${units} `),
    text.length.toLocaleString("en-US"),
    { timeout },
  );
}

/** Waits until what is on screen is that of text, date and corrections as they are now. */
export const upToDate = (page) => page.waitForSelector(".panes[data-fresh=true][data-phase=done]", { timeout: 60_000 });

/** Waits until the page of this name is the open one, and on screen. */
export async function named(page, name) {
  await page.waitForFunction((wanted) => document.querySelector(".pages .name[aria-current]")?.textContent === wanted, name, { timeout: 60_000 });
  await upToDate(page);
}

/** Drops a file on the page. */
export const drop = (page, name, bytes, type) => dropAll(page, [{ name, bytes, type }]);

/** Drops files on the page: `{ name, bytes, type }`. */
export async function dropAll(page, files) {
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes, type } of all) dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files.map(({ name, bytes, type = "" }) => ({ name, bytes: [...bytes], type })));
}

/** What a click downloads: name and text. */
export async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}

/** Waits until something holds in the page. */
export function until(page, condition, argument) {
  return page.waitForFunction(condition, argument, { timeout: 30_000 });
}

/** The quotes of the rows shown. */
export function quotes(page) {
  return page.locator("tbody td.quote").allTextContents();
}
