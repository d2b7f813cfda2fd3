// Brings a fresh checkout to where it builds: checks Node and Rust, gets the wasm target, wasm-pack, wasm-bindgen and
// the npm packages. Whatever is there already is left alone.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, toolsDir } from "./lib/paths.mjs";
import { ask, must, run, stop } from "./lib/run.mjs";

const WASM_TARGET = "wasm32-unknown-unknown";

/** What Cargo.toml asks for; wasm-bindgen's tool must be of exactly the crate's version. */
const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
const RUST = /^rust-version = "(.+)"$/m.exec(manifest)[1];
const TOOLS = [
  { crate: "wasm-pack", version: "0.15.1", binary: "wasm-pack" },
  { crate: "wasm-bindgen-cli", version: /^wasm-bindgen = "=(.+)"$/m.exec(manifest)[1], binary: "wasm-bindgen" },
];

export async function setup() {
  checkNode();
  await checkRust();
  for (const tool of TOOLS) await getTool(tool);
  await getPackages();
}

function checkNode() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    stop(`Node.js 20 or newer is needed, this is ${process.version}: get it from https://nodejs.org`);
  }
}

async function checkRust() {
  const version = /^cargo (\d+)\.(\d+)/.exec(ask("cargo", ["--version"]) ?? "");
  if (!version) stop("Rust is missing: install it from https://rustup.rs and open a new terminal.");
  const [major, minor] = RUST.split(".").map(Number);
  if (Number(version[1]) < major || (Number(version[1]) === major && Number(version[2]) < minor)) {
    stop(`Rust ${RUST} or newer is needed, this is ${version[0]}: run 'rustup update stable'.`);
  }
  const libraries = ask("rustc", ["--print", "target-libdir", "--target", WASM_TARGET]);
  if (libraries && existsSync(libraries)) return;
  if (!ask("rustup", ["--version"])) stop(`Rust's target ${WASM_TARGET} is missing, and rustup to get it: see https://rustup.rs`);
  await must("rustup", ["target", "add", WASM_TARGET]);
}

async function getTool({ crate, version, binary }) {
  if (ask(binary, ["--version"])?.split(" ")[1] === version) return;
  console.log(`Building ${crate} ${version} (once, some minutes) …`);
  const install = ["install", `${crate}@${version}`, "--root", toolsDir, "--force", "--quiet"];
  // The lockfile first, for a build that is known to work; it breaks when a crate in it was withdrawn.
  if ((await run("cargo", [...install, "--locked"])) === 0) return;
  console.log(`The lockfile of ${crate} ${version} does not resolve; building with current dependencies.`);
  await must("cargo", install);
}

async function getPackages() {
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
  const stamp = join(root, "node_modules", ".installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  await must("npm", ["ci", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, lock);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await setup();
