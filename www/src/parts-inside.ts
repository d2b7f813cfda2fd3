// The parts of the page in one file: each a compressed block in the page, unpacked when it is first needed.

const blocks = new Map<string, string>();
for (const element of document.querySelectorAll<HTMLElement>("script[data-part]")) {
  blocks.set(element.dataset["part"]!, element.textContent);
  element.remove();
}

/** The address of a script among the parts. */
export async function partScript(name: string): Promise<string> {
  return URL.createObjectURL(new Blob([await partBytes(name)], { type: "text/javascript" }));
}

/** A part as bytes. */
export async function partBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const block = blocks.get(name);
  if (block === undefined) throw new Error(`${name} is not in this file`);
  const packed = Uint8Array.from(atob(block), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
