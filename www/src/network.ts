import { useEffect, useState } from "preact/hooks";
import { PARTS } from "./parts-folder.ts";

export interface Requests {
  /** Addresses fetched until the engine was ready, the page itself first. */
  loaded: string[];
  /** Files of this page fetched since, because a file to be read, or a part of the page, needed them. */
  parts: string[];
  /** All other addresses fetched since that had not been fetched before. */
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
      // What the page makes of itself goes nowhere.
      const fresh = list.getEntries().flatMap(({ name, startTime }) => (/^(blob|data):/.test(name) ? [] : [{ name, at: startTime }]));
      if (fresh.length > 0) setEntries((known) => [...known, ...fresh]);
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

  const loaded = [location.href.replace(/#.*/s, ""), ...entries.filter(({ at }) => at <= readyAt).map(({ name }) => name)];
  const later = entries.filter(({ at }) => at > readyAt).map(({ name }) => name);
  const fresh = later.filter((name) => !loaded.includes(name));
  const parts = [...new Set(fresh.filter(isPart))];
  return { loaded, parts, since: fresh.filter((name) => !isPart(name)), again: later.length - fresh.length };
}

/** Whether an address is one of the files this page consists of: in its folders, and saying nothing more. */
function isPart(address: string): boolean {
  const { origin, pathname, search } = new URL(address);
  const name = pathname.slice(new URL(".", document.baseURI).pathname.length);
  return origin === location.origin && search === "" && (name.startsWith("assets/") || name.startsWith(`${PARTS}/`) || /^(icon[-\w]*\.\w+|manifest\.webmanifest)$/.test(name));
}

/** The content security policy this page runs under. */
export function policy(): string | null {
  return document.querySelector<HTMLMetaElement>("meta[http-equiv='Content-Security-Policy']")?.content ?? null;
}
