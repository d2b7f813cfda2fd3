// The command line: `tishu page.txt --csv`. Results go to standard output, everything else to standard error.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { TishuError, figuresToCSV, load, toAnnotations, toJSON } from "../node.js";

/** Exit codes as grep and diff have them. */
const DONE = 0;
const FOUND = 1;
const TROUBLE = 2;

const HELP = `Usage: tishu [options] [file …]
       tishu check [options] [file …]

Reads the figures of Chinese texts: from the files, or from standard input without one or for the name -.
\`tishu check\` prints what does not add up instead (for a file of that name: ./check).

What to print (the default is a table to look at, without promise to stay as it is):
  --csv              a row for each figure; with several files their names in a column in front
  --ndjson           a line of JSON for each figure, with its file
  --json             the whole analysis, to be read by fromJSON(); an array with several files
  --annotations      an array of W3C Web Annotations

How to read:
  --date YYYY-MM-DD  the day of publication, which 去年 and 1月8日 are resolved against
  --encoding NAME    utf-8 (the default), gb18030, utf-16le and whatever else TextDecoder knows
  --source IRI       what annotations call the text; the file's address without it

  --quiet            no progress, which is shown on standard error with several files
  --help, --version

Exit code: 0 all done; 1 \`check\` has found an error or a warning; 2 wrong usage, or a file that could not be read
(the others are printed all the same).
`;

const OPTIONS = {
  csv: { type: "boolean" },
  ndjson: { type: "boolean" },
  json: { type: "boolean" },
  annotations: { type: "boolean" },
  date: { type: "string" },
  encoding: { type: "string", default: "utf-8" },
  source: { type: "string" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
};

/** What is wrong with how the program was called. */
class Usage extends Error {}

/** Runs the command line and hands back its exit code. */
export async function main(args) {
  // `tishu … | head` closes the pipe early: that ends the program, and is no failure.
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? DONE : TROUBLE));
  try {
    const { values, positionals } = parse(args);
    if (values.help) return print(HELP), DONE;
    if (values.version) return print(`${await version()}\n`), DONE;
    const isCheck = positionals[0] === "check";
    return await run(isCheck ? positionals.slice(1) : positionals, values, isCheck);
  } catch (error) {
    if (!(error instanceof Usage || error instanceof TishuError)) throw error;
    complain(error.message);
    if (error instanceof Usage) complain("`tishu --help` says how it is called.");
    return TROUBLE;
  }
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Usage(error.message);
  }
}

async function run(named, options, isCheck) {
  if (named.length === 0 && process.stdin.isTTY) throw new Usage("No file, and nothing on standard input.");
  const files = named.length > 0 ? named : ["-"];
  const writer = isCheck ? findings() : format(options)(files.length > 1);
  const decoder = decoderFor(options.encoding);
  const tishu = await load();
  tishu.analyze("", { date: options.date }); // a wrong date is wrong usage, and no fault of the first file

  let code = DONE;
  print(writer.head ?? "");
  for (const [i, file] of files.entries()) {
    let text;
    try {
      text = decode(decoder, await (file === "-" ? input() : readFile(file)), options.encoding);
    } catch (error) {
      complain(`${shown(file)}: ${error.message}`);
      code = TROUBLE;
      continue;
    }
    const analysis = tishu.analyze(text, { date: options.date });
    if (files.length > 1 && !options.quiet) {
      complain(`[${i + 1}/${files.length}] ${shown(file)}: ${analysis.figures.length} figures`);
    }
    print(writer.write({ file: shown(file), source: options.source ?? address(file), text, analysis }));
    if (isCheck && code === DONE && analysis.findings.some(isGrave)) code = FOUND;
  }
  print(writer.foot ?? "");
  return code;
}

/** The one format asked for: `(several) => ({ head, write(result), foot })`. */
function format(options) {
  const names = Object.keys(FORMATS).filter((name) => options[name]);
  if (names.length > 1) throw new Usage(`--${names.join(" and --")} exclude each other.`);
  return FORMATS[names[0]] ?? table;
}

const FORMATS = {
  csv(several) {
    let isFirst = true;
    return {
      write({ file, analysis }) {
        const header = isFirst ? "en" : false;
        isFirst = false;
        return figuresToCSV(analysis, { header, columns: several ? { file } : {} });
      },
    };
  },
  ndjson: () => ({
    write: ({ file, analysis }) => analysis.figures.map((figure) => `${JSON.stringify({ file, ...figure })}\n`).join(""),
  }),
  json: (several) => (several ? array(({ text, analysis }) => [toJSON(text, analysis)]) : { write: ({ text, analysis }) => `${toJSON(text, analysis)}\n` }),
  annotations: () =>
    array(({ source, text, analysis }) => toAnnotations(text, analysis, { source }).map((annotation) => JSON.stringify(annotation))),
};

/** A JSON array that grows file by file. */
function array(items) {
  let isFirst = true;
  return {
    head: "[",
    write(result) {
      const lines = items(result).map((item) => `${isFirst ? ((isFirst = false), "\n") : ",\n"}${item}`);
      return lines.join("");
    },
    foot: "\n]\n",
  };
}

/** A table to look at: offset, figure, what is counted, whose, when. */
const table = (several) => ({
  write({ file, analysis }) {
    const rows = analysis.figures.map(({ start, text, item, subject, time }) =>
      [...(several ? [file] : []), start, text, ...[item, subject, time].map((phrase) => phrase?.text ?? "")].join("\t").trimEnd(),
    );
    return rows.map((row) => `${row}\n`).join("");
  },
});

const isGrave = ({ severity }) => severity === "error" || severity === "warning";

/** Findings as compilers print theirs: file:line:column: severity: message [rule]. */
const findings = () => ({
  write({ file, text, analysis }) {
    return analysis.findings
      .map(({ spans, severity, message, arithmetic, rule }) => {
        const [line, column] = position(text, spans[0]?.start ?? 0);
        return `${file}:${line}:${column}: ${severity}: ${message.zh}${arithmetic ? ` (${arithmetic})` : ""} [${rule}]\n`;
      })
      .join("");
  },
});

/** Line and column, from 1, of an offset. */
function position(text, offset) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return [lines.length, lines.at(-1).length + 1];
}

const shown = (file) => (file === "-" ? "<stdin>" : file);
const address = (file) => (file === "-" ? "file:///dev/stdin" : pathToFileURL(file).href);

function decoderFor(encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Usage(`There is no encoding ${JSON.stringify(encoding)}.`);
  }
}

function decode(decoder, bytes, encoding) {
  try {
    return decoder.decode(bytes);
  } catch {
    const other = decoder.encoding === "utf-8" ? "gb18030" : "utf-8";
    throw new Error(`the bytes are no ${encoding}; perhaps --encoding ${other}.`);
  }
}

async function input() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function version() {
  return JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version;
}

const print = (text) => void process.stdout.write(text);
const complain = (line) => void process.stderr.write(`tishu: ${line}\n`);
