// Who is measured, in Node and in a page alike. `start` makes one ready; what it returns does the work:
// `offsets` finds where the words of a text end, `figures` the quantities in it. `scripts` names what a page imports.

export const segmenters = {
  tishu: {
    scripts: "tishu",
    async start({ tishu }) {
      const { load } = await import(tishu);
      const engine = await load();
      return { offsets: (text) => engine.boundaries(text, { figures: false }) };
    },
  },

  "jieba-wasm": {
    scripts: "jiebaWasm",
    async start({ jiebaWasm }) {
      const module = await import(jiebaWasm);
      // The build for browsers must be initialised; the one for Node is CommonJS.
      if (typeof module.default === "function") await module.default();
      const { tokenize } = module.tokenize ? module : module.default;
      return { offsets: (text) => tokenize(text, "default", true) };
    },
  },

  "@node-rs/jieba": {
    async start({ nodeRs }) {
      if (!nodeRs) return undefined;
      const [{ Jieba }, { dict }] = await Promise.all([import(nodeRs), import(`${nodeRs}/dict.js`)]);
      const jieba = Jieba.withDict(dict);
      // It gives words, not offsets; their lengths add up to them.
      const offsets = (text) => {
        let end = 0;
        return Uint32Array.from(jieba.cut(text, true), (word) => (end += word.length));
      };
      return { offsets };
    },
  },

  "Intl.Segmenter": {
    async start() {
      const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
      // By the line: its time grows with the square of the text's length.
      const offsets = (text) => {
        const starts = [];
        let line = 0;
        while (line < text.length) {
          const end = text.indexOf("\n", line) + 1 || text.length;
          for (const { index } of segmenter.segment(text.slice(line, end))) starts.push(line + index);
          line = end;
        }
        return starts;
      };
      return { offsets };
    },
  },
};

export const readers = {
  tishu: {
    async start({ tishu }) {
      const { load } = await import(tishu);
      const engine = await load();
      return { figures: (text) => engine.analyze(text).figures };
    },
  },

  "@microsoft/recognizers-text-suite": {
    async start({ recognizers }) {
      const { default: suite } = await import(recognizers);
      const kinds = ["Number", "Ordinal", "Percentage", "Currency", "Dimension", "Temperature", "Age", "DateTime"];
      return { figures: (text) => kinds.flatMap((kind) => suite[`recognize${kind}`](text, suite.Culture.Chinese)) };
    },
  },
};
