// Who is measured, in Node and in a page alike. `start` makes one ready; what it returns does the work: `offsets` finds
// where the words of a text end, `words` the words with their tags, `cut` mere words, `figures` the quantities in it. The
// first of them is what the start is timed with; `cut` and `figures` are measured on a text of READERS_TEXT. `places` are where it runs, `scripts` names what a page imports of it.

/** The text the readers of figures get: Recognizers-Text needs minutes for more. */
export const READERS_TEXT = 3_000;

const tishu = async ({ tishu }) => (await import(tishu)).load();

const jiebaWasm = async ({ jiebaWasm }) => {
  const module = await import(jiebaWasm);
  // The build for browsers must be initialised; the one for Node is CommonJS.
  if (typeof module.default === "function") await module.default();
  return module.cut ? module : module.default;
};

export const peers = {
  tishu: {
    places: ["node", "chromium"],
    scripts: "tishu",
    async start(from) {
      const engine = await tishu(from);
      return {
        offsets: (text) => engine.boundaries(text, { figures: false }),
        words: (text) => engine.segment(text, { figures: false }),
        figures: (text) => engine.analyze(text).figures,
      };
    },
  },

  "jieba-wasm": {
    places: ["node", "chromium"],
    scripts: "jiebaWasm",
    async start(from) {
      const { cut, tag, tokenize } = await jiebaWasm(from);
      return {
        offsets: (text) => tokenize(text, "default", true),
        words: (text) => tag(text, true),
        cut: (text) => cut(text, true),
      };
    },
  },

  "Intl.Segmenter": {
    places: ["node", "chromium"],
    async start() {
      const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
      return { offsets: (text) => Array.from(segmenter.segment(text), ({ index }) => index) };
    },
  },

  "@node-rs/jieba": {
    places: ["node"],
    async start({ nodeRs }) {
      const [{ Jieba }, { dict }] = await Promise.all([import(nodeRs), import(`${nodeRs}/dict.js`)]);
      const jieba = Jieba.withDict(dict);
      // It gives words, not offsets; their lengths add up to them.
      const offsets = (text) => {
        let end = 0;
        return Uint32Array.from(jieba.cut(text, true), (word) => (end += word.length));
      };
      return { offsets, words: (text) => jieba.tag(text, true) };
    },
  },

  segmentit: {
    places: ["node"],
    async start({ segmentit }) {
      const { Segment, useDefault } = (await import(segmentit)).default;
      const segment = useDefault(new Segment());
      const words = (text) => segment.doSegment(text);
      return { words };
    },
  },

  "recognizers-text": {
    places: ["node"],
    async start({ recognizers }) {
      const { default: suite } = await import(recognizers);
      const kinds = ["Number", "Percentage", "Currency", "Dimension", "DateTime"];
      return { figures: (text) => kinds.flatMap((kind) => suite[`recognize${kind}`](text, suite.Culture.Chinese)) };
    },
  },
};
