// A browser for tests, or nothing where there is none: then `npm test` says what it skipped.

import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/lib/chromium.mjs";

export const executablePath = findChromium();
export const skip = executablePath ? false : "no Chromium on this machine";

export const launch = () =>
  chromium.launch({ executablePath, chromiumSandbox: process.platform !== "linux" || process.getuid?.() !== 0 });
