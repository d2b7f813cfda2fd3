// JSON with a schema version, W3C Web Annotations, schema.org quantities: over analyses of the engine's own.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, describe, test } from "node:test";
import { toAnnotations } from "../../pkg/annotations.js";
import { fromJSON, toJSON } from "../../pkg/json.js";
import { MINOR, REC20 } from "../../pkg/lib/codes.js";
import { load } from "../../pkg/node.js";
import { toQuantitativeValue } from "../../pkg/quantity.js";

let tishu;
before(async () => void (tishu = await load()));

const TEXT = "😀去年，全区新建厂房12座，报名1.2万余人次。\r\n“十四五”期间，满意率由85.6%提升\r\n\r\n至97%，1月8日第3次开会。";
const analyze = () => tishu.analyze(TEXT, { date: "2024-01-08", rejected: true, words: true });

describe("JSON", () => {
  test("comes back as it went in, whatever was asked for", () => {
    for (const text of [TEXT, "", "\n", "没有数。", "\uD83D12个\uDE00"]) {
      for (const options of [{}, { rejected: true, words: true, date: "2024-01-08" }]) {
        const analysis = tishu.analyze(text, options);
        assert.deepEqual(fromJSON(toJSON(text, analysis)), { text, analysis });
      }
    }
  });

  test("of whole pages comes back too, findings and all", () => {
    const folder = new URL("../pages/", import.meta.url);
    const pages = readdirSync(folder).filter((name) => name.endsWith(".txt"));
    assert.ok(pages.length > 5);
    const texts = pages.map((name) => readFileSync(new URL(name, folder), "utf8"));
    for (const text of [...texts, "产值从80亿元增至100亿元，增长20%。"]) {
      const analysis = tishu.analyze(text, { date: "2024-01-08", rejected: true, words: true });
      assert.deepEqual(fromJSON(toJSON(text, analysis)).analysis, analysis);
      assert.equal(toAnnotations(text, analysis, { source: "https://example.org/" }).length, analysis.figures.length);
    }
  });

  test("says its format and version first, and is indented on request", () => {
    const json = toJSON(TEXT, analyze());
    assert.ok(json.startsWith('{"format":"tishu","version":1,"text":"'));
    assert.ok(!json.includes("\n"));
    assert.ok(toJSON(TEXT, analyze(), { indent: 2 }).includes('\n  "version": 1'));
    assert.deepEqual(fromJSON(JSON.parse(json)), fromJSON(json));
  });

  test("keeps fields of later minor versions", () => {
    const document = JSON.parse(toJSON(TEXT, analyze()));
    document.analysis.figures[0].confidence = 0.5;
    assert.equal(fromJSON(document).analysis.figures[0].confidence, 0.5);
  });

  test("holds fields of one's own beside the text, and none of its own names", () => {
    const json = toJSON(TEXT, analyze(), { fields: { date: "2024-01-08", corrections: { breaks: [] } } });
    assert.deepEqual(Object.keys(JSON.parse(json)), ["format", "version", "text", "date", "corrections", "analysis"]);
    assert.deepEqual(fromJSON(json), { text: TEXT, analysis: analyze() });
    for (const name of ["format", "version", "text", "analysis"]) {
      assert.throws(() => toJSON(TEXT, analyze(), { fields: { [name]: 1 } }), { code: "option", message: new RegExp(name) });
    }
  });

  /** Reads the document after a change to it, and hands back why it is refused. */
  function refused(change) {
    const document = JSON.parse(toJSON(TEXT, analyze()));
    change(document);
    let said;
    assert.throws(() => fromJSON(document), (error) => error.code === "option" && ((said = error.message), true));
    return said;
  }

  const DAMAGE = {
    "analysis.figures is no list": (d) => (d.analysis.figures = {}),
    "analysis is no object": (d) => delete d.analysis,
    "analysis.figures[1].start is no number": (d) => (d.analysis.figures[1].start = "7"),
    "outside the text": (d) => (d.analysis.figures[0].end = d.text.length + 1),
    "analysis.sentences[0] is outside the text": (d) => (d.analysis.sentences[0].start = 0.5),
    "analysis.figures[0].kind is none of count": (d) => (d.analysis.figures[0].kind = "counts"),
    "analysis.figures[0].unit.text is no string": (d) => (d.analysis.figures[0].unit.text = null),
    "analysis.words[0].tag": (d) => (d.analysis.words[0].tag = 1),
    "names the time t99": (d) => (d.analysis.figures.find((figure) => figure.time).time.id = "t99"),
    "names sentence 99": (d) => (d.analysis.figures[0].sentence = 99),
    "a finding names the figure f99": (d) =>
      d.analysis.findings.push({ rule: "x", severity: "info", message: {}, arithmetic: null, figures: ["f99"], spans: [] }),
    "of version 2, this package reads 1 to 1: update": (d) => (d.version = 2),
    "lacks format, version or text": (d) => (d.format = "other"),
  };
  for (const [reason, change] of Object.entries(DAMAGE)) {
    test(`refuses what is damaged: ${reason}`, () => assert.ok(refused(change).includes(reason), refused(change)));
  }

  test("refuses what is no JSON, and an analysis of another text", () => {
    assert.throws(() => fromJSON("{"), { code: "option", message: /no JSON/ });
    assert.throws(() => fromJSON("null"), { code: "option" });
    assert.throws(() => toJSON("短文", analyze()), { code: "option", message: /no analysis of this text/ });
    assert.throws(() => toJSON(12, analyze()), { code: "option" });
  });
});

