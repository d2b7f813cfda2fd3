import { spawn, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { root, toolsDir } from "./paths.mjs";

/** What children see: the cached tools first. */
export const env = (more = {}) => ({
  ...process.env,
  PATH: `${join(toolsDir, "bin")}${delimiter}${process.env.PATH}`,
  ...more,
});

const options = (more) => ({ cwd: root, shell: process.platform === "win32", ...more, env: env(more?.env) });

/** Runs a command with its output shown; resolves with its exit code. */
export function run(command, args, more) {
  return new Promise((resolve, reject) => {
    spawn(command, args, options({ stdio: "inherit", ...more }))
      .on("error", reject)
      .on("close", (code) => resolve(code ?? 1));
  });
}

/** Runs a command with its output shown; a failure ends this process with one line. */
export async function must(command, args, more) {
  const code = await run(command, args, more);
  if (code !== 0) stop(`${command} ${args.join(" ")} failed (exit code ${code}).`);
}

/** Runs a command with its output shown and kept. */
export const tee = (command, args, more) => capture(command, args, more, process.stdout);

/** Runs a command with its standard output kept, and only its standard error shown. */
export function capture(command, args, more, echo) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options({ ...more, stdio: ["ignore", "pipe", "inherit"] }));
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      echo?.write(text);
    });
    child.on("error", reject).on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** What a command prints, or nothing where it is missing or fails. */
export function ask(command, args = []) {
  const { status, stdout } = spawnSync(command, args, options({ encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return status === 0 ? stdout.trim() : undefined;
}

/** Ends this process with one line that says what to do. */
export function stop(line) {
  console.error(`\n${line}`);
  process.exit(1);
}
