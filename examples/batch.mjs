// Reads every .txt of a folder, some at a time, and writes a line of JSON for each figure, for DuckDB, pandas or jq.
//
//     node batch.mjs texts figures.ndjson
//     duckdb -c "SELECT unit.canonical, count(*), sum(value) FROM 'figures.ndjson' GROUP BY ALL ORDER BY 2 DESC"

import { createWriteStream } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { loadInWorker } from "tishu";

const [folder, target] = process.argv.slice(2);
const files = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
const output = createWriteStream(target);

async function work() {
  const tishu = await loadInWorker();
  // Each worker takes the next file that is left; nobody waits for the longest one.
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    const { figures, times } = await tishu.analyze(await readFile(join(folder, file), "utf8"));
    const dates = new Map(times.map((time) => [time.id, time.resolved ?? time.value]));
    for (const { id, kind, text, value, min, max, bound, unit, item, subject, time, change, status, start, end } of figures) {
      const date = dates.get(time?.id) ?? null;
      const row = { file, id, kind, text, value, min, max, bound, unit, item: item?.text ?? null };
      output.write(`${JSON.stringify({ ...row, subject: subject?.text ?? null, date, change, status, start, end })}\n`);
    }
  }
  await tishu.dispose();
}

await Promise.all(Array.from({ length: Math.min(availableParallelism(), files.length) }, work));
output.end();
await finished(output);
