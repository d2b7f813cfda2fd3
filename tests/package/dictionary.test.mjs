import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name) => readFileSync(new URL(`../../data/dictionary/${name}`, import.meta.url));

test("the dictionary is the one its README names", () => {
  const [, sum] = /sha256 {2}([0-9a-f]{64})/.exec(read("README.md"));
  assert.equal(createHash("sha256").update(read("dict.txt")).digest("hex"), sum);
});
