// What load() and loadInWorker() have in common: the same cases for both, in Node and in a page.
// A case gets `api`, whose methods are awaited, so that both kinds fit.

import { equal, fails, ok } from "./check.mjs";

const NEWS = "去年，全区新建厂房12座，报名1.2万余人次。\r\n“十四五”期间，各街道办了300多件实事，满意率由85.6%提升\r\n\r\n至97%。";

/** What a string becomes on its way through UTF-8. */
const wellFormed = (text) => text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (c) => (c.length === 2 ? c : "\uFFFD"));
/** Without what the engine may take for layout: space of any kind, and breaks without width. */
const dense = (text) => wellFormed(text).replace(/[\s\u0085\uFEFF\u200B]+/g, "");

/** Whatever the text: nothing is lost, nothing lies outside it, and what is named stands where it is said to stand. */
async function holds(api, text) {
  const words = await api.segment(text);
  let at = 0;
  for (const word of words) {
    if (word.start !== at || word.end <= at) throw new Error(`a word from ${word.start} to ${word.end} follows offset ${at}`);
    if (wellFormed(text.slice(word.start, word.end)) !== word.text) throw new Error(`not at ${word.start}: ${word.text}`);
    at = word.end;
  }
  equal(at, text.length, "the words end");
  equal(Array.from(await api.boundaries(text)), words.map((word) => word.end), "boundaries");

  const analysis = await api.analyze(text);
  const visit = (value) => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (value === null || typeof value !== "object") return undefined;
    if ("start" in value) {
      ok(0 <= value.start && value.start <= value.end && value.end <= text.length, `span ${value.start} to ${value.end}`);
      if (value.spans) equal(dense(value.spans.map((s) => text.slice(s.start, s.end)).join("")), dense(value.text));
    }
    return Object.values(value).forEach(visit);
  };
  visit(analysis);
  const blocks = analysis.articles.flatMap((article) => article.blocks);
  const seen = blocks.sort((a, b) => a.start - b.start).map((block) => block.text);
  equal(dense(seen.join("")), dense(text), "the blocks hold");
  return analysis;
}

/** The same garbage in every run: xorshift32. */
function* garbage(seed) {
  for (let x = seed; ; ) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    yield x >>> 0;
  }
}

function garbageText(length, range, seed) {
  const source = garbage(seed);
  return Array.from({ length }, () => String.fromCharCode(source.next().value % range)).join("");
}

const BAD_INPUT = {
  "an empty text": "",
  "one line break": "\n",
  "100,000 line breaks": "\r\n".repeat(100_000),
  "only digits": "1234567890".repeat(50),
  "a numeral of 100,000 digits": "9".repeat(100_000),
  "a numeral of 100,000 Chinese digits": "三".repeat(100_000),
  "100,000 times 万": "万".repeat(100_000),
  "bytes as characters": garbageText(20_000, 256, 1),
  "any code unit, surrogates and all": garbageText(20_000, 65_536, 2),
  "lone surrogates around figures": "\uD83D12个\uDE00，\uDE00\uD83D近\uD83D100次\uD83D",
  "astral characters": "😀12个𠮷😀，𠮷𠮷近100次👨‍👩‍👧‍👦。",
  "a null character in a figure": "1\u00002个\u0000",
  "markup": `<img src=x onerror="alert(1)">12个<script>alert('3人')</script>`,
  "open quotes and brackets": "“（《【「".repeat(2_000) + "12个",
  "nothing but spaces": " \t\u00A0\u3000".repeat(2_000),
  "characters without width": "\uFEFF1\u200B2\u200D个\u2060",
};

