// Sets up, then runs every test there is and adds them up.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install } from "../tests/package/consumers/tools.mjs";
import { build } from "./build.mjs";
import { findOrInstallChromium } from "./lib/chromium.mjs";
import { root } from "./lib/paths.mjs";
import { run, tee } from "./lib/run.mjs";
import { wasmTests } from "./lib/wasm-tests.mjs";
import { setup } from "./setup.mjs";

const inCI = Boolean(process.env.CI) && process.env.CI !== "false";
const results = [];
const skipped = [];

function note(name, passed, failed) {
  results.push({ name, passed, failed });
}

function title(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 76 - text.length))}`);
}

/** A command that is one test: it passes or fails. */
async function check(name, command, args) {
  title(name);
  const code = await run(command, args);
  note(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

/** Adds up the lines "test result: ok. 12 passed; 0 failed; …" of cargo and of wasm-bindgen. */
function noteCargo(name, { code, output }) {
  let [passed, failed] = [0, 0];
  for (const line of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)) {
    passed += Number(line[1]);
    failed += Number(line[2]);
  }
  // A build that fails has no counts, and a run without a single test proves nothing.
  if ((code !== 0 && failed === 0) || passed + failed === 0) failed += 1;
  note(name, passed, failed);
}

async function nodeTests(name, folder, chromium) {
  const dir = join(root, "tests", folder);
  if (!existsSync(dir)) return;
  const files = readdirSync(dir).filter((file) => file.endsWith(".test.mjs"));
  title(name);
  const scratch = mkdtempSync(join(tmpdir(), "tishu-"));
  const tap = join(scratch, "tap");
  const reporters = ["spec", "stdout", "tap", tap].map((value, i) => `--test-reporter${i % 2 ? "-destination" : ""}=${value}`);
  const env = chromium ? { CHROME_PATH: chromium } : {};
  const code = await run("node", ["--test", ...reporters, ...files.map((file) => join(dir, file))], { env });
  const counts = existsSync(tap) ? readFileSync(tap, "utf8") : "";
  rmSync(scratch, { recursive: true });
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(counts)?.[1] ?? 0);
  const passed = count("pass");
  const failed = count("fail") + count("cancelled");
  note(name, passed, failed || (code !== 0 || passed === 0 ? 1 : 0));
  if (count("skipped")) skipped.push(`${count("skipped")} of ${name}`);
}

await setup();

await check("cargo fmt", "cargo", ["fmt", "--check"]);
await check("clippy", "cargo", ["clippy", "--quiet", "--all-targets", "--", "-D", "warnings"]);
await check("clippy, wasm32", "cargo", [
  ..."clippy --quiet --lib --test web --target wasm32-unknown-unknown -- -D warnings".split(" "),
]);
title("cargo test");
noteCargo("cargo test", await tee("cargo", ["test", "--no-fail-fast"]));

title("build");
await build();

const chromium = await findOrInstallChromium();
title("wasm tests in Chromium");
if (chromium) noteCargo("wasm tests in Chromium", await wasmTests(chromium));
else skipped.push("wasm tests in Chromium");
title("tools of the package's consumers");
try {
  install();
} catch (error) {
  console.error(error.message);
  note("tools of the package's consumers", 0, 1);
}
await nodeTests("package tests", "package", chromium);
if (chromium) await nodeTests("page tests", "page", chromium);
else if (existsSync(join(root, "tests", "page"))) skipped.push("page tests");

title("all");
for (const { name, passed, failed } of results) console.log(`${failed ? "✖" : "✔"} ${name}: ${passed} passed, ${failed} failed`);
for (const what of skipped) {
  console.log(`\n!!!! SKIPPED, NOT TESTED: ${what}. No Chromium found: install one, or set CHROME_PATH. !!!!`);
  if (inCI) note(what, 0, 1);
}
const sum = (key) => results.reduce((n, result) => n + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") ? 1 : 0);
