import { load, loadInWorker } from "tishu";

// On the server the engine reads a text as well, on this thread and in a worker.
export async function GET() {
  const text = "去年，全区新建厂房12座，满意率由85.6%提升至97%。";
  const tishu = await load();
  const worker = await loadInWorker();
  const analyses = [tishu.analyze(text), await worker.analyze(text)];
  await worker.dispose();
  return Response.json(analyses.map(({ figures }) => figures.map((figure) => text.slice(figure.start, figure.end)).join(" ")));
}

export const dynamic = "force-dynamic";
