import { createRequire } from "node:module";
import { load, loadInWorker } from "tishu";

const { resolve } = createRequire(import.meta.url);
const files = { wasm: resolve("tishu/wasm/tishu_bg.wasm"), dictionary: resolve("tishu/wasm/dictionary.bin") };

const text = "去年，全区新建厂房12座，满意率由85.6%提升至97%。";
const read = ({ figures }) => figures.map(({ start, end }) => text.slice(start, end)).join(" ");

const tishu = await load(files);
console.log(read(tishu.analyze(text)));
const worker = await loadInWorker({ ...files, worker: new URL("./worker.mjs", import.meta.url) });
console.log(read(await worker.analyze(text)));
await worker.dispose();
