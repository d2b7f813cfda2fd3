const COLUMNS = [
  ["text", "原文", (f) => f.text],
  ["kind", "类型", (f) => f.kind],
  ["value", "数值", (f) => f.decimal ?? f.value],
  ["min", "下限", (f) => f.min],
  ["max", "上限", (f) => f.max],
  ["bound", "范围", (f) => f.bound],
  ["unit", "单位", (f) => f.unit?.text],
  ["item", "对象", (f) => f.item?.text],
  ["subject", "主体", (f) => f.subject?.text],
  ["time", "时间", (f) => f.time?.text],
  ["date", "日期", (f, times) => times.get(f.time?.id)?.resolved ?? times.get(f.time?.id)?.value],
  ["change", "变化", (f) => f.change && `${f.change.role} ${f.change.direction}`],
  ["base", "对比", (f) => f.change?.base?.text],
  ["share_of", "占比基数", (f) => f.share?.of.text ?? f.share?.of],
  ["each", "平均", (f) => (f.each ? "each" : "")],
  ["status", "性质", (f) => f.status],
  ["speaker", "说话人", (f) => f.speaker?.text],
  ["group", "同一事实", (f) => f.group],
  ["start", "起", (f) => f.start],
  ["end", "止", (f) => f.end],
];

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/**
 * One cell by RFC 4180. Spreadsheets run text that begins with = + - @ or a tab as a formula, so that such a text
 * gets an apostrophe in front; numbers stay numbers, and the bound "=" is no formula.
 */
function cell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) && !NUMBER.test(text) && text !== "=" ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The figures of an analysis as CSV; see csv.d.ts. */
export function figuresToCSV(analysis, { bom = false, header = "en", columns = {}, sentence } = {}) {
  const times = new Map(analysis.times.map((time) => [time.id, time]));
  const all = sentence ? [...COLUMNS, ["sentence", "原句", sentence]] : COLUMNS;
  const head = [...Object.keys(columns), ...all.map(([en, zh]) => (header === "zh" ? zh : en))];
  const rows = analysis.figures.map((figure) => [
    ...Object.values(columns),
    ...all.map(([, , read]) => read(figure, times)),
  ]);
  if (header) rows.unshift(head);
  return (bom ? "\uFEFF" : "") + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
