// The results as a table, and the ratios that matter.

import { cpus } from "node:os";

const ms = (n) => `${n.toFixed(0)} ms`;
const mb = (n) => `${(n / 1e6).toFixed(1)} MB`;
const kb = (n) => `${(n / 1e3).toFixed(0)} kB`;
const rate = (n) => `${(n / 1e6).toFixed(n < 1e6 ? 3 : 2)} MB/s`;

/** What is measured: its name, where, and how it is read. */
const LINES = [
  ["download, raw", "chromium", (r) => r.download.raw, kb],
  ["download, gzip", "chromium", (r) => r.download.gzip, kb],
  ["download, Brotli", "chromium", (r) => r.download.brotli, kb],
  ["navigation to first result", "chromium", (r) => r.first, ms],
  ["the same at 10 Mbit/s, 40 ms", "chromium", (r) => r.firstSlow, ms],
  ...["chromium", "node"].flatMap((place) => [
    ["own start", place, (r) => r.start, ms],
    ["memory after the first page", place, (r) => r.memory, mb],
    ["offsets", place, (r) => r.offsets, rate],
    ["words", place, (r) => r.words, rate],
    ["cut, on the text of the figures", place, (r) => r.cut, rate],
    ["figures", place, (r) => r.figures, rate],
  ]),
];

/** Value of tishu over value of a peer. */
const RATIOS = [
  ["download, Brotli", "chromium", (r) => r.download.brotli, "jieba-wasm"],
  ["own start", "chromium", (r) => r.start, "jieba-wasm"],
  ["navigation to first result", "chromium", (r) => r.first, "jieba-wasm"],
  ["the same at 10 Mbit/s", "chromium", (r) => r.firstSlow, "jieba-wasm"],
  ["wasm memory", "chromium", (r) => r.memory, "jieba-wasm"],
  ["offsets", "chromium", (r) => r.offsets, "jieba-wasm"],
  ["offsets", "chromium", (r) => r.offsets, "Intl.Segmenter"],
  ["offsets", "node", (r) => r.offsets, "@node-rs/jieba"],
  ["figures", "node", (r) => r.figures, "recognizers-text"],
  ["figures against mere cut", "node", (r) => r.figures ?? r.cut, "jieba-wasm"],
  ["figures against mere cut", "chromium", (r) => r.figures ?? r.cut, "jieba-wasm"],
];

export function report(results, chromium) {
  const names = Object.keys(results);
  const value = (name, place, of) => {
    const result = results[name][place];
    return (result && of(result)) || undefined;
  };
  const rows = [["", "in", ...names]];
  for (const [title, place, of, shown] of LINES) {
    const cells = names.map((name) => value(name, place, of)).map((n) => (n === undefined ? "–" : shown(n)));
    if (cells.some((cell) => cell !== "–")) rows.push([title, place, ...cells]);
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const ratios = RATIOS.flatMap(([title, place, of, peer]) => {
    const [own, other] = [value("tishu", place, of), value(peer, place, of)];
    return own && other ? [`${title} in ${place}: ${(own / other).toFixed(2)} × ${peer}`] : [];
  });
  return [
    `Node ${process.version}, Chromium ${chromium ?? "not found"}, ${cpus()[0].model}`,
    "",
    line(rows[0]),
    line(widths.map((w) => "-".repeat(w))),
    ...rows.slice(1).map(line),
    "",
    ...ratios,
  ].join("\n");
}
