// Draws the icons of the installed page from www/public/icon.svg with Chromium. Run by hand when the drawing changes;
// the pictures are committed.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "./lib/chromium.mjs";
import { root } from "./lib/paths.mjs";

const folder = join(root, "www", "public");
const drawing = readFileSync(join(folder, "icon.svg"), "utf8");
/** A mask may cut off a fifth at every edge: the ground fills the square, and the drawing stands smaller on it. */
const masked = drawing.replace('viewBox="0 0 32 32"', 'viewBox="-6 -6 44 44"').replace(/<rect [^>]*>/, '<rect x="-6" y="-6" width="44" height="44" fill="#b3261e"/>');

const browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0 });
for (const [name, size, svg] of [
  ["icon-192.png", 192, drawing],
  ["icon-512.png", 512, drawing],
  ["icon-masked.png", 512, masked],
  ["apple-touch-icon.png", 180, masked],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0;font-size:0">${svg.replace("<svg", `<svg width="${size}" height="${size}"`)}`);
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
