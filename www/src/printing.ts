import { flushSync } from "preact/compat";
import { useLayoutEffect, useState } from "preact/hooks";

/** Whether the page is on its way to the printer: what is shown in pages on the screen is then shown whole. */
export function usePrinting(): boolean {
  const [printing, set] = useState(false);
  useLayoutEffect(() => {
    // The browser takes the page as it is when the event is over.
    const begin = () => flushSync(() => set(true));
    const end = () => set(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
