import { inflatedBytes } from "../wasm/sizes.js";
import { collect } from "./bytes.js";
import { TishuError } from "./errors.js";

/**
 * The dictionary's file as the engine takes it, inflated while it arrives. Some servers send a .gz file with
 * Content-Encoding: gzip, and the browser has inflated it by then: the first bytes tell, not the name.
 * @param first the first two bytes at least
 * @param chunks all of the file, piece by piece
 * @param isOurs whether it is the package's own, whose size is known
 */
export async function decodeDictionary(first, chunks, isOurs) {
  const isPacked = first[0] === 0x1f && first[1] === 0x8b;
  const text = await collect(isPacked ? inflate(chunks) : chunks, isOurs ? inflatedBytes : 0);
  if (isOurs && text.length !== inflatedBytes) {
    throw new TishuError(
      "dictionary",
      `The dictionary has ${text.length} bytes and should have ${inflatedBytes}: it is cut short or of another ` +
        "version of this package. Copy the package's folder wasm/ to the server once more.",
    );
  }
  return text;
}

async function* inflate(chunks) {
  const { writable, readable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  let packed = 0;
  const feed = async () => {
    for await (const chunk of chunks) {
      packed += chunk.length;
      await writer.write(chunk);
    }
    await writer.close();
  };
  // Whatever fails, the reader below hears of it.
  feed().catch((error) => writer.abort(error).catch(() => {}));
  const reader = readable.getReader();
  try {
    for (let step; !(step = await reader.read()).done; ) yield step.value;
  } catch (cause) {
    throw new TishuError(
      "dictionary",
      `The compressed dictionary (${packed} bytes) does not inflate: it is cut short or damaged. ` +
        "Copy it to the server once more.",
      { cause },
    );
  }
}
