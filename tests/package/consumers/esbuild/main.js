import { load, loadInWorker } from "tishu";
import dictionary from "tishu/wasm/dictionary.bin";
import wasm from "tishu/wasm/tishu_bg.wasm";
import { show } from "../show.js";

show({ load, loadInWorker }, { wasm, dictionary }, { wasm, dictionary, worker: "worker.js" });
