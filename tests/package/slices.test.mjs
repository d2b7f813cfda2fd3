import assert from "node:assert/strict";
import { test } from "node:test";
import { load, loadInWorker } from "../../pkg/node.js";
import { cut, join } from "../../pkg/lib/slices.js";

const TEXT = "2024年，镇上建成便民服务站36个，招聘网格员120名，接待群众1.5万人次。\n\n".repeat(700);

test("a long result is cut into slices and put together again", async () => {
  const tishu = await load();
  const analysis = tishu.analyze(TEXT, { rejected: true });
  const { rest, slices } = cut(structuredClone(analysis));
  assert.ok(slices.length > 8 && slices.every(({ items }) => items.length <= 500));
  assert.ok(slices.some(({ path }) => path.at(-1) === "blocks"), "the blocks of an article too");
  assert.equal(rest.figures.length, 0);
  assert.deepEqual(join(rest, slices), analysis);
});

test("a short result, a list and numbers come through as they are", () => {
  for (const value of [{ figures: [{ id: "f1" }] }, [], undefined, null, 7, new Uint32Array(2000).fill(3), Array.from({ length: 1200 }, (_, start) => ({ start }))]) {
    const { rest, slices } = cut(structuredClone(value));
    assert.deepEqual(join(rest, slices), value);
  }
});

test("a worker answers a long text with what the engine says itself", async () => {
  const tishu = await load();
  const worker = await loadInWorker();
  try {
    assert.deepEqual(await worker.analyze(TEXT), tishu.analyze(TEXT));
    assert.deepEqual(await worker.segment(TEXT), tishu.segment(TEXT));
    assert.deepEqual(await worker.boundaries(TEXT), tishu.boundaries(TEXT));
  } finally {
    await worker.dispose();
  }
});