describe("Web Annotations", () => {
  const source = "https://example.org/page.txt";

  test("both selectors find the figure, counted in code points", () => {
    const analysis = analyze();
    const annotations = toAnnotations(TEXT, analysis, { source });
    assert.equal(annotations.length, analysis.figures.length);
    const points = Array.from(TEXT);
    for (const [i, { target, id }] of annotations.entries()) {
      const { start, end } = analysis.figures[i];
      const [position, quote] = target.selector;
      assert.equal(points.slice(position.start, position.end).join(""), TEXT.slice(start, end));
      assert.equal(position.start, start - 1, "😀 is two code units and one character");
      assert.equal(quote.exact, TEXT.slice(start, end));
      assert.ok(TEXT.includes(quote.prefix + quote.exact + quote.suffix));
      assert.ok(Array.from(quote.prefix).length <= 32 && Array.from(quote.suffix).length <= 32);
      assert.equal(id, `${source}#tishu-${analysis.figures[i].id}`);
      assert.equal(target.source, source);
    }
  });

  test("a quotation is never cut within a character", () => {
    const text = `${"😀".repeat(50)}12个${"𠮷".repeat(50)}`;
    const [{ target }] = toAnnotations(text, tishu.analyze(text), { source });
    const [, { prefix, suffix }] = target.selector;
    assert.deepEqual([prefix, suffix], ["😀".repeat(32), "𠮷".repeat(32)]);
  });

  test("the body holds kind and quantity", () => {
    const [{ body }] = toAnnotations("面积20亩。", tishu.analyze("面积20亩。"), { source });
    assert.deepEqual(body[0], { type: "TextualBody", purpose: "tagging", value: "measure" });
    assert.equal(JSON.parse(body[1].value).unitCode, "UCUM:2000.m2/3");
  });

  test("a source is needed, and its own fragment is not kept in names", () => {
    assert.throws(() => toAnnotations("12个", tishu.analyze("12个")), { code: "option", message: /source/ });
    const [{ id }] = toAnnotations("12个", tishu.analyze("12个"), { source: `${source}#top` });
    assert.equal(id, `${source}#tishu-f1`);
  });

  test("behind a thousand characters of two units each the place is still right", () => {
    const text = "办了12件😀实事。".repeat(1_000);
    const annotations = toAnnotations(text, tishu.analyze(text), { source });
    const [position] = annotations.at(-1).target.selector;
    assert.equal(Array.from(text).slice(position.start, position.end).join(""), "12件");
  });
});

describe("schema.org quantities", () => {
  /** The figures of a sentence as quantities, without what all of them have. */
  const quantities = (text) =>
    tishu.analyze(text).figures.map((figure) => {
      const quantity = toQuantitativeValue(figure);
      if (quantity === null) return null;
      const { "@context": context, description, name, ...rest } = quantity;
      assert.deepEqual([context, description], ["https://schema.org", figure.text]);
      assert.equal(name, figure.item?.text);
      return rest;
    });
  const value = (more) => ({ "@type": "QuantitativeValue", ...more });

  const CASES = {
    "全长120公里。": [value({ value: 120, unitCode: "KMT", unitText: "公里" })],
    "面积20亩。": [value({ value: 20, unitCode: "UCUM:2000.m2/3", unitText: "亩" })],
    "新建厂房12座。": [value({ value: 12, unitText: "座" })],
    "同比增长5.6%。": [value({ value: 5.6, unitCode: "P1", unitText: "%" })],
    "提高3个百分点。": [value({ value: 3, unitText: "百分点" })],
    "需要3至5天。": [value({ minValue: 3, maxValue: 5, unitCode: "DAY", unitText: "天" })],
    "服务企业近百家。": [value({ maxValue: 100, unitText: "家" })],
    "总投资1.5亿元。": [{ "@type": "MonetaryAmount", value: 150000000, currency: "CNY" }],
    "找回5角钱。": [value({ value: 5, unitText: "角" })],
    "均价8000元/平方米。": [value({ value: 8000, unitText: "元/平方米" })],
    "第3次开会。": [null],
    "来了数百人。": [null],
  };
  for (const [text, wanted] of Object.entries(CASES)) test(text, () => assert.deepEqual(quantities(text), wanted));

  test("a decimal that no number equals stays text", () => {
    const figure = { ...tishu.analyze("全长120公里。").figures[0], decimal: "12345678901234567890.123" };
    assert.equal(toQuantitativeValue(figure).value, "12345678901234567890.123");
    assert.equal(toQuantitativeValue({ ...figure, decimal: "1000000000000000000000" }).value, 1e21);
    assert.equal(toQuantitativeValue({ ...figure, decimal: "0.1" }).value, 0.1);
  });

  const table = (name) =>
    readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))
      .map((line) => line.split("\t"));

  test("every part of a currency unit is known as one", () => {
    const parts = table("currencies.tsv").filter(([, , , traits]) => /tenth|hundredth/.test(traits));
    assert.deepEqual([...MINOR].sort(), [...new Set(parts.map(([canonical]) => canonical))].sort());
  });

  test("no code stands for a unit that tishu never gives", () => {
    const single = new Set(table("units.tsv").map(([, , , code]) => code));
    const unknown = Object.keys(REC20).filter((code) => !single.has(code) && !code.includes("/"));
    assert.deepEqual(unknown, []);
    assert.ok(Object.values(REC20).every((code) => /^[A-Z\d]{2,3}$/.test(code)));
    assert.equal(new Set(Object.values(REC20)).size, Object.keys(REC20).length, "no code twice");
  });
});
