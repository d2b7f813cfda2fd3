import { useMemo, useState } from "preact/hooks";
import type { Figure } from "tishu";
import type { Result } from "./analysis.ts";
import { changes, items, kinds, shares, unitsOf } from "./charts.ts";
import type { Words } from "./i18n.ts";
import { Picture } from "./picture.tsx";

interface Props {
  result: Result;
  chosen: Figure | null;
  words: Words;
  onChoose(figure: Figure): void;
}

/** The figures as pictures: changes before and after, items of one unit, shares of a whole, how many of each kind. */
export function PicturesPane({ result, chosen, words, onChoose }: Props) {
  const { analysis } = result;
  const t = words.pictures;
  const units = useMemo(() => unitsOf(analysis), [analysis]);
  const [asked, setUnit] = useState("");
  const unit = units.includes(asked) ? asked : units[0] ?? "";
  const charts = useMemo(
    () => [changes(analysis, words), ...(unit ? [items(analysis, unit, words)] : []), shares(analysis, words), kinds(analysis, words)],
    [analysis, unit, words],
  );
  const choose = (id: string) => {
    const figure = analysis.figures.find((one) => one.id === id);
    if (figure) onChoose(figure);
  };
  const drawn = charts.filter(({ bars }) => bars.length > 0);
  return (
    <div class="pictures">
      {drawn.length === 0 && <p class="blank-note">{words.noFigures}</p>}
      {units.length > 1 && (
        <label class="unit-choice">
          {t.unit}
          <select value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
            {units.map((name) => <option key={name} value={name} lang="zh-CN">{name}</option>)}
          </select>
        </label>
      )}
      {drawn.map((chart) => (
        <Picture
          key={chart.name} chart={chart} title={chart.name === "items" ? t.items(unit) : t[chart.name]} chosen={chosen?.id ?? null}
          words={words} onChoose={choose}
        />
      ))}
    </div>
  );
}
