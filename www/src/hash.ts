import { useLayoutEffect, useRef } from "preact/hooks";

/** What a link says of how the page looks; never of the text, unless its sender chose so. */
export type Settings = Partial<Record<"lang" | "theme" | "date" | "style" | "view" | "form" | "pane", string>>;
const KEYS = ["lang", "theme", "date", "style", "view", "form", "pane"] as const;

/** Programs cut longer links off. */
export const LONGEST = 32_000;

/** A link to this page with settings, and with a text where one is given. */
export async function linkOf(settings: Settings, text: string | null): Promise<string> {
  const said = new URLSearchParams(KEYS.flatMap((key) => (settings[key] ? [[key, settings[key]]] : [])));
  if (text !== null) said.set("text", await pack(text));
  const link = new URL(location.href);
  link.hash = said.toString();
  return link.href;
}

/**
 * Hands over what a link says, when the page opens with it and when one is put into the address of the open page. Then
 * it is taken out of the address: what is on screen is no longer what the link said.
 */
export function useLink(apply: (settings: Settings, text: Promise<string> | null) => void): void {
  const latest = useRef(apply);
  latest.current = apply;
  useLayoutEffect(() => {
    const take = () => {
      const said = new URLSearchParams(location.hash.slice(1));
      if (said.size === 0) return;
      history.replaceState(null, "", location.href.replace(/#.*/s, ""));
      const text = said.get("text");
      latest.current(Object.fromEntries(KEYS.flatMap((key) => (said.has(key) ? [[key, said.get(key)!]] : []))), text === null ? null : unpack(text));
    };
    take();
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
}

async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpack(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
