// Just enough assertions for code that runs in Node and in a page alike.

export function ok(value, message) {
  if (!value) throw new Error(message ?? "expected something true");
}

export function equal(actual, expected, message = "") {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${message} expected ${b?.slice(0, 500)}, got ${a?.slice(0, 500)}`.trim());
}

/** Runs it and hands back the TishuError it must end in, with this code and these words in its message. */
export async function fails(run, code, ...words) {
  let error;
  try {
    await run();
  } catch (caught) {
    error = caught;
  }
  if (!error) throw new Error(`expected a TishuError "${code}", but nothing failed`);
  if (error.name !== "TishuError" || error.code !== code) throw error;
  for (const word of words) {
    if (!error.message.includes(word)) throw new Error(`expected ${JSON.stringify(word)} in: ${error.message}`);
  }
  return error;
}