export const cases = {
  async "an analysis has all its lists"(api) {
    const analysis = await holds(api, NEWS);
    equal(["articles", "sentences", "figures", "times", "findings"].filter((list) => !Array.isArray(analysis[list])), []);
    ok(analysis.sentences.length >= 2, "the sentences");
  },
  async "rejected numerals and words come on request"(api) {
    const plain = await api.analyze(NEWS);
    equal(["rejected" in plain, "words" in plain], [false, false]);
    const full = await api.analyze("大家一起办了12件事。", { rejected: true, words: true });
    ok(Array.isArray(full.rejected), "rejected");
    equal(full.words.map((word) => word.text), ["大家", "一起", "办", "了", "12件", "事", "。"]);
  },
  async "corrections of the layout beat all evidence"(api) {
    const blocks = async (corrections) =>
      (await api.analyze(NEWS, { corrections })).articles.flatMap((article) => article.blocks);
    const plain = await blocks();
    const join = plain.at(-1).joins[0].at;
    equal(NEWS.slice(join, join + 4), "\r\n\r\n");
    equal(await blocks({}), plain);
    equal(await blocks({ breaks: [join] }).then((kept) => kept.at(-1).text), "至97%。");
    const first = NEWS.indexOf("\r\n");
    const one = await blocks({ joins: [first + 1] });
    equal(one.map((block) => [block.start, block.joins[0]]), [[0, { at: first, rule: "asked" }]]);
    equal((await blocks({ roles: [{ at: 3, role: "caption" }] }))[0].role, "caption");
    equal(await blocks({ breaks: [0, 2 ** 32 - 1], joins: [1], roles: [{ at: 9999, role: "title" }] }), plain);
    for (const [corrections, ...words] of [
      [null, "object"],
      [[join], "object"],
      [{ splits: [] }, "splits", "breaks, joins, roles"],
      [{ breaks: join }, "breaks", "array"],
      [{ joins: [-1] }, "joins", "-1"],
      [{ joins: [0.5] }, "joins", "0.5"],
      [{ breaks: ["3"] }, "breaks", '"3"'],
      [{ roles: [3] }, "roles", "object"],
      [{ roles: [{ at: 3, role: "headline" }] }, '"headline"', "subtitle"],
      [{ roles: [{ role: "title" }] }, "roles", "undefined"],
    ]) {
      await fails(() => api.analyze(NEWS, { corrections }), "option", ...words);
    }
  },
  async "a result survives structuredClone and JSON"(api) {
    const analysis = await api.analyze(NEWS);
    equal(structuredClone(analysis), analysis);
    equal(JSON.parse(JSON.stringify(analysis)), analysis);
  },
  async "segment knows its modes"(api) {
    const text = "南京市长江大桥";
    const words = async (options) => (await api.segment(text, options)).map((word) => word.text);
    equal(await words(), ["南京市", "长江大桥"]);
    equal(await words({ mode: "search" }), ["南京", "京市", "南京市", "长江", "大桥", "长江大桥"]);
    ok((await words({ mode: "all" })).includes("市长"), "all words");
    equal(await words({ mode: "default", hmm: false, figures: false }), ["南京市", "长江大桥"]);
    equal((await api.segment(text))[0], { text: "南京市", start: 0, end: 3, tag: "ns" });
  },
  async "boundaries are an Uint32Array"(api) {
    const ends = await api.boundaries("南京市长江大桥");
    ok(ends instanceof Uint32Array);
    equal([...ends], [3, 7]);
  },
  async "added words are words"(api) {
    const words = async () => (await api.segment("小鱼儿提数机很好用")).map((word) => `${word.text}/${word.tag}`);
    ok(!(await words()).includes("提数机/nz"));
    await api.addWords([{ word: "提数机", frequency: 1000, tag: "nz" }, "小鱼儿"]);
    ok((await words()).includes("提数机/nz"), "a word with frequency and tag");
    await api.addWords(new Set(["很好用"]));
    ok((await words()).some((word) => word.startsWith("很好用/")), "a word alone, of any iterable");
    await api.addWords([]);
  },
  async "findings say what does not add up, and can be turned off"(api) {
    const text = "全县企业由80家增至100家，增长20%。审批时间由5天缩减至1天。";
    const rules = async (options) => (await api.analyze(text, options)).findings.map((finding) => finding.rule);
    const { findings, figures, coverage } = await api.analyze(text);
    equal(findings.map((finding) => `${finding.rule} ${finding.severity}`), ["change-restated error", "change-derived info"]);
    ok(findings[0].message.zh.includes("25%") && findings[0].arithmetic.includes("25%"), "the arithmetic");
    equal(findings[0].figures.map((id) => figures.find((f) => f.id === id).text).sort(), ["100家", "20%", "80家"]);
    equal(findings[0].spans.map((span) => text.slice(span.start, span.end)), ["80家", "100家", "20%"]);
    equal([coverage.figures, coverage.rules, coverage.agreements], [3, [{ rule: "change-restated", checked: 1, agreed: 0 }], []]);
    equal(await rules({ checks: { "change-restated": false } }), ["change-derived"]);
    equal(await rules({ checks: { "change-derived": false, "change-restated": true } }), ["change-restated"]);
  },
  async "compare holds a claim against its source"(api) {
    const { matches, claim, source } = await api.compare("全县新建学校12所，惠及学生近3000人。", "新建学校12所，惠及学生3000人。");
    equal(matches.map((match) => `${match.verdict} ${match.differences}`), ["same ", "different bound"]);
    equal(matches.map((match) => claim.figures.find((f) => f.id === match.claim).text), ["12所", "3000人"]);
    equal(matches.map((match) => source.figures.find((f) => f.id === match.source).text), ["12所", "近3000人"]);
    ok(matches.every((match) => match.note.zh && match.note.en), "the notes");
    await fails(() => api.compare("x"), "option", "claim must be a string");
    await fails(() => api.compare(1, "x"), "option", "source must be a string");
    await fails(() => api.compare("x", "y", { chekcs: {} }), "option", "compare has no option");
  },
  async "every kind of error in a page is found, and nothing in the page without it"(api) {
    const page =
      "柳河县盘活闲置厂房\n\n2024年，柳河县为“晨星”“远帆”“春泥”3家合作社授牌。县里清点出286间闲置厂房，逐间登记。\n\n" +
      "记者看到，286间闲置厂房已经贴上编号。改造之后，286间闲置厂房全部出租，租户由40家增至60家，增长50%。\n\n" +
      "过去办一次手续要5个工作日，如今将5天缩减至1天。";
    const grave = async (text) => {
      const { findings } = await api.analyze(text);
      return findings.filter((finding) => ["error", "warning"].includes(finding.severity)).map((finding) => finding.rule);
    };
    equal(await grave(page), []);
    const { findings, coverage } = await api.analyze(page);
    equal(findings.map((finding) => finding.rule).sort(), ["change-derived", "unit-drift"]);
    equal(coverage.agreements.map((agreement) => agreement.rule).sort(), ["change-restated", "enumeration-count", "same-fact-two-values"]);
    for (const [from, to, rule] of [
      ["3家合作社", "4家合作社", "enumeration-count"],
      ["清点出286间", "清点出268间", "same-fact-two-values"],
      ["改造之后，286间", "改造之后，268间", "same-fact-two-values"],
      ["增长50%", "增长30%", "change-restated"],
    ]) {
      equal(await grave(page.replace(from, to)), [rule], to);
    }
  },
  async "comparison takes the day of publication, and a source without figures"(api) {
    const verdict = async (options) => (await api.compare("2024年，新修水渠40公里。", "去年，新修水渠40公里。", options)).matches[0];
    equal((await verdict({ date: "2025-03-01" })).verdict, "same");
    equal([(await verdict({ date: "2026-03-01" })).verdict, (await verdict({ date: "2026-03-01" })).differences], ["different", ["time"]]);
    const { matches } = await api.compare("", "新修水渠40公里。");
    equal(matches.map(({ verdict, source, sources }) => [verdict, source, sources]), [["unsupported", null, []]]);
    equal((await api.compare("新修水渠40公里。", "")).matches, []);
  },
  async "what is no text is refused"(api) {
    for (const text of [undefined, null, 12, 1n, true, {}, ["12个"], new Date(0), Symbol("x"), () => "x"]) {
      for (const method of ["analyze", "segment", "boundaries"]) await fails(() => api[method](text), "option", "must be a string");
    }
    await fails(() => api.analyze(new String("12个")), "option");
  },
  async "options are checked"(api) {
    for (const date of ["2024-1-8", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "8.1.2024", "", 20240108, new Date(0)]) {
      await fails(() => api.analyze("1月8日", { date }), "option", "YYYY-MM-DD");
    }
    for (const date of ["2024-02-29", "0099-12-31", undefined]) await api.analyze("1月8日", { date });
    await fails(() => api.segment("x", { mode: "fast" }), "option", "default, search, all", '"fast"');
    await fails(() => api.boundaries("x", { mode: 1 }), "option", "mode");
    await fails(() => api.segment("x", { hmm: "yes" }), "option", "hmm");
    await fails(() => api.analyze("x", { rejected: 1 }), "option", "rejected");
    await fails(() => api.analyze("x", { reject: true }), "option", '"reject"', "rejected");
    await fails(() => api.analyze("x", { checks: { "change-derived": "off" } }), "option", "change-derived");
    await fails(() => api.analyze("x", { checks: { "some-rule": false } }), "option", "some-rule", "change-derived");
    await fails(() => api.analyze("x", "all"), "option", "object");
    await fails(() => api.segment("x", null), "option", "object");
    for (const words of [undefined, null, "提数", 5, {}, [""], ["  "], [5], [null], [{ word: "提数", frequency: -1 }]]) {
      await fails(() => api.addWords(words), "option");
    }
    await fails(() => api.addWords([{ word: "提数", frequency: 0.5 }]), "option", "frequency");
    await fails(() => api.addWords([{ word: "提数", tag: 5 }]), "option", "tag");
    await api.analyze("x", { checks: { "change-derived": false }, words: false, rejected: false });
  },
  ...Object.fromEntries(Object.entries(BAD_INPUT).map(([name, text]) => [`bad input: ${name}`, (api) => holds(api, text)])),
  async "bad input: 5 MB of text, read in linear time"(api) {
    const page = NEWS.repeat(Math.ceil(5_000_000 / new TextEncoder().encode(NEWS).length));
    const time = async (text) => {
      const from = performance.now();
      const { sentences } = await api.analyze(text);
      ok(sentences.length > text.length / 100, "sentences");
      return performance.now() - from;
    };
    const part = page.slice(0, page.length / 50);
    // Linear is 50 times as long, quadratic 2,500 times. What lies between is room for the machine and its memory; a
    // machine that was busy with something else at the wrong moment gets another chance.
    let told;
    for (let attempt = 0; attempt < 3; attempt++) {
      const fiftieth = Math.min(await time(part), await time(part), await time(part));
      const whole = await time(page);
      if (whole < 400 * Math.max(fiftieth, 10)) return;
      told = `a fiftieth took ${fiftieth} ms, the whole ${whole} ms`;
    }
    ok(false, told);
  },
};

