import { useCallback, useEffect, useState } from "preact/hooks";

/** none: this browser, or this address, has no service workers. inside: the page is one file and needs none. */
export type OfflineState = "none" | "preparing" | "ready" | "update" | "inside";

/** Where the page in one file is to be had; null in that file itself. */
export const SINGLE_FILE: string | null = "./tishu.html";

/**
 * Keeps the page for offline use, once it has done its first work. A new version is fetched by the browser when the page
 * is opened, and waits until `renew` is called.
 * @param keep puts the texts away before the page is loaded anew; false where that fails, and the page stays
 */
export function useOffline(ready: boolean, keep: () => boolean): { state: OfflineState; renew(): void } {
  const [state, setState] = useState<OfflineState>("none");
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);

  useEffect(() => {
    if (!ready || !import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    const { serviceWorker } = navigator;
    const follow = (worker: ServiceWorker | null) => {
      if (!worker) return;
      const look = () => {
        if (worker.state === "installing") setState((now) => (now === "none" ? "preparing" : now));
        else if (worker.state === "activated") setState("ready");
        else if (worker.state === "installed" && serviceWorker.controller) {
          setWaiting(worker);
          setState("update");
        }
      };
      look();
      worker.addEventListener("statechange", look);
    };
    // A browser that forbids it, or a private window, leaves the page as it is; a blocker may answer with nothing.
    serviceWorker.register("./sw.js", { updateViaCache: "none" }).then((registration?: ServiceWorkerRegistration) => {
      if (!registration) return;
      follow(registration.active);
      follow(registration.waiting);
      follow(registration.installing);
      registration.addEventListener("updatefound", () => follow(registration.installing));
    }, () => setState("none"));
  }, [ready]);

  const renew = useCallback(() => {
    if (!waiting || !keep()) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage({ type: "SKIP_WAITING" });
  }, [waiting, keep]);
  return { state, renew };
}

/** The files kept on this device, by address. */
export async function keptFiles(): Promise<string[]> {
  if (!("caches" in globalThis)) return [];
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return [...new Set(kept.flat().map(({ url }) => url.replace(/\?__WB_REVISION__=.*$/, "")))];
}
