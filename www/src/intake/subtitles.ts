/** A cue's times: 00:01:02,500 --> 00:01:04,000, with a point and without hours in WebVTT. */
const TIMES = /^\s*(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})\s*-->\s*(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})/;
/** Seconds of silence behind which a new paragraph begins. */
const SILENCE = 2;

/** What is said in subtitles (SubRip, WebVTT): a line each, without numbers, times and tags. */
export function readSubtitles(source: string): string {
  const lines: string[] = [];
  let ended = Infinity;
  for (const cue of source.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
    const rows = cue.split("\n");
    const at = rows.findIndex((row) => TIMES.test(row));
    if (at < 0) continue;
    const [, h1, m1, s1, ms1, h2, m2, s2, ms2] = TIMES.exec(rows[at]!)!.map(Number);
    const start = (h1 || 0) * 3600 + m1! * 60 + s1! + ms1! / 1000;
    if (start - ended >= SILENCE) lines.push("");
    ended = (h2 || 0) * 3600 + m2! * 60 + s2! + ms2! / 1000;
    lines.push(...rows.slice(at + 1).map((row) => row.replace(/<[^>]*>|\{\\[^}]*\}/g, "").trim()).filter(Boolean));
  }
  return lines.join("\n");
}
