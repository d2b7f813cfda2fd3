import { load, loadInWorker } from "/tishu/index.js";
import { show } from "/show.js";

show({ load, loadInWorker });
