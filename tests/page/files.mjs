import { strToU8, zipSync } from "fflate";

/** One text as a newspaper page has it: a headline, a byline, and paragraphs long enough to be broken into lines. */
export const ARTICLE = {
  title: "柳塘镇办起村口学堂",
  byline: "本报记者 许望舒",
  paragraphs: [
    "2024年，柳塘镇建成便民服务站36个，招聘网格员120名，接待群众1.5万人次，群众满意率由85.6%提升至97%。",
    "镇上的老粮仓改成了夜校，居民报名参加书法和电工课程，不少人每晚都从邻村骑车赶来听课，现有学员80名、教师6名。改造投入资金240万元，比上年增长15%，其中镇财政出资三分之一。",
    "“光是课桌就借了四十多张。”校长沈惠兰说，“大家都想来，最远的学员要骑一个半小时的车。”今年上半年，夜校开设课程12门，累计授课近200课时，带动就业1600余人。",
    "到2027年，柳塘镇计划再改造7处闲置粮仓，新增座位2000个以上，让每个村的居民步行15分钟就能到达一处学堂。",
  ],
};

const lines = ({ title, byline, paragraphs }) => [title, byline, ...paragraphs];
export const asText = (article) => `${lines(article).join("\n\n")}\n`;

/** The same as a page of a website, with a menu, a note and a script around it. */
export function asHtml({ title, byline, paragraphs }, charset = "utf-8") {
  return `<!doctype html><html lang="zh"><head><meta charset="${charset}"><title>${title} - 云岭日报</title>
<style>p { text-indent: 2em }</style><script>window.hacked = 1</script></head><body>
<nav><a href="/a">首页 24小时</a><a href="/b">要闻 100条</a></nav>
<article><h1>${title}</h1><p class="by">${byline}</p>
${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article>
<aside>热榜 前10名</aside><script>document.body.append("另有999人")</script><img src="x" onerror="window.hacked=1"></body></html>`;
}

/** The same as a Word document. */
export function asDocx(article) {
  const paragraph = (text, style = "") => `<w:p><w:pPr>${style}</w:pPr><w:r><w:t xml:space="preserve">${text.slice(0, 9)}</w:t></w:r><w:r><w:t>${text.slice(9)}</w:t></w:r><w:del><w:r><w:delText>删去的500人</w:delText></w:r></w:del></w:p>`;
  const body = lines(article).map((text, i) => paragraph(text, i === 0 ? '<w:pStyle w:val="Heading1"/>' : "")).join("");
  const part = (text) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  return zipSync({
    "[Content_Types].xml": part(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "word/document.xml": part(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
  });
}

/** The page as a program for printed pages makes it: indents, lines of 26 characters, a font that is not inside. */
export function asPdf({ title, byline, paragraphs }, perLine = 26) {
  const rows = [{ text: title, size: 24, x: 160, gap: 60 }, { text: byline, size: 10, x: 260, gap: 34 }];
  for (const text of paragraphs) {
    let rest = text;
    for (let first = true; rest; first = false) {
      const room = first ? perLine - 2 : perLine;
      rows.push({ text: rest.slice(0, room), size: 14, x: first ? 88 : 60, gap: 22 });
      rest = rest.slice(room);
    }
  }
  const hex = (text) => [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, "0")).join("");
  let y = 800;
  const content = rows.map(({ text, size, x, gap }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${(y -= gap)} Tm <${hex(text)}> Tj ET`).join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 7 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  let file = "%PDF-1.4\n";
  const at = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** A text in a two-byte encoding that Node can read but not write. */
export function encoded(text, encoding) {
  const decoder = new TextDecoder(encoding);
  const codes = new Map();
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [high, low]);
    }
  }
  return new Uint8Array([...text].flatMap((character) => (character < "\x80" ? [character.charCodeAt(0)] : codes.get(character))));
}

/** A text in UTF-16, little endian, without a mark. */
export function utf16(text) {
  return new Uint8Array(Buffer.from(text, "utf16le"));
}
