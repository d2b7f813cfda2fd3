// A long result crosses from the worker in slices. Taking in a message is work of the page's own thread that nothing can
// interrupt; between two messages it answers its reader.

/** Elements of an array that travel in one message: a few milliseconds' work to take in. */
const LENGTH = 500;

/**
 * Takes the long arrays out of a fresh result, and hands back slices of them: arrays at the top, and one level down in
 * the elements of an array, where the blocks of an article are.
 * @returns {{ rest: unknown, slices: { path: (string | number)[], items: unknown[] }[] }}
 */
export function cut(value) {
  const whole = { value };
  const slices = [];
  const visit = (holder, path, depth) => {
    for (const [key, member] of Object.entries(holder)) {
      if (typeof member !== "object" || member === null || ArrayBuffer.isView(member)) continue;
      const here = [...path, key];
      if (!Array.isArray(member)) {
        if (depth === 0) visit(member, here, 1);
      } else if (member.length > LENGTH) {
        for (let at = 0; at < member.length; at += LENGTH) slices.push({ path: here, items: member.slice(at, at + LENGTH) });
        holder[key] = [];
      } else if (depth === 1) {
        member.forEach((element, i) => typeof element === "object" && element !== null && visit(element, [...here, i], 2));
      }
    }
  };
  visit(whole, [], 0);
  return { rest: whole.value, slices };
}

/** Puts the slices back where they were. */
export function join(rest, slices) {
  const whole = { value: rest };
  for (const { path, items } of slices) {
    let array = whole;
    for (const key of path) array = array[key];
    for (const item of items) array.push(item);
  }
  return whole.value;
}
