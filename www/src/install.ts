import { useLayoutEffect, useState } from "preact/hooks";

interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Asks the browser to install the page; null where it does not offer to. */
export function useInstall(): (() => void) | null {
  const [offer, setOffer] = useState<InstallEvent | null>(null);
  // The browser asks once; who listens late has missed it.
  useLayoutEffect(() => {
    const onOffer = (event: Event) => {
      event.preventDefault();
      setOffer(event as InstallEvent);
    };
    const onDone = () => setOffer(null);
    addEventListener("beforeinstallprompt", onOffer);
    addEventListener("appinstalled", onDone);
    return () => {
      removeEventListener("beforeinstallprompt", onOffer);
      removeEventListener("appinstalled", onDone);
    };
  }, []);
  if (!offer) return null;
  return () => {
    setOffer(null);
    void offer.prompt();
  };
}
