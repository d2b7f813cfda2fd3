// One installation of bundlers, frameworks and runtimes for all consumers, by its own lockfile and kept until that
// changes; the packed package is laid into it as npm would.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { must, unpack } from "../packed.mjs";

export const consumers = fileURLToPath(new URL(".", import.meta.url));
export const modules = join(consumers, "node_modules");

/** Installs the tools unless they are there. */
export function install() {
  const lock = createHash("sha256").update(readFileSync(join(consumers, "package-lock.json"))).digest("hex");
  const stamp = join(modules, ".installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  must("npm", ["ci", "--no-audit", "--no-fund"], consumers);
  writeFileSync(stamp, lock);
}

/** Puts the tarball where every consumer's import of "tishu" finds it. */
export function provide(tarball) {
  const folder = join(modules, "tishu");
  rmSync(folder, { recursive: true, force: true });
  unpack(tarball, folder);
  return folder;
}

/** A tool's command line, run by this Node where it is a script. */
export const tool = (...path) => join(modules, ...path);
