/** A run of glyphs as pdf.js reports it, in points, y upwards. */
export interface Glyphs {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** Simplified forms among the CJK radicals, which no compatibility mapping leads back to the characters they look like. */
const RADICALS: Record<string, string> = Object.fromEntries(
  "⺁厂 ⺝月 ⺠民 ⻁虎 ⻄西 ⻅见 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟"
    .split(" ")
    .map((pair) => [pair[0], pair[1]]),
);

/** Fonts give 一 and ⼀ one glyph, and programs write either into a PDF; readers mean the character. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (sign) => RADICALS[sign] ?? sign.normalize("NFKC"));
}

/** Glyphs in the order of the file, as lines: a new one where the writing goes down, back, or over a gap between columns. */
export function linesOf(glyphs: Iterable<Glyphs>): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const { text, x, y, width, size } of glyphs) {
    const blank = text.trim() === "";
    const here = line && Math.abs(y - line.y) < 0.6 * Math.max(size, line.size) && x > line.right - size && x - line.right < 3 * Math.max(size, line.size);
    if (!line || !here) {
      if (blank) continue;
      line = { text, left: x, right: x + width, y, size };
      lines.push(line);
      continue;
    }
    // Between Chinese characters a narrow gap is spacing, not a space.
    const gap = x + (blank ? width : 0) - line.right;
    if (blank) {
      if (gap > 0.6 * line.size || !HAN.test(line.text.at(-1) ?? "")) line.text += " ";
    } else {
      if (HAN.test(text[0]!) && line.text.endsWith(" ") && gap < 0.1 * line.size && x - line.right < 0.6 * line.size) line.text = line.text.trimEnd();
      line.text += text;
      if (size > line.size) line.size = size;
    }
    line.right = Math.max(line.right, x + width);
  }
  return lines.map((each) => ({ ...each, text: each.text.trimEnd() })).filter(({ text }) => text.trim());
}

/**
 * Lines as text. Every line of the page stays a line, so that the engine can rejoin what the layout broke: an indent
 * stays an indent, and a blank line stands where type or spacing change.
 */
export function textOfLines(lines: Line[]): string {
  const pitch = median(steps(lines));
  const body = median(lines.flatMap(({ size, text }) => Array<number>(Math.min(text.length, 80)).fill(size)));
  let text = "";
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && continues(lines[to - 1]!, lines[to]!, pitch)) to++;
    const run = lines.slice(from, to);
    const left = Math.min(...run.map((line) => line.left));
    const isBody = run[0]!.size < body * 1.15;
    for (const line of run) {
      const indent = line.left - left;
      text += `${isBody && indent > 1.2 * line.size && indent < 5 * line.size ? "　　" : ""}${line.text}\n`;
    }
    const next = lines[to];
    if (next && !flows(lines[to - 1]!, next)) text += "\n";
    from = to;
  }
  return text.trimEnd();
}

/** Whether the next line belongs to the same stretch of type. */
function continues(line: Line, next: Line, pitch: number): boolean {
  const step = line.y - next.y;
  return sameType(line, next) && step > 0 && step < Math.max(pitch * 1.35, line.size * 1.2) && next.left < line.right && next.right > line.left;
}

/** Whether the text goes on at the head of the next column or page, as far as type can tell. */
function flows(line: Line, next: Line): boolean {
  return sameType(line, next) && next.y > line.y;
}

function sameType(line: Line, next: Line): boolean {
  return Math.abs(line.size - next.size) < 0.12 * line.size;
}

function steps(lines: Line[]): number[] {
  return lines.slice(1).flatMap((line, i) => {
    const step = lines[i]!.y - line.y;
    return step > 0.5 * line.size && step < 3.5 * line.size && sameType(lines[i]!, line) ? [step] : [];
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
