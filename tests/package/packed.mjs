// The package as npm would publish it: what a test imports from here has been through `npm pack`.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../pkg", import.meta.url));

export function must(command, args, cwd) {
  const run = spawnSync(command, args, { cwd, encoding: "utf8", shell: process.platform === "win32" });
  if (run.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${run.stderr}`);
  return run.stdout;
}

export function unpack(tarball, folder) {
  mkdirSync(folder, { recursive: true });
  must("tar", ["-xzf", tarball, "-C", folder, "--strip-components", "1"]);
}

/** A folder with the packed package in node_modules/tishu; gone when the process ends. */
export function packed() {
  const home = mkdtempSync(join(tmpdir(), "tishu-consumer-"));
  process.on("exit", () => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, "node_modules", "tishu");
  const [{ filename, files, size }] = JSON.parse(must("npm", ["pack", "--json", "--pack-destination", home], source));
  const tarball = join(home, filename);
  unpack(tarball, folder);
  return { home, folder, tarball, files: files.map((file) => file.path), size };
}
