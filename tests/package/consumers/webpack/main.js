import { load, loadInWorker } from "tishu";
import { show } from "../show.js";

show({ load, loadInWorker });
