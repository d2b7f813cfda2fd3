// Sets up, builds, serves the page and opens it.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { build } from "./build.mjs";
import { pageDir } from "./lib/paths.mjs";
import { stop } from "./lib/run.mjs";
import { PAGE_CSP, serve } from "./lib/static-server.mjs";
import { setup } from "./setup.mjs";

await setup();
await build();
if (!existsSync(pageDir)) stop("There is no page in www/ to serve.");

const port = Number(process.env.PORT ?? 8080);
const server = await serve({ "/": pageDir }, { port, csp: PAGE_CSP }).catch((error) => {
  if (error.code !== "EADDRINUSE") throw error;
  return serve({ "/": pageDir }, { csp: PAGE_CSP });
});
console.log(`\n提数 tishu is at ${server.url}/  (Ctrl+C ends it)`);

// Where there is a screen, show it; the address above serves everywhere else.
const opener = { darwin: ["open"], win32: ["cmd", "/c", "start", '""'], linux: ["xdg-open"] }[process.platform];
const hasScreen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (opener && hasScreen && process.stdout.isTTY) {
  const [command, ...args] = opener;
  spawn(command, [...args, `${server.url}/`], { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}
