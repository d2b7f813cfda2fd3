// The example for pipelines: verdicts and exit codes.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { equal, ok } from "./check.mjs";

const script = fileURLToPath(new URL("../../examples/check-answer.mjs", import.meta.url));
const SOURCE = "全县新建学校12所，惠及学生近3000人。审批时间由5天缩减至1天。";
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "tishu-"));
  await writeFile(join(folder, "source.txt"), SOURCE);
});
after(() => rm(folder, { recursive: true, force: true }));

async function check(answer, ...more) {
  const file = join(folder, "answer.txt");
  await writeFile(file, answer);
  return new Promise((resolve) => {
    execFile(process.execPath, [script, join(folder, "source.txt"), file, ...more], (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

test("an answer that keeps to its source passes", async () => {
  const { code, stdout } = await check("新建学校12所，审批时间缩短80%。");
  equal(code, 0);
  ok(/^same\s+12所\t12所/m.test(stdout), stdout);
  ok(/^derivable\s+80%/m.test(stdout), stdout);
});

test("a wrong figure and an invented one fail", async () => {
  const { code, stdout } = await check("新建学校15所，新修公路40公里，惠及学生3000人。", "--json");
  equal(code, 1);
  equal(JSON.parse(stdout).map((row) => `${row.figure} ${row.verdict} ${row.differences}`), [
    "15所 different value",
    "40公里 unsupported ",
    "3000人 different bound",
  ]);
});

test("what cannot be checked is told apart from what is wrong", async () => {
  const { code, stderr } = await check("新建学校12所。", "--date", "yesterday");
  equal(code, 2);
  ok(stderr.includes("YYYY-MM-DD"), stderr);
});
