// What npm would publish, and whether it type-checks for those who install it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { packed } from "./packed.mjs";

const { home, folder, files } = packed();

test("the tarball holds all it needs and nothing else", () => {
  const wanted = [
    ...["package.json", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "index.js", "node.js", "worker.js", "worker-node.js"],
    ...["annotations", "csv", "json", "quantity"].flatMap((name) => [`${name}.js`, `${name}.d.ts`]),
    ...["index.d.ts", "worker.d.ts", "cli.js", "wasm/tishu.js", "wasm/tishu_bg.wasm", "wasm/sizes.js", "wasm/dictionary.LICENSE"],
  ];
  assert.deepEqual(wanted.filter((name) => !files.includes(name)), []);
  const others = files.filter((name) => !wanted.includes(name) && !/^lib\/[\w-]+\.js$|^wasm\/dictionary\.[\w.]+$/.test(name));
  assert.deepEqual(others, []);
});

test("every path of the manifest exists", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const paths = JSON.stringify([manifest.main, manifest.types, manifest.bin, manifest.exports]).match(/\.\/[\w./-]+\.\w+/g);
  assert.ok(paths.length > 5);
  assert.deepEqual(paths.filter((path) => !existsSync(join(folder, path))), []);
});

const CONSUMER = `
import { load, loadInWorker, TishuError, type Analysis, type Corrections, type Figure } from "tishu";
import { figuresToCSV, fromJSON, toAnnotations, toJSON, toQuantitativeValue } from "tishu";
import { toJSON as onlyJSON, type JSONDocument } from "tishu/json";
import type { WebAnnotation } from "tishu/annotations";
import type { MonetaryAmount, QuantitativeValue } from "tishu/quantity";
import { figuresToCSV as fromCsv } from "tishu/csv";

export async function local(text: string): Promise<string> {
  const tishu = await load({ onProgress: (loaded, total) => console.log(loaded / total) });
  const corrections: Corrections = { breaks: [1], joins: [2], roles: [{ at: 0, role: "title" }] };
  const analysis: Analysis = tishu.analyze(text, { date: "2024-01-08", rejected: true, checks: { "change-derived": false }, corrections });
  const figure: Figure | undefined = analysis.figures[0];
  const value: number | null | undefined = figure?.value;
  const ends: Uint32Array = tishu.boundaries(text, { mode: "search" });
  tishu.addWords(["提数", { word: "提数机", frequency: 10, tag: "nz" }]);
  tishu.dispose();
  // @ts-expect-error: no such mode
  tishu.segment(text, { mode: "fast" });
  // @ts-expect-error: a text is a string
  tishu.segment(5);
  // @ts-expect-error: only a worker can be interrupted
  tishu.analyze(text, { signal: new AbortController().signal });
  return [value, ends.length, figuresToCSV(analysis, { bom: true, header: "zh" }) === fromCsv(analysis)].join();
}

export function formats(text: string, analysis: Analysis): string {
  const again: Analysis = fromJSON(toJSON(text, analysis, { indent: 2 })).analysis;
  const document = JSON.parse(onlyJSON(text, again)) as JSONDocument;
  const [annotation]: WebAnnotation[] = toAnnotations(document.text, again, { source: "https://example.org/page.txt" });
  // @ts-expect-error: an annotation is about something
  toAnnotations(text, again);
  const start: number | undefined = annotation?.target.selector[0].start;
  const quantities: (QuantitativeValue | MonetaryAmount | null)[] = again.figures.map(toQuantitativeValue);
  const [quantity] = quantities;
  return quantity?.["@type"] === "MonetaryAmount" ? quantity.currency : \`\${quantity?.unitCode} \${start}\`;
}

export async function remote(text: string, signal: AbortSignal): Promise<number> {
  await using tishu = await loadInWorker({ wasm: new URL("https://example.org/tishu_bg.wasm") });
  try {
    return (await tishu.segment(text, { hmm: false, signal })).length;
  } catch (error) {
    if (error instanceof TishuError && error.code === "aborted") return 0;
    throw error;
  }
}
`;

test("the types serve a strict consumer", () => {
  writeFileSync(join(home, "consumer.mts"), CONSUMER);
  const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
  const flags = "--noEmit --strict --target es2022 --module nodenext --lib es2022,dom --types".split(" ");
  const run = spawnSync(process.execPath, [tsc, ...flags, "", "consumer.mts"], { cwd: home, encoding: "utf8" });
  assert.equal(run.status, 0, run.stdout + run.stderr);
});
