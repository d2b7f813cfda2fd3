// What needs a look behind the package's interface: crashes, memory, and what happens before everything is there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { packed } from "./packed.mjs";

const { folder } = packed();
const get = (path) => import(join(folder, path));
const { createTishu } = await get("lib/engine.js");
const { decodeDictionary } = await get("lib/dictionary.js");
const { createRemote } = await get("lib/remote.js");
const { warmUp } = await get("lib/warm.js");
const { instantiate } = await get("wasm/tishu.js");
const files = await get("lib/assets.js");

const assets = {};
before(async () => {
  const read = (file) => readFileSync(fileURLToPath(file.url()));
  assets.module = await WebAssembly.compile(read(files.wasm));
  const packed = read(files.dictionary);
  assets.dictionary = await decodeDictionary(packed, [packed.subarray(0, 10), packed.subarray(10)], true);
});

/** The package's object, with a hold on the instances and engines behind it. */
function exposed() {
  const engines = [];
  const memories = [];
  const tishu = createTishu(assets, undefined, (module) => {
    const { Engine, memory } = instantiate(module);
    memories.push(memory);
    return {
      memory,
      Engine: class extends Engine {
        constructor(dictionary) {
          super(dictionary);
          engines.push(this);
        }
      },
    };
  });
  return { tishu, engines, memories };
}

/** Makes the next call of this engine trap: its pointer leads out of the memory. */
const sabotage = (engine) => (engine.__wbg_ptr = 0xfffffff0);
const words = (tishu) => tishu.segment("南京市长江大桥").map((word) => word.text);

describe("a crash", () => {
  for (const method of ["analyze", "segment", "boundaries"]) {
    test(`in ${method} is reported, and the next call runs on a fresh instance`, () => {
      const { tishu, engines, memories } = exposed();
      tishu.addWords([{ word: "京市长江", frequency: 1e8 }]);
      sabotage(engines[0]);
      assert.throws(
        () => tishu[method]("南京市长江大桥"),
        (error) => error.code === "crashed" && error.cause instanceof WebAssembly.RuntimeError,
      );
      assert.deepEqual(words(tishu), ["南", "京市长江", "大桥"], "added words outlive a crash");
      assert.equal(engines.length, 2);
      assert.notEqual(memories[0], memories[1]);
    });
  }

  test("in addWords forgets the words it was about", () => {
    const { tishu, engines } = exposed();
    sabotage(engines[0]);
    assert.throws(() => tishu.addWords([{ word: "京市长江", frequency: 1e8 }]), { code: "crashed" });
    assert.deepEqual(words(tishu), ["南京市", "长江大桥"]);
  });

  test("leaves other engines alone", () => {
    const [a, b] = [exposed(), exposed()];
    sabotage(a.engines[0]);
    assert.throws(() => words(a.tishu), { code: "crashed" });
    assert.deepEqual(words(b.tishu), ["南京市", "长江大桥"]);
    assert.equal(b.engines.length, 1);
  });

  test("before dispose does not come back", () => {
    const { tishu, engines } = exposed();
    sabotage(engines[0]);
    assert.throws(() => words(tishu), { code: "crashed" });
    tishu.dispose();
    assert.throws(() => words(tishu), { code: "disposed" });
    assert.equal(engines.length, 1);
  });
});

test("a dictionary cut short on the way, though it still reads as one, is noticed", async () => {
  const cut = assets.dictionary.subarray(0, assets.dictionary.length - 100);
  const parts = [cut.subarray(0, 1000), cut.subarray(1000)];
  await assert.rejects(decodeDictionary(cut, parts, true), { code: "dictionary" });
  await assert.rejects(decodeDictionary(cut, [...parts, cut], true), { code: "dictionary" });
  assert.deepEqual(await decodeDictionary(cut, parts, false), cut, "a dictionary of one's own may have any length");
});

test("2,000 analyses leave the memory as it was", () => {
  const { tishu, memories } = exposed();
  const text = "去年，全区新建厂房12座，报名1.2万余人次。\r\n“十四五”期间，满意率由85.6%提升\r\n\r\n至97%。".repeat(20);
  const options = { rejected: true, words: true, date: "2024-01-08" };
  const size = () => memories[0].buffer.byteLength;
  for (let i = 0; i < 50; i++) tishu.analyze(text, options);
  const before = size();
  for (let i = 0; i < 2000; i++) tishu.analyze(text, options);
  assert.equal(size(), before);
  assert.equal(memories.length, 1, "one instance did it all");
});

describe("while the dictionary is on its way", () => {
  /** A worker that only notes what it is sent; `answer` ends the job it has. */
  function noted() {
    const sent = [];
    const worker = { post: (message) => sent.push(message), busy() {}, terminate: () => (worker.isEnded = true), isEnded: false };
    let on;
    const spawn = (listeners) => {
      on = listeners;
      return worker;
    };
    return { sent, worker, spawn, answer: () => on.message({ id: sent.at(-1).id }) };
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  test("the worker has the engine already", async () => {
    const { sent, spawn, answer } = noted();
    let arrives;
    const dictionary = new Promise((resolve) => (arrives = resolve));
    const remote = createRemote({ module: Promise.resolve(assets.module), dictionary }, spawn);
    await settled();
    assert.deepEqual(sent.map(({ method }) => method), ["prepare"]);
    arrives(assets.dictionary);
    await settled();
    assert.deepEqual(sent.map(({ method }) => method), ["prepare", "start"]);
    answer();
    await (await remote).dispose();
  });

  test("its failure ends the worker and is told", async () => {
    const { sent, worker, spawn } = noted();
    const failure = new Error("no dictionary");
    const dictionary = Promise.reject(failure);
    await assert.rejects(createRemote({ module: Promise.resolve(assets.module), dictionary }, spawn), failure);
    assert.ok(worker.isEnded);
    assert.ok(sent.every(({ method }) => method !== "start"));
  });

  test("a fresh instance warms up until it is wanted, and works as before", async () => {
    for (const pieces of [0, 1, 3, 99]) {
      const { Engine, memory } = instantiate(assets.module);
      const [made, freed] = [[], []];
      class Watched extends Engine {
        constructor(words) {
          super(words);
          made.push(this);
        }
        free() {
          freed.push(this);
          super.free();
        }
      }
      let left = pieces;
      warmUp({ Engine: Watched }, () => left-- > 0, () => assert.fail("it must not fail"));
      while (freed.length < made.length || left === pieces) await settled();
      assert.equal(made.length, pieces > 0 ? 1 : 0);
      const tishu = createTishu(assets, undefined, () => ({ Engine, memory }));
      assert.deepEqual(words(tishu), ["南京市", "长江大桥"]);
      assert.equal(tishu.analyze("全区新建厂房12座。").figures.length, 1);
    }
  });

  test("an instance that traps as it warms up is given up", async () => {
    const { Engine } = instantiate(assets.module);
    let failures = 0;
    class Broken extends Engine {
      analyze() {
        throw new WebAssembly.RuntimeError("unreachable");
      }
    }
    warmUp({ Engine: Broken }, () => true, () => failures++);
    while (failures === 0) await settled();
    assert.equal(failures, 1);
  });
});
