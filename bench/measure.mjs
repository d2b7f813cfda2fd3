// How it is measured, in Node and in a page alike.

const now = () => performance.now();

/** Milliseconds until a peer, not yet loaded, has read its first page. */
export async function timeStart(peer, from, work, page) {
  const begin = now();
  const ready = await peer.start(from);
  if (!ready) return undefined;
  ready[work](page);
  return { ready, start: now() - begin };
}

/** Characters a second: the median of seven rounds behind two that warm up. */
export function throughput(run, text) {
  const rounds = [];
  for (let round = 0; round < 9; round++) {
    const begin = now();
    run(text);
    if (round > 1) rounds.push(now() - begin);
  }
  return (text.length / median(rounds)) * 1000;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
