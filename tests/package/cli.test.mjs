// The command line of the packed package, as a child process.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { fromJSON } from "../../pkg/json.js";
import { packed } from "./packed.mjs";

const { home, folder } = packed();
const cli = join(folder, "cli.js");
const dir = join(home, "texts");
mkdirSync(dir);

const ONE = "去年，全区新建厂房12座。\n";
const TWO = "满意率由85.6%提升至97%。\n";
// "12座" in GB 18030: the digits as in ASCII, 座 as D7 F9.
const GB = Buffer.concat([Buffer.from("12"), Buffer.from([0xd7, 0xf9, 0xa1, 0xa3])]);
const FILES = { "one.txt": ONE, "two.txt": TWO, "gb.txt": GB, "empty.txt": "", "bom.txt": `\uFEFF${ONE}`, check: ONE };
for (const [name, content] of Object.entries(FILES)) writeFileSync(join(dir, name), content);

/** Runs it with standard input from `input`. */
function tishu(args, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: dir, input, encoding: "utf8" });
  return { status, stdout, stderr, lines: stdout.split("\n").slice(0, -1) };
}

/** As tishu, where all must go well. */
function done(args, input) {
  const run = tishu(args, input);
  assert.equal(run.status, 0, run.stderr);
  return run;
}

describe("formats", () => {
  test("a table to look at by itself", () => {
    assert.deepEqual(done(["one.txt"]).lines, ["9\t12座\t新建厂房\t\t去年"]);
  });

  test("CSV, of one file and of several", () => {
    const [head, row] = done(["one.txt", "--csv"]).stdout.split("\r\n");
    assert.ok(head.startsWith("text,kind,value,"));
    assert.ok(row.startsWith("12座,count,12,"));
    const rows = done(["--csv", "one.txt", "two.txt"]).stdout.split("\r\n");
    assert.ok(rows[0].startsWith("file,text,"));
    assert.deepEqual(rows.slice(1, -1).map((line) => line.split(",").slice(0, 2)), [
      ["one.txt", "12座"], ["two.txt", "85.6%"], ["two.txt", "97%"],
    ]);
  });

  test("NDJSON: a figure a line, with its file", () => {
    const figures = done(["--ndjson", "one.txt", "two.txt"]).lines.map((line) => JSON.parse(line));
    assert.deepEqual(figures.map(({ file, text, value }) => [file, text, value]), [
      ["one.txt", "12座", 12], ["two.txt", "85.6%", 85.6], ["two.txt", "97%", 97],
    ]);
  });

  test("JSON that fromJSON() reads, an array of several files", () => {
    const { text, analysis } = fromJSON(done(["--json", "one.txt"]).stdout);
    assert.deepEqual([text, analysis.figures.length], [ONE, 1]);
    const several = JSON.parse(done(["--json", "one.txt", "two.txt", "empty.txt"]).stdout);
    assert.deepEqual(several.map((document) => fromJSON(document).text), [ONE, TWO, ""]);
  });

  test("Web Annotations of all files in one array", () => {
    const annotations = JSON.parse(done(["--annotations", "empty.txt", "one.txt", "two.txt"]).stdout);
    assert.deepEqual(annotations.map(({ target }) => target.selector[1].exact), ["12座", "85.6%", "97%"]);
    assert.equal(annotations[0].target.source, pathToFileURL(join(dir, "one.txt")).href);
    const [named] = JSON.parse(done(["--annotations", "one.txt", "--source", "https://example.org/1"]).stdout);
    assert.equal(named.target.source, "https://example.org/1");
    assert.deepEqual(JSON.parse(done(["--annotations", "empty.txt"]).stdout), []);
  });
});

describe("input", () => {
  test("standard input without a file, or for -", () => {
    for (const args of [["--ndjson"], ["--ndjson", "-"]]) {
      const { file, text } = JSON.parse(done(args, ONE).stdout);
      assert.deepEqual([file, text], ["<stdin>", "12座"]);
    }
  });

  test("other encodings, and a hint where it is the wrong one", () => {
    assert.equal(JSON.parse(done(["--ndjson", "--encoding", "gb18030", "gb.txt"]).stdout).text, "12座");
    const wrong = tishu(["gb.txt"]);
    assert.deepEqual([wrong.status, wrong.stdout], [2, ""]);
    assert.match(wrong.stderr, /gb\.txt: .*--encoding gb18030/);
  });

  test("a byte order mark is no part of the text", () => {
    assert.equal(JSON.parse(done(["--ndjson", "bom.txt"]).stdout).start, 9);
  });

  test("the date resolves times", () => {
    const { analysis } = fromJSON(done(["--json", "one.txt", "--date", "2024-01-08"]).stdout);
    assert.equal(analysis.times[0].resolved, "2023");
  });

  test("an empty text has no figures, and that is no failure", () => {
    assert.equal(done(["empty.txt"]).stdout, "");
    assert.equal(done(["--csv"], "").stdout.split("\r\n").length, 2);
  });
});

