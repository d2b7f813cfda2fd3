// Run by Node, Deno and Bun alike.
import { load, loadInWorker } from "tishu";

const text = "去年，全区新建厂房12座，满意率由85.6%提升至97%。";
const read = ({ figures }) => figures.map(({ start, end }) => text.slice(start, end)).join(" ");

const tishu = await load();
console.log(read(tishu.analyze(text, { date: "2024-01-08" })));
const worker = await loadInWorker();
console.log(read(await worker.analyze(text)));
await worker.dispose();
