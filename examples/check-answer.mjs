#!/usr/bin/env node
// Holds a model's answer (a summary, a rewrite) against its source, figure by figure:
//
//   node examples/check-answer.mjs SOURCE.txt ANSWER.txt [--date 2024-05-01] [--json]
//
// Prints a table of verdicts. Exit code 0: every figure of the answer is in the source or follows from it;
// 1: at least one is different or unsupported; 2: it could not be checked.

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

// In a project of your own: import { load } from "tishu";
import { load } from "../pkg/node.js";

const USAGE = "usage: check-answer.mjs SOURCE.txt ANSWER.txt [--date YYYY-MM-DD] [--json]";

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { date: { type: "string" }, json: { type: "boolean", default: false } },
  });
  if (positionals.length !== 2) throw new Error(USAGE);
  const [source, answer] = await Promise.all(positionals.map((file) => readFile(file, "utf8")));
  const tishu = await load();
  const comparison = tishu.compare(source, answer, values.date ? { date: values.date } : {});
  tishu.dispose();

  const text = (analysis, id) => analysis.figures.find((figure) => figure.id === id)?.text ?? "";
  const rows = comparison.matches.map(({ claim, sources, verdict, differences, note }) => ({
    figure: text(comparison.claim, claim),
    verdict,
    differences,
    source: sources.map((id) => text(comparison.source, id)),
    note: note.zh,
  }));
  if (values.json) {
    console.log(JSON.stringify(rows, null, 2));
  } else {
    for (const row of rows) {
      console.log([row.verdict.padEnd(11), row.figure, row.source.join(" + ") || "–", row.note].join("\t"));
    }
    const bad = rows.filter(({ verdict }) => isBad(verdict)).length;
    console.log(`${rows.length} figures, ${bad} not borne out by the source`);
  }
  return rows.some(({ verdict }) => isBad(verdict)) ? 1 : 0;
}

const isBad = (verdict) => verdict === "different" || verdict === "unsupported";

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