describe("manners", () => {
  test("progress on standard error with several files, none when quiet or alone", () => {
    assert.match(done(["one.txt", "two.txt"]).stderr, /\[1\/2\] one\.txt: 1 figures\n.*\[2\/2\] two\.txt: 2 figures/);
    assert.equal(done(["one.txt", "two.txt", "--quiet"]).stderr, "");
    assert.equal(done(["one.txt"]).stderr, "");
  });

  test("a file that cannot be read is named, the others are printed, the code is 2", () => {
    const { status, lines, stderr } = tishu(["nowhere.txt", "one.txt"]);
    assert.equal(status, 2);
    assert.equal(lines.length, 1);
    assert.match(stderr, /nowhere\.txt: ENOENT/);
  });

  const WRONG = {
    "--frob": ["--frob"], "--encoding latin-9000": ["--encoding", "latin-9000", "one.txt"],
    "--csv and --json": ["--csv", "--json", "one.txt"], "date": ["--date", "8.1.2024", "one.txt"],
  };
  for (const [name, args] of Object.entries(WRONG)) {
    test(`wrong usage ends with 2 and one clear line: ${name}`, () => {
      const { status, stdout, stderr } = tishu(args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.ok(stderr.startsWith("tishu: ") && !/\n\s+at /.test(stderr), stderr);
    });
  }

  test("help and version", () => {
    const { stdout } = done(["--help"]);
    for (const option of ["--csv", "--ndjson", "--json", "--annotations", "--date", "--encoding", "Exit code"]) {
      assert.ok(stdout.includes(option), option);
    }
    assert.equal(done(["-h"]).stdout, stdout);
    assert.match(done(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  test("a reader that leaves early is no failure", async () => {
    const child = spawn(process.execPath, [cli, "--ndjson"], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.end(ONE.repeat(3_000));
    child.stdout.once("data", () => child.stdout.destroy());
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.deepEqual([code, said], [0, ""]);
  });
});

describe("check", () => {
  test("a text that adds up ends with 0 and says nothing", () => {
    assert.equal(done(["check", "one.txt"]).stdout, "");
    assert.equal(done(["check"], ONE).stdout, "");
  });

  test("one that does not ends with 1 and says where and why", () => {
    const { status, stdout } = tishu(["check", "one.txt", "-", "--quiet"], "总的说来。\n产值从80亿元增至100亿元，增长20%。");
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>:2:4: error: .*25%.* \[change-restated\]\n$/);
  });

  test("a file that cannot be read weighs more than what was found", () => {
    assert.equal(tishu(["check", "nowhere.txt", "-"], "产值从80亿元增至100亿元，增长20%。").status, 2);
  });

  test("a file of that name is read with its folder in front", () => {
    assert.equal(done(["./check"]).lines.length, 1);
  });
});

describe("compare", () => {
  test("a claim that its source bears out ends with 0 and says nothing", () => {
    assert.equal(done(["compare", "two.txt", "-"], "满意率97%。").stdout, "");
  });

  test("one that it does not ends with 1 and names each figure", () => {
    const { status, stdout } = tishu(["compare", "one.txt", "-"], "去年，全区新建厂房12座，\n投资3亿元。");
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>:2:3: unsupported: 3亿元: .*\n$/);
  });

  test("the whole comparison as JSON", () => {
    const { status, stdout } = tishu(["compare", "--json", "one.txt", "two.txt"]);
    const { matches, claim, source } = JSON.parse(stdout);
    assert.deepEqual([status, matches.length, claim.figures.length, source.figures.length], [1, 2, 2, 1]);
  });

  for (const args of [["one.txt"], ["one.txt", "two.txt", "empty.txt"], ["-", "-"], ["--csv", "one.txt", "two.txt"]]) {
    test(`wrong usage: compare ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = tishu(["compare", ...args]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /^tishu: compare /);
    });
  }

  test("a text that is not there ends with 2", () => {
    assert.equal(tishu(["compare", "nowhere.txt", "one.txt"]).status, 2);
  });
});
