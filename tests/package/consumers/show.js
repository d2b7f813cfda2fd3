// What the page of every consumer does: it reads one text on the page's own thread and in a worker, and writes down
// what came out, for the test to see.

const TEXT = "去年，全区新建厂房12座，满意率由85.6%提升\r\n至97%。";

export async function show({ load, loadInWorker }, options = {}, workerOptions = options) {
  const read = ({ figures }) => figures.map(({ start, end }) => TEXT.slice(start, end)).join(" ");
  try {
    const tishu = await load(options);
    const worker = await loadInWorker(workerOptions);
    document.title = `page: ${read(tishu.analyze(TEXT))}; worker: ${read(await worker.analyze(TEXT))}`;
  } catch (error) {
    document.title = `${error.name} ${error.code}: ${error.message}`;
  }
}
