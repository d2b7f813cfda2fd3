// The parts of the page that only some files need: pdf.js and its character maps. They lie beside the page in a folder
// of their own, are fetched when first needed, and are kept for offline use from then on. The single-file build puts
// parts-inside.ts in the place of this module.

import { PARTS } from "./parts-folder.ts";

const urlOf = (name: string) => new URL(`${PARTS}/${name}`, document.baseURI).href;

/** The address of a script among the parts, known to be there. */
export async function partScript(name: string): Promise<string> {
  // A failed import would be remembered for as long as the page is open, a failed fetch is not.
  await partBytes(name);
  return urlOf(name);
}

/** A part as bytes. */
export async function partBytes(name: string): Promise<Uint8Array> {
  const response = await fetch(urlOf(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
