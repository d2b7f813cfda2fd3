import type { Words } from "./i18n.ts";
import { LAYERS, type Layer } from "./layers.ts";

interface Props {
  layers: ReadonlySet<Layer>;
  rejected: number;
  showRejected: boolean;
  words: Words;
  onLayers(layers: Layer[]): void;
  onRejected(show: boolean): void;
}

/** What is drawn on the text: each switch shows the sign of its layer, so that this is the legend too. */
export function LayerBar({ layers, rejected, showRejected, words, onLayers, onRejected }: Props) {
  return (
    <div class="layers" role="group" aria-label={words.layersLabel}>
      {LAYERS.map((layer) => (
        <button
          key={layer} type="button" class="layer" data-layer={layer} aria-pressed={layers.has(layer)} title={words.layerHints[layer]}
          onClick={() => onLayers(LAYERS.filter((name) => layers.has(name) !== (name === layer)))}
        >
          <span class={`layer-sign of-${layer}`} aria-hidden="true" />
          {words.layers[layer]}
        </button>
      ))}
      {rejected > 0 && (
        <button type="button" class="layer" data-layer="rejected" aria-pressed={showRejected} title={words.showRejected(rejected)} onClick={() => onRejected(!showRejected)}>
          <span class="layer-sign of-rejected" aria-hidden="true" />
          {words.legend.rejected} <span class="n">{rejected}</span>
        </button>
      )}
    </div>
  );
}
