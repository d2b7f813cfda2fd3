// Files that arrive in chunks.

/**
 * All chunks as one array.
 * @param expected how many bytes there will be, where that is known: the room for them is then taken once
 */
export async function collect(chunks, expected = 0) {
  let bytes = new Uint8Array(expected);
  let length = 0;
  for await (const chunk of chunks) {
    if (length + chunk.length > bytes.length) {
      const wider = new Uint8Array(Math.max(length + chunk.length, 2 * bytes.length));
      wider.set(bytes.subarray(0, length));
      bytes = wider;
    }
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return length === bytes.length ? bytes : bytes.slice(0, length);
}

/** One array behind the other. */
export function joined(one, other) {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
