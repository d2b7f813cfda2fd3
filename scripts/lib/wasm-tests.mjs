import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { capture, env } from "./run.mjs";

/**
 * Runs tests/web.rs in Chromium. wasm-bindgen's runner serves the tests as a page and playwright opens it: that needs
 * no chromedriver, whose version would have to match the browser's.
 */
export async function wasmTests(chromium) {
  const build = await capture("cargo", [
    ..."test --quiet --no-run --test web --target wasm32-unknown-unknown".split(" "),
    "--message-format=json-render-diagnostics",
  ]);
  const built = build.output.split("\n").filter((line) => line.startsWith("{"));
  const binary = built.map((line) => JSON.parse(line).executable).findLast(Boolean);
  if (build.code !== 0 || !binary) return { code: 1, output: "" };

  const runner = spawn("wasm-bindgen-test-runner", [binary], {
    cwd: root,
    env: env({ NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { chromium: playwright } = await import("playwright-core");
  const browser = await playwright.launch({ executablePath: chromium, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const page = await browser.newPage();
    await page.goto(await addressIn(runner));
    await page.waitForFunction(() => /^test result:/m.test(document.body.innerText), undefined, { timeout: 300_000 });
    const output = await page.locator("#output").innerText();
    console.log(output);
    return { code: /^test result: ok/m.test(output) ? 0 : 1, output };
  } finally {
    await browser.close();
    runner.kill();
  }
}

function addressIn(runner) {
  return new Promise((resolve, reject) => {
    let said = "";
    runner.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const address = /https?:\/\/[\w.:]+/.exec(said);
      if (address) resolve(address[0]);
    });
    runner.on("error", reject).on("exit", () => reject(new Error(`wasm-bindgen-test-runner ended: ${said}`)));
  });
}
