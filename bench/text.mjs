// What is measured on: one page of news, and much of it. Nothing here was ever printed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/lib/paths.mjs";

/** One page of about 1,000 characters. */
export const page = readFileSync(join(root, "benches", "prose.txt"), "utf8");

/** How much of the news is measured on, in UTF-16 units. */
export const TEXT = 60_000;

const SENTENCES = [
  "{date}，记者从{ns}{office}获悉，今年前{month}个月，全市{n}{n2}达到{big}亿元，同比增长{pct}%，高于全省平均水平{small}个百分点。",
  "“过去{v}一次要跑{few}趟，现在{v2}只要{minutes}分钟。”{ns}居民{nr}一边{v}一边对记者说。",
  "该{n}位于{ns}{n2}以北，占地{big}平方米，计划投资{small}亿元，建成后每年可{v}{n}{big}万吨。",
  "据{office}统计，截至{date}，共有{count}家企业、{count}余名{n}参与{v}，累计{v2}{n2}{big}人次。",
  "{nr}认为，{n}和{n2}的{v}不能只看数量，更要看{n}；要把{v2}{n2}摆在突出位置，切实解决群众的{n}问题。",
  "与去年相比，{ns}的{n}由{count}个减少到{few}个，{v}时间缩短了三分之一，{n2}满意度提高到{pct}%。",
  "{ns}{office}负责人{nr}表示，下一步将继续{v}{n}，力争到2027年{v2}{count}项{n2}，让更多{n}受益。",
  "在{ns}的{n}现场，{nr}和同事们已经连续{v}了{few}个小时，{n2}上的汗水还没有干。",
  "沿着{ns}的老街往里走，{n}和{n2}挨在一起，街坊们坐在门口聊{v}的事，谁家有难处，大家都愿意搭把手。",
  "{nr}说，{v}这件事急不得，先要把{n}的道理讲清楚，再请{office}的同志到现场{v2}，让{n2}放心。",
  "过去，{ns}的{n}分散在各处，{v}起来很不方便；如今{n2}搬进了新家，{office}还派人上门{v2}。",
  "{office}有关负责人介绍，{ns}将继续完善{n}和{n2}的协同机制，推动{v}与{v2}深度融合，不断提升群众的获得感。",
  "记者在{ns}采访时看到，{n}旁边新修了{n2}，不少居民吃过晚饭就到这里{v}，孩子们追着风筝跑来跑去。",
];
const OFFICES = "统计局 发改委 教育局 民政局 交通运输局 农业农村局 文化和旅游局 市场监管局".split(" ");

const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";

/**
 * News of so many characters, in paragraphs, the same every time: sentences filled with the dictionary's words, with
 * about as many figures as newspapers print (24 in 1,000 characters).
 */
export function news(length) {
  const words = { n: [], ns: [], v: [] };
  for (const line of readFileSync(join(root, "data", "dictionary", "dict.txt"), "utf8").split("\n")) {
    const [word, frequency, tag] = line.split(" ");
    if (word.length > 1 && Number(frequency) >= 300) words[tag]?.push(word);
  }
  let state = 20_260;
  const below = (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const of = (list) => list[below(list.length)];
  const fill = {
    date: () => `${1 + below(12)}月${1 + below(28)}日`,
    office: () => of(OFFICES),
    month: () => 2 + below(10),
    big: () => (below(900_000) / 100).toFixed(below(3)),
    pct: () => (below(1_000) / 10).toFixed(1),
    small: () => (below(90) / 10).toFixed(1),
    few: () => 2 + below(9),
    minutes: () => 5 * (1 + below(11)),
    count: () => 10 + below(900),
    nr: () => of(SURNAMES) + of(words.n)[0] + of(words.v)[0],
    n2: () => of(words.n),
    v2: () => of(words.v),
  };
  const sentence = () => of(SENTENCES).replace(/\{(\w+)\}/g, (_, slot) => fill[slot]?.() ?? of(words[slot]));
  let text = "";
  while (text.length < length) {
    const paragraph = Array.from({ length: 3 + below(4) }, sentence);
    text += `${paragraph.join("")}\n`;
  }
  return text;
}
