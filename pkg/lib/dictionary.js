import { inflatedBytes } from "../wasm/sizes.js";
import { TishuError } from "./errors.js";

/**
 * The dictionary's file as the engine takes it. Some servers send a .gz file with Content-Encoding: gzip, and the
 * browser has inflated it by then: the first bytes tell, not the name.
 * @param isOurs whether it is the package's own, whose size is known
 */
export async function decodeDictionary(bytes, isOurs) {
  const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? await inflate(bytes) : bytes;
  if (isOurs && text.length !== inflatedBytes) {
    throw new TishuError(
      "dictionary",
      `The dictionary has ${text.length} bytes and should have ${inflatedBytes}: it is cut short or of another ` +
        "version of this package. Copy the package's folder wasm/ to the server once more.",
    );
  }
  return text;
}

async function inflate(bytes) {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new TishuError(
      "dictionary",
      `The compressed dictionary (${bytes.length} bytes) does not inflate: it is cut short or damaged. ` +
        "Copy it to the server once more.",
      { cause },
    );
  }
}