/** Cases of loading, from a server that can be told to misbehave; `base` is its address. */
export const loadCases = {
  async "the package's own files, with progress"({ open }) {
    const heard = [];
    const api = await open({ onProgress: (...args) => heard.push(args) });
    const [loaded, total] = heard.at(-1);
    ok(total > 100_000, "bytes");
    equal(loaded, total);
    ok(heard.every(([l, t], i) => t === total && l <= t && l > (heard[i - 1]?.[0] ?? -1)), JSON.stringify(heard));
    await api.dispose();
  },
  async "addresses, bytes and Responses"({ open, base }) {
    const get = async (name) => (await fetch(`${base}/good/${name}`)).arrayBuffer();
    const [wasm, dictionary] = [await get("wasm"), await get("dictionary")];
    const roads = [
      { wasm: `${base}/good/wasm`, dictionary: `${base}/good/dictionary` },
      { wasm: new URL(`${base}/good/wasm`), dictionary: new URL(`${base}/good/dictionary`) },
      { wasm, dictionary },
      { wasm: new Uint8Array(wasm), dictionary: new DataView(dictionary) },
      { wasm: await WebAssembly.compile(wasm), dictionary: await fetch(`${base}/good/dictionary`) },
      { wasm: await fetch(`${base}/good/wasm`) },
    ];
    for (const road of roads) {
      const heard = [];
      const api = await open({ ...road, onProgress: (...args) => heard.push(args) });
      equal([...(await api.boundaries("南京市长江大桥"))], [3, 7]);
      equal(heard.at(-1)[0], heard.at(-1)[1]);
      await api.dispose();
    }
  },
  async "a dictionary in jieba's text form, gzipped or not"({ open, base }) {
    const zipped = (await fetch(`${base}/good/text`)).body.pipeThrough(new CompressionStream("gzip"));
    for (const dictionary of [`${base}/good/text`, new Response(zipped)]) {
      const api = await open({ dictionary });
      equal([...(await api.boundaries("南京市长江大桥"))], [3, 7]);
      await api.dispose();
    }
  },
  async "a server that says too little or inflates by itself does no harm"({ open, base }) {
    for (const road of [{ wasm: `${base}/octets/wasm` }, { dictionary: `${base}/encoded/dictionary` }]) {
      const api = await open(road);
      equal([...(await api.boundaries("南京市长江大桥"))], [3, 7]);
      await api.dispose();
    }
  },
  async "an address with nothing there (404)"({ open, base }) {
    await fails(() => open({ wasm: `${base}/nowhere/x.wasm` }), "load", "engine", `${base}/nowhere/x.wasm`, "404", "options.wasm");
    await fails(() => open({ dictionary: `${base}/nowhere/x` }), "load", "dictionary", "404", "options.dictionary");
  },
  async "a page instead of the file"({ open, base }) {
    await fails(() => open({ wasm: `${base}/html/wasm` }), "load", "HTML page", "text/html", "options.wasm");
    await fails(() => open({ dictionary: `${base}/html/dictionary` }), "load", "HTML page", "options.dictionary");
  },
  async "something else than WebAssembly"({ open, base }) {
    await fails(() => open({ wasm: `${base}/good/dictionary` }), "load", "no WebAssembly", "application/wasm");
    await fails(() => open({ wasm: new Uint8Array([1, 2, 3]) }), "load", "no complete WebAssembly");
    // The smallest module there is: sound, but not ours.
    const empty = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    await fails(() => open({ wasm: empty }), "load", "same version");
  },
  async "files cut short"({ open, base }) {
    await fails(() => open({ wasm: `${base}/cut/wasm` }), "load", "no complete WebAssembly", "cut short");
    await fails(() => open({ dictionary: `${base}/cut/dictionary` }), "dictionary", "cut short");
    await fails(() => open({ dictionary: `${base}/broken/dictionary` }), "load", "dictionary", "broke off");
  },
  async "a dictionary that is none"({ open }) {
    await fails(() => open({ dictionary: new Uint8Array(0) }), "dictionary");
    await fails(() => open({ dictionary: new TextEncoder().encode("no dictionary at all") }), "dictionary");
    await fails(() => open({ dictionary: new Uint8Array(1000).fill(255) }), "dictionary");
  },
  async "a server out of reach"({ open }) {
    await fails(() => open({ wasm: "http://127.0.0.1:1/x.wasm" }), "load", "could not be fetched", "http://127.0.0.1:1/x.wasm");
  },
  async "a Response that was read already"({ open, base }) {
    const response = await fetch(`${base}/good/wasm`);
    await response.arrayBuffer();
    await fails(() => open({ wasm: response }), "load", "engine");
  },
  async "options of the wrong kind"({ open }) {
    await fails(() => open({ wasm: 5 }), "option", "wasm");
    await fails(() => open({ dictionary: ["a"] }), "option", "dictionary");
    await fails(() => open({ onProgress: true }), "option", "onProgress");
    await fails(() => open({ dict: "x" }), "option", '"dict"', "dictionary");
    await fails(() => open("x.wasm"), "option", "object");
  },
  async "a failed load is tried again"({ open, base }) {
    const options = { wasm: `${base}/flaky-${Math.random()}/wasm` };
    await fails(() => open(options), "load", "503");
    await (await open(options)).dispose();
  },
  async "a forgotten await is named, whatever is called"({ open }) {
    const promise = open();
    for (const method of ["analyze", "compare", "segment", "boundaries", "addWords", "dispose"]) {
      await fails(() => promise[method]("12个"), "load", `${method}() was called on the promise`, "= await load");
    }
    equal(Object.keys(promise), []);
    equal([...(await (await promise).boundaries("南京市长江大桥"))], [3, 7]);
    await (await promise).dispose();
  },
  async "a wrong type for wasm or dictionary does no harm"({ open, base }) {
    const api = await open({ wasm: `${base}/typed/wasm`, dictionary: `${base}/typed/dictionary` });
    equal([...(await api.boundaries("南京市长江大桥"))], [3, 7]);
    await api.dispose();
  },
  async "every method of a disposed engine says so"({ open, base }) {
    const api = await open({ wasm: `${base}/good/wasm` });
    await api.dispose();
    await api.dispose();
    const calls = [() => api.analyze("x"), () => api.segment("x"), () => api.boundaries("x"), () => api.addWords(["x"])];
    for (const call of calls) await fails(call, "disposed", "load()");
  },
};

