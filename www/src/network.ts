import { useEffect, useState } from "preact/hooks";

/** Requests of this page that the browser recorded: those until the engine was ready, and those since. */
export function useRequests(ready: boolean): { before: number; after: number } {
  const [times, setTimes] = useState<number[]>([]);
  const [readyAt, setReadyAt] = useState(Infinity);

  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      const started = list.getEntries().map((entry) => entry.startTime);
      setTimes((known) => [...known, ...started]);
    });
    observer.observe({ type: "resource", buffered: true });
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (ready) setReadyAt((at) => Math.min(at, performance.now()));
  }, [ready]);

  const after = times.filter((time) => time > readyAt).length;
  return { before: times.length - after + 1, after }; // one more: the page itself
}

/** The content security policy this page runs under. */
export function policy(): string | null {
  return document.querySelector<HTMLMetaElement>("meta[http-equiv='Content-Security-Policy']")?.content ?? null;
}
