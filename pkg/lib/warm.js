import { analyzeOptions, forEngine } from "./options.js";

// Browsers translate a function of a WebAssembly module when it is called first, and the engine reads its tables then:
// a first analysis takes many times as long as the second.

/** Enough words for an analysis to find nouns and verbs. */
const WORDS = "全区 9 n\n收入 9 n\n项目 9 n\n工程 9 n\n居民 9 n\n增长 9 v\n完成 9 v\n建成 9 v\n预计 9 v\n记者 9 n\n图书 9 n\n广州 9 ns\n局长 9 n\n同比 9 d\n";

/** A page that holds a little of everything, in pieces that take little time each. */
const PAGES = [
  "今年一季度，全区收入12.5亿元，同比增长6.3%。",
  "图书节周末开幕\r\n本报讯（记者 王晓）5月1日，广州建成项目30个，其中工程12个、图书项目18个，占全区的\r\n四成，比去年\r\n同期多5个。",
  "预计到2030年，居民收入由3.2万元提高到4万元以上，年均增长约5至8个百分点，户均住房90平方米。",
  "图书局局长李明说：“去年完成投资近百万元，每亩约1200斤，第三季度减少两成半，超过前5年总和。”\r\n\r\n▲居民在图书节。张三 摄\r\n责任编辑：李四 电话：020-12345678",
];

/**
 * Lets a fresh instance do once what it will have to do, piece by piece.
 * @param isIdle whether nobody wants anything of the worker yet; asked before each piece
 * @param onFailure called when a piece failed: the instance is then of no use any more
 */
export function warmUp({ Engine }, isIdle, onFailure) {
  let trial;
  const options = forEngine(analyzeOptions({ rejected: true }, "analyze"));
  const pieces = [() => (trial = new Engine(new TextEncoder().encode(WORDS))), ...PAGES.map((page) => () => trial.analyze(page, options))];
  const next = () => {
    try {
      const piece = isIdle() ? pieces.shift() : undefined;
      if (!piece) return trial?.free();
      piece();
      setTimeout(next); // what the worker was sent meanwhile comes first
    } catch {
      onFailure();
    }
  };
  setTimeout(next);
}
