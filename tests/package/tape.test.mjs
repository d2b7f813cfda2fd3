// The package says what the crate says: every property of every type, read from a tape, against the crate's own JSON.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { packed } from "./packed.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { load } = await import(join(packed().folder, "node.js"));

const inFolder = (folder) => {
  const path = join(root, "tests", folder);
  return readdirSync(path).filter((file) => file.endsWith(".txt")).map((file) => readFileSync(join(path, file), "utf8"));
};

const OWN = [
  "",
  "😀𠮷１２座\r\n\u3000\u3000桥",
  "本报讯（记者 王晓）2023年，全区新建厂房12座，其中东区5座，占全区的41.7%，约为上年的三分之一。",
  "“去年办理时限由5天缩短到1天，同比下降80%。”局长李明说，“明年计划新建30至40座，不得超过50座，各街道每平方米补助200元/平方米。”",
  "客流由80万人次增至100万人次，增长20%。全区新建厂房12座。2023年2月29日，三家企业——甲、乙——落户。",
];
const texts = [...inFolder("news"), ...inFolder("pages"), ...OWN];

/** Paths of all properties that hold something. */
function seen(value, path, paths) {
  if (Array.isArray(value)) value.forEach((element) => seen(element, `${path}[]`, paths));
  else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) seen(member, path ? `${path}.${key}` : key, paths);
  } else if (value !== null) paths.add(path);
  return paths;
}

describe("a tape", () => {
  test("holds what the crate says", async () => {
    const lines = texts.map((text, id) => JSON.stringify({ id, text })).join("\n");
    const command = ["run", "--quiet", "--example", "analyze", "--", "--rejected", "--words"];
    const output = execFileSync("cargo", command, { cwd: root, input: lines, maxBuffer: 2 ** 28, encoding: "utf8" });
    const tishu = await load();
    const paths = new Set();
    output.trim().split("\n").forEach((line, i) => {
      const { id, ...expected } = JSON.parse(line);
      assert.equal(id, i);
      const analysis = tishu.analyze(texts[i], { rejected: true, words: true });
      assert.deepEqual(analysis, expected, texts[i]);
      seen(analysis, "", paths);
    });
    // Nothing is right for being absent everywhere.
    for (const path of [
      ...["articles[].title.text", "articles[].authors[].spans[].end", "articles[].blocks[].joins[].rule"],
      ...["figures[].value", "figures[].decimal", "figures[].max", "figures[].unit.code", "figures[].unit.per"],
      ...["figures[].item.order", "figures[].subject.from", "figures[].time.id", "figures[].change.base.type"],
      ...["figures[].change.partner", "figures[].change.cue.text", "figures[].share.of.text", "figures[].speaker.text"],
      ...["figures[].group", "times[].value", "findings[].message.en", "findings[].arithmetic", "findings[].spans[].end"],
      ...["coverage.rules[].agreed", "coverage.agreements[].figures[]", "rejected[].reason", "words[].tag"],
    ]) {
      assert.ok(paths.has(path), path);
    }
  });

  test("leaves out what nobody asked for", async () => {
    const analysis = (await load()).analyze("新建厂房12座");
    assert.ok(!("rejected" in analysis) && !("words" in analysis));
  });
});
