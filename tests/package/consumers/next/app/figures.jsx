"use client";

import { useEffect } from "react";
import { load, loadInWorker } from "tishu";
import { show } from "../../show.js";

// Rendered on the server first, where nothing may be fetched; effects run in the browser alone.
export default function Figures() {
  useEffect(() => void show({ load, loadInWorker }), []);
  return <p>提数</p>;
}
