const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** White space as the engine sees it (Unicode's, without the byte order mark); nothing is none. */
export function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && SPACE.test(unit);
}
