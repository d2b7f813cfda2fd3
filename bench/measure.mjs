// How it is measured, in Node and in a page alike.

const now = () => performance.now();

/** What a paragraph is: what stands between two line ends. */
export const paragraphs = (text) => text.split("\n").filter(Boolean);

/** Milliseconds until a peer, not yet loaded, has read its first page; `ready` is what it works with from then on. */
export async function timeStart(peer, from, page) {
  const begin = now();
  const ready = await peer.start(from);
  ready[Object.keys(ready)[0]](page);
  return { ready, start: now() - begin };
}

/** Warming up ends at the latest after so many rounds. */
const WARM_UP = 30;

/**
 * Bytes of UTF-8 a second, paragraph by paragraph: the median of five rounds of at least 200 ms. Rounds go before until
 * five in a row bring nothing any more: only by then have the engines below replaced their first, quick translation of
 * the code by the good one, which takes seconds for a WebAssembly of this size.
 */
export function throughput(work, text) {
  const parts = paragraphs(text);
  const bytes = parts.reduce((sum, part) => sum + new TextEncoder().encode(part).length, 0);
  const round = () => {
    const begin = now();
    let times = 0;
    do {
      for (const part of parts) work(part);
      times++;
    } while (now() - begin < 200);
    return (bytes * times * 1000) / (now() - begin);
  };
  let best = 0;
  for (let rounds = 0, idle = 0; rounds < WARM_UP && idle < 5; rounds++) {
    const rate = round();
    idle = rate > best * 1.03 ? 0 : idle + 1;
    best = Math.max(best, rate);
  }
  return median(Array.from({ length: 5 }, round));
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
