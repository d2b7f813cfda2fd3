import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresToCSV } from "../../pkg/csv.js";

const figure = (more) => ({
  id: "f1", kind: "count", text: "446名", start: 10, end: 14, value: 446, decimal: "446", min: 446, max: 446,
  bound: "=", unit: { text: "名" }, item: { text: "干部" }, subject: null, time: null, change: null, share: null,
  each: false, status: "actual", speaker: null, group: null, ...more,
});

/** Reads CSV by RFC 4180. */
function parse(csv) {
  const rows = [[]];
  for (let at = 0; at < csv.length; ) {
    let value = "";
    if (csv[at] === '"') {
      for (at++; csv[at] !== '"' || csv[at + 1] === '"'; at++) {
        value += csv[at];
        if (csv[at] === '"') at++;
      }
      at++;
    } else {
      while (![",", "\r", undefined].includes(csv[at])) value += csv[at++];
    }
    rows.at(-1).push(value);
    if (csv.startsWith("\r\n", at)) {
      at += 2;
      if (at < csv.length) rows.push([]);
    } else {
      assert.equal(csv[at++], ",");
    }
  }
  return rows;
}

/** The rows as objects by the names of the first one. */
function table(figures, options, times = []) {
  const [head, ...rows] = parse(figuresToCSV({ figures, times }, options));
  return rows.map((row) => {
    assert.equal(row.length, head.length);
    return Object.fromEntries(row.map((value, i) => [head[i], value]));
  });
}

test("a figure is a row, what is missing an empty cell", () => {
  const [row] = table([figure()]);
  assert.deepEqual([row.text, row.value, row.unit, row.item, row.subject, row.start], ["446名", "446", "名", "干部", "", "10"]);
});

test("commas, quotes and line breaks stay in their cell", () => {
  const text = '他说"12个",\r\n又说\n13个';
  const [row, next] = table([figure({ text }), figure()]);
  assert.equal(row.text, text);
  assert.equal(next.text, "446名");
});

test("what a spreadsheet would run gets an apostrophe, numbers do not", () => {
  for (const text of ["=1+1", "+86 12", "-5℃", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－5℃"]) {
    assert.equal(table([figure({ text, item: { text } })])[0].item, `'${text}`);
  }
  const [row] = table([figure({ value: -5, decimal: "-5", min: -5.5, max: 1e-7 })]);
  assert.deepEqual([row.value, row.min, row.max, row.bound], ["-5", "-5.5", "1e-7", "="]);
});

test("sentences make a last column on request, no formulas either", () => {
  const options = { header: "zh", sentence: ({ start }) => `=${start}，干部446名。` };
  assert.deepEqual(Object.entries(table([figure()], options)[0]).at(-1), ["原句", "'=10，干部446名。"]);
  assert.equal("sentence" in table([figure()])[0], false);
});

test("markup is text", () => {
  const text = `<img src=x onerror="alert(1)">`;
  assert.equal(table([figure({ text })])[0].text, text);
});

test("time, change and share are spelled out", () => {
  const times = [{ id: "t1", text: "1月8日", value: "XXXX-01-08", resolved: "2024-01-08" }];
  const change = { role: "to", direction: "down", base: { text: "同比" } };
  const [row] = table([figure({ time: { id: "t1", text: "1月8日" }, change, share: { of: { text: "全省" } }, each: true })], {}, times);
  assert.deepEqual(
    [row.time, row.date, row.change, row.base, row.share_of, row.each],
    ["1月8日", "2024-01-08", "to down", "同比", "全省", "each"],
  );
});

test("byte order mark and Chinese header on request", () => {
  assert.equal(figuresToCSV({ figures: [], times: [] }).codePointAt(0), "t".codePointAt(0));
  const csv = figuresToCSV({ figures: [figure()], times: [] }, { bom: true, header: "zh" });
  assert.equal(csv.codePointAt(0), 0xfeff);
  assert.ok(csv.slice(1).startsWith("原文,类型,数值,"));
  assert.ok(csv.endsWith("\r\n"));
});

test("the tables of several texts add up to one, with their names in front", () => {
  const columns = { file: "=a,b.txt" };
  const head = figuresToCSV({ figures: [figure()], times: [] }, { columns });
  const more = figuresToCSV({ figures: [figure({ text: "5名" })], times: [] }, { columns: { file: "c.txt" }, header: false });
  const [names, ...rows] = parse(head + more);
  assert.deepEqual(names.slice(0, 2), ["file", "text"]);
  assert.deepEqual(rows.map((row) => row.slice(0, 2)), [["'=a,b.txt", "446名"], ["c.txt", "5名"]]);
  assert.equal(figuresToCSV({ figures: [], times: [] }, { header: false }), "");
});