/** Cases of load() alone. */
export const sharedCases = {
  async "load() hands back one object until it is disposed of"({ load }) {
    const [a, b] = await Promise.all([load(), load({})]);
    ok(a === b && a === (await load()), "one object");
    const heard = [];
    await load({ onProgress: (...args) => heard.push(args) });
    ok(heard.length > 0 && heard.at(-1)[0] === heard.at(-1)[1], "a late listener hears that all is there");
    if (Symbol.dispose) a[Symbol.dispose]();
    else a.dispose();
    await fails(() => a.segment("x"), "disposed");
    const c = await load();
    ok(c !== a);
    equal([...c.boundaries("南京市长江大桥")], [3, 7]);
  },
  async "engines of different addresses share nothing"({ load, base }) {
    const [a, b] = await Promise.all([load(), load({ wasm: `${base}/good/wasm` })]);
    a.addWords([{ word: "京市长江", frequency: 1e8 }]);
    equal(a.segment("南京市长江大桥").map((word) => word.text), ["南", "京市长江", "大桥"]);
    equal(b.segment("南京市长江大桥").map((word) => word.text), ["南京市", "长江大桥"]);
    a.dispose();
    b.segment("x");
    b.dispose();
  },
  async "methods need no object in front"({ load }) {
    const { segment, dispose } = await load();
    ok(segment("南京市").length === 1);
    dispose();
  },
};

