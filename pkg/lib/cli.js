// The command line: `tishu page.txt --csv`. Results go to standard output, everything else to standard error.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { TishuError, load } from "../node.js";
import { FORMATS, differences, findings, isGrave, isWrong, table } from "./cli-output.js";

/** Exit codes as grep and diff have them. */
const DONE = 0;
const FOUND = 1;
const TROUBLE = 2;

const HELP = `Usage: tishu [options] [file …]
       tishu check [options] [file …]
       tishu compare [options] source claim

Reads the figures of Chinese texts: from the files, or from standard input without one or for the name -.
\`tishu check\` prints what does not add up instead, \`tishu compare\` which figures of the claim (a summary, an answer)
the source does not bear out. For files of these names: ./check, ./compare.

What to print (the default is a table to look at, without promise to stay as it is):
  --csv              a row for each figure; with several files their names in a column in front
  --ndjson           a line of JSON for each figure, with its file
  --json             the whole analysis, to be read by fromJSON(); an array with several files; the whole comparison
  --annotations      an array of W3C Web Annotations

How to read:
  --date YYYY-MM-DD  the day of publication, which 去年 and 1月8日 are resolved against
  --encoding NAME    utf-8 (the default), gb18030, utf-16le and whatever else TextDecoder knows
  --source IRI       what annotations call the text; the file's address without it

  --quiet            no progress, which is shown on standard error with several files
  --help, --version

Exit code: 0 all done; 1 \`check\` has found an error or a warning, \`compare\` something different or unsupported; 2 wrong
usage, or a file that could not be read (the others are printed all the same).
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
    const [command, ...rest] = positionals;
    if (command === "compare") return await compare(rest, values);
    return command === "check" ? await read(rest, values, true) : await read(positionals, values, false);
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

/** Reads the files one after the other, and prints their figures or what does not add up. */
async function read(named, options, isCheck) {
  if (named.length === 0 && process.stdin.isTTY) throw new Usage("No file, and nothing on standard input.");
  const files = named.length > 0 ? named : ["-"];
  const several = files.length > 1;
  const writer = isCheck ? findings() : format(options)(several);
  const decoder = decoderFor(options.encoding);
  const tishu = await load();
  tishu.analyze("", { date: options.date }); // a wrong date is wrong usage, and no fault of the first file

  let code = DONE;
  print(writer.head ?? "");
  for (const [i, file] of files.entries()) {
    let text;
    let analysis;
    try {
      text = await textOf(file, decoder);
      analysis = tishu.analyze(text, { date: options.date });
    } catch (error) {
      complain(`${shown(file)}: ${error.message}`);
      code = TROUBLE;
      continue;
    }
    if (several && !options.quiet) {
      complain(`[${i + 1}/${files.length}] ${shown(file)}: ${analysis.figures.length} figures`);
    }
    print(writer.write({ file: shown(file), source: options.source ?? address(file), text, analysis }));
    if (isCheck && code === DONE && analysis.findings.some(isGrave)) code = FOUND;
  }
  print(writer.foot ?? "");
  return code;
}

/** Holds the second text's figures against the first. */
async function compare(named, options) {
  if (named.length !== 2 || (named[0] === "-" && named[1] === "-")) throw new Usage("compare takes two texts: the source, then the claim.");
  if (format(options) !== table && !options.json) throw new Usage("compare prints lines, or --json.");
  const decoder = decoderFor(options.encoding);
  const tishu = await load();
  const texts = [];
  for (const file of named) {
    try {
      texts.push(await textOf(file, decoder));
    } catch (error) {
      complain(`${shown(file)}: ${error.message}`);
      return TROUBLE;
    }
  }
  const comparison = tishu.compare(...texts, { date: options.date });
  print(options.json ? `${JSON.stringify(comparison)}\n` : differences(shown(named[1]), texts[1], comparison));
  return comparison.matches.some(isWrong) ? FOUND : DONE;
}

/** The one format asked for. */
function format(options) {
  const names = Object.keys(FORMATS).filter((name) => options[name]);
  if (names.length > 1) throw new Usage(`--${names.join(" and --")} exclude each other.`);
  return FORMATS[names[0]] ?? table;
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

async function textOf(file, decoder) {
  const bytes = await (file === "-" ? input() : readFile(file));
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const other = decoder.encoding === "utf-8" ? "gb18030" : "utf-8";
    throw new Error(`not in ${decoder.encoding}; perhaps --encoding ${other}`, { cause });
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
