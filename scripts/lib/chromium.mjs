import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ask, run } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((dir) => [join(dir, "Google/Chrome/Application/chrome.exe"), join(dir, "Microsoft/Edge/Application/msedge.exe")]),
];

/** The path of a browser of the Chromium family: CHROME_PATH first, then PATH, then the usual places. */
export function findChromium() {
  if (process.env.CHROME_PATH) return existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
  const ends = process.platform === "win32" ? [".exe"] : [""];
  const onPath = process.env.PATH.split(delimiter).flatMap((dir) => NAMES.flatMap((name) => ends.map((end) => join(dir, name + end))));
  return [...onPath, ...PLACES].find((path) => existsSync(path));
}

/** As findChromium, but installs it where that needs no question: as root on Debian and its kin. */
export async function findOrInstallChromium() {
  const found = findChromium();
  if (found || process.env.CHROME_PATH || process.getuid?.() !== 0 || !ask("apt-get", ["--version"])) return found;
  console.log("No Chromium on this machine; installing it with apt-get.");
  const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  if ((await run("apt-get", ["update", "-qq"], quiet)) === 0) {
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], quiet);
  }
  return findChromium();
}