const LONG = NEWS.repeat(10_000);

/** Cases of loadInWorker() alone. `spy()` makes workers as the package does, and knows which were ended. */
export const workerCases = {
  async "calls are answered in order"({ loadInWorker }) {
    const api = await loadInWorker();
    const order = [];
    const texts = ["南京市".repeat(20_000), "长江大桥", "一"];
    await Promise.all(texts.map((text, i) => api.boundaries(text).then(() => order.push(i))));
    equal(order, [0, 1, 2]);
    await api.dispose();
  },
  async "an abort ends the work, and what waits goes on in a fresh worker"({ loadInWorker, spy }) {
    const workers = spy();
    const api = await loadInWorker({ worker: workers.make });
    await api.addWords([{ word: "京市长江", frequency: 1e8 }]);
    const control = new AbortController();
    const long = api.analyze(LONG, { signal: control.signal });
    const next = api.segment("南京市长江大桥");
    setTimeout(() => control.abort(new Error("enough")), 20);
    const error = await fails(() => long, "aborted");
    equal(error.cause?.message, "enough");
    equal(workers.ended(), [true, false], "the worker is ended and replaced");
    equal((await next).map((word) => word.text), ["南", "京市长江", "大桥"], "added words outlive the worker");
    await api.dispose();
    equal(workers.ended(), [true, true]);
  },
  async "an abort of what waits, or before the call, leaves the worker alone"({ loadInWorker, spy }) {
    const workers = spy();
    const api = await loadInWorker({ worker: workers.make });
    const control = new AbortController();
    const first = api.boundaries("南京市".repeat(20_000));
    const second = api.analyze("x", { signal: control.signal });
    const third = api.boundaries("南京市");
    control.abort();
    await fails(() => second, "aborted");
    await fails(() => api.segment("x", { signal: control.signal }), "aborted");
    await fails(() => api.addWords(["提数机"], { signal: AbortSignal.abort() }), "aborted");
    equal((await first).length, 20_000);
    equal([...(await third)], [3]);
    equal(workers.ended(), [false]);
    const late = new AbortController();
    await api.segment("x", { signal: late.signal });
    late.abort();
    await api.segment("x");
    equal(workers.ended(), [false], "an abort after the answer");
    await fails(() => api.segment("x", { signal: "now" }), "option", "signal");
    await api.dispose();
  },
  async "dispose rejects what is under way"({ loadInWorker }) {
    const api = await loadInWorker();
    const calls = [api.analyze(LONG), api.segment("x")];
    const outcome = Promise.all(calls.map((call) => fails(() => call, "disposed")));
    await (Symbol.asyncDispose ? api[Symbol.asyncDispose]() : api.dispose());
    await outcome;
  },
  async "a worker that dies rejects its call, the next one runs"({ loadInWorker, spy }) {
    const workers = spy();
    const api = await loadInWorker({ worker: workers.make });
    await api.addWords([{ word: "京市长江", frequency: 1e8 }]);
    const call = api.analyze(LONG);
    const next = api.segment("南京市长江大桥");
    workers.kill();
    await fails(() => call, "crashed", "worker died");
    equal((await next).map((word) => word.text), ["南", "京市长江", "大桥"]);
    await api.dispose();
  },
  async "a worker that does not start says so"({ loadInWorker, badWorkers }) {
    for (const worker of badWorkers) {
      await fails(() => loadInWorker({ worker }), "load", "worker does not start");
    }
    await fails(() => loadInWorker({ worker: () => { throw new Error("no workers here"); } }), "load", "no workers here");
  },
  async "an unreadable answer rejects the call"({ loadInWorker, spy }) {
    const workers = spy();
    const api = await loadInWorker({ worker: workers.make });
    const call = api.analyze(LONG);
    workers.messageError();
    await fails(() => call, "crashed");
    equal([...(await api.boundaries("南京市"))], [3]);
    await api.dispose();
  },
};
