import { load, loadInWorker } from "tishu";
import { show } from "../show.js";

const files = { wasm: "wasm/tishu_bg.wasm", dictionary: "wasm/dictionary.bin" };
show({ load, loadInWorker }, files, { ...files, worker: "worker.js" });
