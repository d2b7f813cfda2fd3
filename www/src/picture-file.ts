// Charts as files. The policy of the page allows no images from data: or blob: addresses, so that a PNG is not drawn
// from the SVG: both are made from the shapes on screen, with the colours the page has.

type Shape = { fill: string; stroke: string; dash: string } & (
  | { type: "rect"; x: number; y: number; width: number; height: number }
  | { type: "text"; x: number; y: number; text: string; anchor: string; font: string }
);

const SCALE = 2;

function shapesOf(svg: SVGSVGElement): Shape[] {
  return [...svg.querySelectorAll<SVGElement>("rect, text")].map((element) => {
    const number = (name: string) => Number(element.getAttribute(name));
    const { fill, stroke, strokeDasharray: dash, fontWeight, fontSize, fontFamily, textAnchor } = getComputedStyle(element);
    const place = { fill, stroke, dash, x: number("x"), y: number("y") };
    return element.tagName === "rect"
      ? { type: "rect", ...place, width: number("width"), height: number("height") }
      : { type: "text", ...place, text: element.textContent ?? "", anchor: textAnchor, font: `${fontWeight} ${fontSize} ${fontFamily}` };
  });
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const isDrawn = (color: string) => color !== "none" && color !== "rgba(0, 0, 0, 0)";

/** The chart as an SVG file that needs no style sheet. */
export function toSvg(svg: SVGSVGElement): string {
  const { width, height } = svg.viewBox.baseVal;
  const lines = shapesOf(svg).map((shape) => {
    const paint = `fill="${isDrawn(shape.fill) ? shape.fill : "none"}"${isDrawn(shape.stroke) ? ` stroke="${shape.stroke}"` : ""}${shape.dash !== "none" ? ` stroke-dasharray="${escaped(shape.dash)}"` : ""}`;
    if (shape.type === "rect") return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" ${paint}/>`;
    const [, weight, size, family] = /^(\S+) (\S+) (.*)$/.exec(shape.font)!;
    return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}" font-weight="${weight}" font-size="${size}" font-family="${escaped(family!)}" ${paint}>${escaped(shape.text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">\n${lines.join("\n")}\n</svg>\n`;
}

/** The chart as a PNG file, at twice its size. */
export async function toPng(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext("2d")!;
  pen.scale(SCALE, SCALE);
  for (const shape of shapesOf(svg)) {
    pen.fillStyle = shape.fill;
    pen.strokeStyle = shape.stroke;
    pen.setLineDash(shape.dash === "none" ? [] : shape.dash.split(/[\s,]+/).map(parseFloat));
    if (shape.type === "rect") {
      if (isDrawn(shape.fill)) pen.fillRect(shape.x, shape.y, shape.width, shape.height);
      if (isDrawn(shape.stroke)) pen.strokeRect(shape.x, shape.y, shape.width, shape.height);
    } else {
      pen.font = shape.font;
      pen.textAlign = shape.anchor === "end" ? "right" : "left";
      pen.fillText(shape.text, shape.x, shape.y);
    }
  }
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no image"))), "image/png"));
}
