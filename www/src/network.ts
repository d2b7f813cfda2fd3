import { useEffect, useState } from "preact/hooks";

export interface Requests {
  /** Addresses fetched until the engine was ready, the page itself first. */
  loaded: string[];
  /** Addresses fetched since that had not been fetched before. */
  since: string[];
  /** How often since then one of the loaded files was fetched once more: a cancelled engine starts anew. */
  again: number;
}

const SETTLE = 300;

/** Every request of this page, as the browser recorded them. Its workers make none: they are handed their files. */
export function useRequests(ready: boolean): Requests {
  const [entries, setEntries] = useState<{ name: string; at: number }[]>([]);
  const [readyAt, setReadyAt] = useState(Infinity);

  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      const fresh = list.getEntries().map(({ name, startTime }) => ({ name, at: startTime }));
      setEntries((known) => [...known, ...fresh]);
    });
    observer.observe({ type: "resource", buffered: true });
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!ready) return;
    // The browser fetches the icon for its tab when it finds time.
    const timer = setTimeout(() => setReadyAt((at) => Math.min(at, performance.now())), SETTLE);
    return () => clearTimeout(timer);
  }, [ready]);

  const loaded = [location.href, ...entries.filter(({ at }) => at <= readyAt).map(({ name }) => name)];
  const later = entries.filter(({ at }) => at > readyAt).map(({ name }) => name);
  const since = later.filter((name) => !loaded.includes(name));
  return { loaded, since, again: later.length - since.length };
}

/** The content security policy this page runs under. */
export function policy(): string | null {
  return document.querySelector<HTMLMetaElement>("meta[http-equiv='Content-Security-Policy']")?.content ?? null;
}
