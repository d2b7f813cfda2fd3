import { useRef } from "preact/hooks";
import { spoken, type Bar, type Chart } from "./charts.ts";
import { download } from "./download.ts";
import type { Words } from "./i18n.ts";
import { toPng, toSvg } from "./picture-file.ts";
import { useRings } from "./rings.ts";

/** Where labels end and how long bars are, on a wide and on a narrow screen; `fit` is how many characters a label has. */
const WIDE = { width: 600, label: 190, length: 280, fit: 14 };
const NARROW = { width: 360, label: 116, length: 140, fit: 8 };
type Size = typeof WIDE;
const ROW = 26;
const HEAD = 34;

interface Props {
  chart: Chart;
  title: string;
  chosen: string | null;
  words: Words;
  onChoose(id: string): void;
}

/** A chart of bars, drawn by hand. Bars of figures lead to them; all of them are one tab stop. */
export function Picture({ chart, title, chosen, words, onChoose }: Props) {
  const t = words.pictures;
  const svg = useRef<SVGSVGElement>(null);
  const figure = useRef<HTMLElement>(null);
  const rings = useRings(figure, [".bar[role=button]"]);
  const size = matchMedia("(max-width: 820px)").matches ? NARROW : WIDE;
  const { width } = size;
  const height = HEAD + chart.bars.length * ROW + 10;
  const choose = (event: Event) => {
    const id = (event.target as Element).closest<SVGElement>("[data-bar]")?.dataset["bar"];
    if (id) onChoose(id);
    return Boolean(id);
  };
  const name = (extension: string) => `tishu-${chart.name}.${extension}`;
  return (
    <figure
      ref={figure} class="picture" data-chart={chart.name} onClick={choose}
      onKeyDown={(event) => {
        if (rings(event)) return;
        if ((event.key === "Enter" || event.key === " ") && choose(event)) event.preventDefault();
      }}
    >
      <svg ref={svg} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={title}>
        <rect class="sheet-ground" x={0} y={0} width={width} height={height} />
        <text class="chart-title" x={12} y={22}>{title}</text>
        {chart.bars.map((bar, i) => <Row size={size} key={bar.id ?? bar.kind} bar={bar} y={HEAD + i * ROW} chosen={bar.id !== null && bar.id === chosen} />)}
      </svg>
      <figcaption>
        {chart.name === "changes" && <span>{t.dashed}</span>}
        {chart.more > 0 && <span>{t.more(chart.more)}</span>}
        <span class="downloads">
          <button type="button" onClick={() => download(name("svg"), "image/svg+xml", toSvg(svg.current!))}>SVG</button>
          <button type="button" onClick={() => void toPng(svg.current!).then((png) => download(name("png"), "image/png", png))}>PNG</button>
        </span>
      </figcaption>
    </figure>
  );
}

function Row({ bar, y, chosen, size }: { bar: Bar; y: number; chosen: boolean; size: Size }) {
  const label = bar.label.length > size.fit ? `${bar.label.slice(0, size.fit - 1)}…` : bar.label;
  const length = Math.max(bar.share * size.length, 2);
  const leads = bar.id !== null;
  return (
    <g
      class={`bar ${bar.kind}${bar.before ? " before" : ""}${chosen ? " chosen" : ""}`} role={leads ? "button" : "img"} aria-label={spoken(bar)}
      tabIndex={leads ? -1 : undefined} data-bar={bar.id ?? undefined} aria-pressed={leads ? chosen : undefined}
    >
      <title>{spoken(bar)}</title>
      <rect class="hit" x={4} y={y} width={size.width - 8} height={ROW} />
      <text class="chart-label" x={size.label - 10} y={y + 17} text-anchor="end">{label}</text>
      {bar.whole && <rect class="whole" x={size.label} y={y + 5} width={size.length} height={16} />}
      <rect class="length" x={size.label} y={y + 5} width={length} height={16} />
      <text class="chart-value" x={size.label + (bar.whole ? size.length : length) + 8} y={y + 17}>{bar.value}</text>
    </g>
  );
}
