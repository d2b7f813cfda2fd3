import { load, type AnalyzeOptions } from "tishu";

/** One analysis a message; answers in the order asked. */
const engine = load();

onmessage = async ({ data }: MessageEvent<{ id: number; text: string; options: AnalyzeOptions }>) => {
  const { id, text, options } = data;
  try {
    postMessage({ id, analysis: (await engine).analyze(text, options) });
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
